import { addDays, addMonths, type CalendarDate } from '@hoest/quantities';
import type {
  BenefitFacts,
  InitiativeFacts,
  MeasureFacts,
  OracleFacts,
  PlanVersionFacts,
  StrategyFacts,
  Validity,
} from './facts';

/** Ways of reading the facts that several oracle indicators need; written from the domain rules, not from the SQL. */

const ACTIVE = new Set(['approved', 'executing', 'realising']);
const APPROVED = new Set(['approved', 'in_realisation', 'realised', 'sustained', 'closed']);
const GIVEN_UP = new Set(['rejected', 'written_off', 'transferred']);

export const isActive = (initiative: InitiativeFacts) => ACTIVE.has(initiative.phase);
export const isApproved = (benefit: BenefitFacts) => APPROVED.has(benefit.state);
export const isGivenUp = (benefit: BenefitFacts) => GIVEN_UP.has(benefit.state);

/** Whether the day lies in the window (asOf − months, asOf]. */
export function within(day: CalendarDate | null, asOf: CalendarDate, months: number): boolean {
  return day !== null && day <= asOf && day > addMonths(asOf, -months);
}

export function isValid({ validFrom, validTo }: Validity, asOf: CalendarDate): boolean {
  return validFrom <= asOf && (validTo === null || asOf < validTo);
}

export function isLive(initiative: InitiativeFacts, asOf: CalendarDate): boolean {
  return initiative.goLiveActual !== null && initiative.goLiveActual <= asOf;
}

/** Whether the status of the initiative was confirmed within 35 days. */
export function isStatusFresh(
  { statusConfirmedOn, statusConfirmations }: InitiativeFacts,
  asOf: CalendarDate,
): boolean {
  return [statusConfirmedOn, ...statusConfirmations].some(
    (day) => day !== null && day <= asOf && day >= addDays(asOf, -35),
  );
}

/** Whether the benefit was confirmed, or one of its measures measured, within six months. */
export function isBenefitFresh(benefit: BenefitFacts, asOf: CalendarDate): boolean {
  const measured = benefit.measures.flatMap((measure) => standing(measure).map(({ measuredOn }) => measuredOn));
  const seen = [benefit.confirmedOn, ...measured].filter((day): day is string => day !== null && day <= asOf).sort();
  return within(seen.at(-1) ?? null, asOf, 6);
}

export function unitOf(benefit: BenefitFacts, initiative: InitiativeFacts): string {
  return benefit.ownerUnitId ?? initiative.unitId;
}

/** Codes of what is not met, or `met`. */
export function reasonFrom(...codes: (string | false | null | undefined)[]): string {
  return codes.filter(Boolean).join(' ') || 'met';
}

/** The measure that speaks for the benefit: lowest position, then lowest id. */
export function lead(benefit: BenefitFacts): MeasureFacts | null {
  const ranked = [...benefit.measures].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  return ranked[0] ?? null;
}

/** Measurements nothing supersedes, oldest first. */
export function standing(measure: MeasureFacts) {
  const superseded = new Set(measure.measurements.map(({ supersedesId }) => supersedesId));
  return measure.measurements
    .filter(({ id }) => !superseded.has(id))
    .sort((a, b) => (a.measuredOn === b.measuredOn ? (a.id < b.id ? -1 : 1) : a.measuredOn < b.measuredOn ? -1 : 1));
}

const recordedLast = (baselines: MeasureFacts['baselines']) =>
  [...baselines].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1)).at(-1) ??
  null;

/** The baseline recorded last, be it a value or the date of a coming measurement. */
export function baselineInForce(measure: MeasureFacts) {
  return recordedLast(measure.baselines);
}

/** Of the baselines with a value, the one recorded last. */
function latestBaselineValue(measure: MeasureFacts): string | null {
  return recordedLast(measure.baselines.filter(({ value }) => value !== null))?.value ?? null;
}

/** The plan headline figures are measured against: frozen at go-live, before that the latest approved one. */
export function headlinePlan(benefit: BenefitFacts, asOf: CalendarDate): PlanVersionFacts | null {
  const known = benefit.planVersions.filter(({ decidedOn }) => decidedOn <= asOf);
  const frozen = known.filter(({ kind }) => kind === 'frozen_at_go_live');
  const usable = frozen.length > 0 ? frozen : known.filter(({ kind }) => kind === 'approved');
  return [...usable].sort((a, b) => a.number - b.number).at(-1) ?? null;
}

/** Baseline and points of the lead measure under the headline plan, points in date order. */
export function plannedPath(benefit: BenefitFacts, asOf: CalendarDate) {
  const measure = lead(benefit);
  const plan = headlinePlan(benefit, asOf);
  const part = plan?.measures.find(({ measureId }) => measureId === measure?.id);
  return {
    plan,
    baseline: part?.baselineValue ?? (measure && latestBaselineValue(measure)) ?? null,
    points: [...(part?.points ?? [])].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
  };
}

/** The unit without a parent that comes first by level, code and id. */
export function rootUnit(facts: OracleFacts): string | null {
  const tops = facts.units.filter(({ parentId }) => parentId === null);
  tops.sort((a, b) => a.level - b.level || compare(a.code, b.code) || compare(a.id, b.id));
  return tops[0]?.id ?? null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function isAdopted({ adoptedBy, adoptedOn }: StrategyFacts, asOf: CalendarDate): boolean {
  return adoptedBy !== null && adoptedOn !== null && adoptedOn <= asOf;
}

export function isInForce(strategy: StrategyFacts, asOf: CalendarDate): boolean {
  return isAdopted(strategy, asOf) && isValid(strategy, asOf);
}

/** Whether the strategy was adopted or followed up, by whomever, within 24 months. */
export function isStrategyFresh(strategy: StrategyFacts, asOf: CalendarDate): boolean {
  return (
    (isAdopted(strategy, asOf) && within(strategy.adoptedOn, asOf, 24)) ||
    strategy.followups.some(({ heldOn }) => within(heldOn, asOf, 24))
  );
}
