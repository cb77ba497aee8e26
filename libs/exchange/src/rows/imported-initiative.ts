import type { CalendarDate } from '@hoest/quantities';
import type { Absence } from './absence';
import type { ImportedKind, ImportedPhase, ImportedRag } from './choice-values';

/** Simple fields a row can fill. A field whose column is not mapped, or whose cell gave nothing, is absent. */
export interface ImportedFields {
  code?: string;
  title: string;
  /** Names as written; `resolveNames` finds what they mean. */
  unit?: string;
  ownerName?: string;
  managerName?: string;
  goal?: string;
  problem?: string;
  description?: string;
  expectedGain?: string;
  category?: string;
  kind?: ImportedKind;
  phase?: ImportedPhase;
  statusRag?: ImportedRag;
  statusNote?: string;
  startPlanned?: CalendarDate;
  startActual?: CalendarDate;
  goLivePlanned?: CalendarDate;
  goLiveActual?: CalendarDate;
  mandatory?: boolean;
  legalRef?: string;
  affectedStaff?: number;
}

/** One amount of a row, in minor units as digits; never negative. */
interface ImportedAmount {
  /**
   * Stable name of the line within the initiative, by which the next import finds it: the target, the year if any, and
   * the name when several columns share the target (`costPlanned`, `costPlanned:2026`, `costPlanned:investeringer-anlæg`).
   */
  lineKey: string;
  name: string;
  amountMinor: string;
  currency: string;
  priceYear: number | null;
}

export interface ImportedCost extends ImportedAmount {
  kind: 'one_off' | 'operation';
  /** Null = undated. */
  year: number | null;
}

export interface ImportedBenefit extends ImportedAmount {
  /** Whether the amount is the promise for the whole life or for one year at full effect. */
  basis: 'whole_life' | 'full_year';
  /** −1 for a disbenefit: a benefit that was negative in the source. */
  polarity: 1 | -1;
  description: string | null;
}

/** Everything one row says about an initiative. Plain data. */
export interface ImportedInitiative {
  fields: ImportedFields;
  costs: ImportedCost[];
  benefits: ImportedBenefit[];
  /** By field, or by `lineKey` for amounts. */
  absences: Record<string, Absence>;
}
