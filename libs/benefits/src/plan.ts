import type { CalendarDate, DecimalValue } from '@hoest/quantities';
import type { PathFacts } from './target-path';
import type { PlanVersionKind } from './value-lists';

/** What a plan version says about one benefit, with the path of its lead measure. */
export interface PlanFacts extends PathFacts {
  /** Minor units a year at full effect, before attribution; null = no money is promised. */
  fullYearValueMinor: bigint | null;
  /** Share of the effect the initiative may claim, 0–1. */
  attribution: DecimalValue;
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
}

interface PlanVersion {
  kind: PlanVersionKind;
  number: number;
  decidedOn: CalendarDate;
}

const latest = <V extends PlanVersion>(versions: readonly V[], kind: PlanVersionKind): V | null =>
  versions
    .filter((version) => version.kind === kind)
    .reduce<V | null>((best, version) => (best && best.number > version.number ? best : version), null);

/**
 * The plan all headline figures are measured against: the one frozen at go-live, before that the latest approved one;
 * null when nothing is approved. Versions decided after `asOf` do not exist yet. A re-baselined version never replaces
 * the frozen one: else a plan could be moved to where the result is.
 * Source: domain rules, section 4
 */
export function planInForce<V extends PlanVersion>(versions: readonly V[], asOf: CalendarDate): V | null {
  const known = versions.filter((version) => version.decidedOn <= asOf);
  return latest(known, 'frozen_at_go_live') ?? latest(known, 'approved');
}

/** The latest re-baselined version, shown beside the headline; null when there is none. */
export function rebaselinedPlan<V extends PlanVersion>(versions: readonly V[], asOf: CalendarDate): V | null {
  return latest(
    versions.filter((version) => version.decidedOn <= asOf),
    'rebaselined',
  );
}

/** The measure that speaks for the benefit in money, status and states: the lowest position, then the lowest id; null without measures. */
export function leadMeasure<M extends { id: string; position: number }>(measures: readonly M[]): M | null {
  return measures.reduce<M | null>((lead, measure) => {
    if (!lead || measure.position < lead.position) return measure;
    return measure.position === lead.position && measure.id < lead.id ? measure : lead;
  }, null);
}

/**
 * The baseline in force: the one recorded last (then the higher id), be it a value or the date of a coming measurement; null
 * when none is recorded. Earlier ones stay as history.
 */
export function baselineInForce<B extends { id: string; recordedAt: Date }>(baselines: readonly B[]): B | null {
  return baselines.reduce<B | null>((best, baseline) => {
    if (!best) return baseline;
    const difference = baseline.recordedAt.getTime() - best.recordedAt.getTime();
    return difference > 0 || (difference === 0 && baseline.id > best.id) ? baseline : best;
  }, null);
}

/** The value money is computed from where a plan has no baseline: of the baselines with a value, the one recorded last (then the higher id). */
export function latestBaselineValue(
  baselines: readonly { id: string; recordedAt: Date; value: DecimalValue | null }[],
): DecimalValue | null {
  return baselineInForce(baselines.filter(({ value }) => value !== null))?.value ?? null;
}
