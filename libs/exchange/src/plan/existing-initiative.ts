import type { CalendarDate } from '@hoest/quantities';
import type { Absence } from '../rows/absence';
import type { ImportedFields } from '../rows/imported-initiative';

/** Fields of an initiative that an import reads and may change, by the names of the contract; null = empty. */
export type PlannedField =
  | Exclude<keyof ImportedFields, 'unit' | 'ownerName' | 'managerName' | 'goal'>
  | 'unitId'
  | 'ownerId'
  | 'managerId'
  | 'primaryGoalId'
  | 'goLiveFirstPlanned';

export type FieldValue = string | number | boolean | null;

/** A cost line as it stands; amounts in minor units as digits. */
export interface ExistingCost {
  id: string;
  /** Line key of the import that made it; null when a person did. */
  lineKey: string | null;
  currency: string;
  planMinor: string | null;
  forecastMinor: string | null;
}

export interface ExistingBenefit {
  id: string;
  lineKey: string | null;
  currency: string;
  polarity: 1 | -1;
  fullYearValueMinor: string | null;
  wholeLifeValueMinor: string | null;
  description: string | null;
  /** Whether a plan was approved: then only a new plan version with a decision changes it. */
  approved: boolean;
}

/** An initiative as it stands, as far as an import compares with it. */
export interface ExistingInitiative {
  id: string;
  /** Key of the import that made it; null when a person did. */
  externalKey: string | null;
  code: string;
  title: string;
  /** Name and code of its unit. */
  unitNames: readonly string[];
  goLivePlanned: CalendarDate | null;
  goLiveFirstPlanned: CalendarDate | null;
  /** Every other field that may be imported; a missing one is empty. */
  fields: Readonly<Partial<Record<PlannedField, FieldValue>>>;
  costs: readonly ExistingCost[];
  benefits: readonly ExistingBenefit[];
  absences: Readonly<Record<string, Absence>>;
}
