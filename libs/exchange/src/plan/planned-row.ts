import type { Label } from '@hoest/quantities';
import type { Absence } from '../rows/absence';
import type { CellIssue } from '../rows/cell-issue';
import type { ImportedBenefit, ImportedCost } from '../rows/imported-initiative';
import type { FieldValue, PlannedField } from './existing-initiative';

export interface FieldChange {
  field: PlannedField;
  before: FieldValue;
  after: FieldValue;
}

/** A cost line to add (no id, before null) or change. The old plan is never overwritten; the new figure is the forecast. */
export interface CostChange {
  id: string | null;
  cost: ImportedCost;
  before: { planMinor: string | null; forecastMinor: string | null } | null;
  after: { planMinor: string; forecastMinor: string | null };
}

export interface BenefitValues {
  polarity: 1 | -1;
  fullYearValueMinor: string | null;
  wholeLifeValueMinor: string | null;
  description: string | null;
}

/** A benefit to add (no id, before null) or change. */
export interface BenefitChange {
  id: string | null;
  benefit: ImportedBenefit;
  before: BenefitValues | null;
  after: BenefitValues;
}

export type PlanNoteCode = 'phase_kept' | 'benefit_kept' | 'currency_kept' | 'lines_removed';

/** Something the source says that the import leaves alone on purpose. */
export interface PlanNote {
  code: PlanNoteCode;
  /** The field or line it concerns. */
  about: string;
  text: Label;
}

export interface PlannedRow {
  line: number;
  place: string;
  key: string | null;
  outcome: 'create' | 'update' | 'unchanged' | 'rejected';
  /** The initiative that is updated or unchanged; null otherwise. */
  objectId: string | null;
  /** Name of a unit to create, to be used instead of `unitId`. */
  newUnit: string | null;
  fields: FieldChange[];
  costs: CostChange[];
  benefits: BenefitChange[];
  /** Absences to set; null takes one away because the field has a value now. */
  absences: Record<string, Absence | null>;
  issues: CellIssue[];
  notes: PlanNote[];
}

/** Counts of a dry run. */
export interface PlanCounts {
  create: number;
  update: number;
  unchanged: number;
  rejected: number;
  /** Cells with something in them that leave their field empty. */
  emptyCells: number;
}

/** Counts the outcomes of all rows, and the cells that gave nothing in rows that are imported. */
export function countPlan(rows: readonly Pick<PlannedRow, 'outcome' | 'issues'>[]): PlanCounts {
  const counts: PlanCounts = { create: 0, update: 0, unchanged: 0, rejected: 0, emptyCells: 0 };
  for (const { outcome, issues } of rows) {
    counts[outcome] += 1;
    if (outcome !== 'rejected') counts.emptyCells += issues.filter(({ effect }) => effect === 'field_empty').length;
  }
  return counts;
}
