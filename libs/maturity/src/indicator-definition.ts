import type { Label } from '@hoest/quantities';
import type { Theme } from './themes';

/** Whether an indicator has a value, and why not. Source: domain rules, section 7 */
export const INDICATOR_STATUSES = ['ok', 'not_applicable', 'insufficient_n', 'no_data', 'stale'] as const;
export type IndicatorStatus = (typeof INDICATOR_STATUSES)[number];

/** Challenges (C), traits of the mature organisation (M), and B = the biggest challenge. Source: domain rules, section 10 */
export const EVIDENCE_TAGS = [
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'M0',
  'M1',
  'M2',
  'M3',
  'M4',
  'M5',
  'M6',
  'M7',
  'M8',
  'M9',
  'B',
] as const;
export type EvidenceTag = (typeof EVIDENCE_TAGS)[number];

/** What one member of an indicator is. */
export const OBJECT_KINDS = [
  'initiative',
  'benefit',
  'measure',
  'obligation',
  'strategy',
  'goal',
  'gate_passage',
  'person',
] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** Who can repair a member that does not count in full. */
export const ACTORS = [
  'initiative_manager',
  'initiative_owner',
  'benefit_owner',
  'measurer',
  'goal_owner',
  'leader_of_unit',
  'portfolio_office',
] as const;
export type Actor = (typeof ACTORS)[number];

/** Why a member counts as it does. */
export interface Reason {
  /** What is the case: "no baseline was recorded". */
  text: Label;
  /** What would repair it; null when nothing needs repair or nothing can. */
  fix: Label | null;
  actor: Actor | null;
}

/** How far back a record may lie before it counts as old; only for the confidence, never for the score. */
export interface UpdateLimit {
  record: Label;
  days?: number;
  months?: number;
}

/**
 * How members become one figure.
 *  proportion – members count 0 or 1, x = Σ numerator / Σ denominator, with a Wilson range
 *  mean – members count 0–1, x = their mean
 *  ratio – a quotient of sums (money), x = Σ numerator / Σ denominator
 *  step – the best member decides; without members x = 0
 */
export type IndicatorKind = 'proportion' | 'mean' | 'ratio' | 'step';

export interface Goalposts {
  /** x at which the score is 0, as a ratio. Above `high` when less is better. */
  low: number;
  /** x at which the score is 100. */
  high: number;
}

/**
 * Everything the product knows about one indicator, except how its members are found: that is its member SQL
 * (`libs/persistence/src/maturity/<id>.sql.ts`) and, independently, its oracle (`oracle/<id>.ts`). Also read by the browser.
 */
export interface IndicatorDefinition {
  id: string;
  theme: Theme;
  star: boolean;
  names: Label;
  weight: number;
  question: Label;
  objectKind: ObjectKind;
  numerator: Label;
  denominator: Label;
  kind: IndicatorKind;
  /** Whether it can be asked of any unit, or only of the whole organisation (strategies belong to no administration). */
  reach: 'unit' | 'organisation';
  /** What holds when there is nothing to count. `zero` = the question is never irrelevant. */
  whenEmpty: { status: 'not_applicable' | 'no_data' | 'zero'; reason: Label };
  /**
   * What holds when nothing counts although members are registered as exempt; as `whenEmpty` when absent (leaders are
   * registered, but none in an affected unit).
   */
  whenOnlyExempt?: { status: 'not_applicable'; reason: Label };
  /** The indicator that turns low when this one is escaped by having nothing to count; null where the catalogue names none. */
  partner: string | null;
  /** The indicator that would fall if this number were dressed up: shown beside every suggestion to lift it. */
  counterweight: string;
  /** Fewest members for the value to be used in the theme; below it is shown, not aggregated. */
  minN: number;
  goalposts: Goalposts;
  /** Largest x, where the catalogue caps it. */
  cap?: number;
  /** Share of all members that may be exempt; those beyond count in the denominator again. */
  exemptAllowance?: number;
  /** Whether members are people: then only aggregates of five or more are shown, and never a name. */
  aboutPeople: boolean;
  /** What `member_group` holds, when the figure is always shown split. */
  groupedBy: 'beneficiary' | null;
  evidence: readonly EvidenceTag[];
  updateLimit: UpdateLimit | null;
  /** Reason codes of its members, each a word without spaces; `met` counts in full. */
  reasons: Readonly<Record<string, Reason>>;
}

/** Fewest persons in a figure about people. Source: domain rules, section 7, privacy */
export const FEWEST_PERSONS = 5;
