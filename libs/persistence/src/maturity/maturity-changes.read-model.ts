import {
  CATALOGUE,
  type CountedMember,
  countedMembers,
  explainMovement,
  explainTheme,
  hasValue,
  type IndicatorDefinition,
  INDICATORS,
  indicatorValue,
  type IndicatorValue,
  quotientOf,
  sumsOf,
  type Theme,
  THEMES,
  themeScore,
  type ThemeTerm,
  unavailableIndicator,
  type WeighedMember,
} from '@hoest/maturity';
import { addDays, type CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import { type ChangedMember, readChangedMembers, readUnchangedMembers, type UnchangedMembers } from './changed-members';
import { type ChangeRecord, nameRecords, type UnnamedRecord } from './change-records';
import { readMaturityScope } from './maturity-scope';

export interface ThemeChange {
  id: Theme;
  /** Null = insufficient basis on that day. */
  before: number | null;
  after: number | null;
  /** What each indicator contributed; adds up to `after` − `before`. Empty when one of them is null. */
  parts: { indicatorId: string; performance: number; coverage: number }[];
}

export interface IndicatorChange {
  indicatorId: string;
  /** The value itself, uncapped; null = none on that day, or too few persons to say. */
  before: number | null;
  after: number | null;
  /** Terms of the movement; they add up to `after` − `before`. Empty when one of them is null. Largest first. */
  records: ChangeRecord[];
}

export interface MaturityChanges {
  from: CalendarDate;
  to: CalendarDate;
  themes: ThemeChange[];
  /** Only indicators that moved, or of which records changed. */
  indicators: IndicatorChange[];
}

export interface ChangesQuery {
  unitId?: string | null | undefined;
  /** End of this day is compared; default the last month end. */
  from?: CalendarDate | null | undefined;
  /** Default today. */
  to?: CalendarDate | null | undefined;
}

/**
 * Why the figures of a scope moved between two days: per theme the indicators, per indicator the records, with what or who
 * caused it. Members are taken as they were known when those days were computed. About people only causes are told.
 * @returns undefined when there is no such unit
 */
export async function readMaturityChanges(tx: Transaction, query: ChangesQuery): Promise<MaturityChanges | undefined> {
  const scope = await readMaturityScope(tx, query.unitId ?? null);
  if (!scope) return undefined;
  const to = query.to && query.to < scope.today ? query.to : scope.today;
  const from = query.from ?? addDays(`${to.slice(0, 8)}01`, -1);
  const changed = await readChangedMembers(tx, scope, from, to);
  const unchanged = await readUnchangedMembers(tx, scope, from);
  const moments = INDICATORS.map((definition) => momentsOf(definition, changed, unchanged, scope.whole));
  const records = await nameRecords(tx, moments.flatMap(recordsOf));
  const byIndicator = Map.groupBy(records, ({ indicatorId }) => indicatorId);
  return {
    from,
    to,
    themes: THEMES.map((theme) => themeChange(theme, moments)),
    indicators: moments
      .filter(({ changed: own }) => own.length > 0)
      .map(({ definition, before, after }) => ({
        indicatorId: definition.id,
        before: before.shown,
        after: after.shown,
        records: byIndicator.get(definition.id) ?? [],
      })),
  };
}

interface Moment {
  members: CountedMember[];
  value: IndicatorValue;
  /** Σ h / Σ b; null when there is no value or it must not be shown. */
  shown: number | null;
}

interface Moments {
  definition: IndicatorDefinition;
  changed: ChangedMember[];
  before: Moment;
  after: Moment;
}

function momentsOf(
  definition: IndicatorDefinition,
  changed: readonly ChangedMember[],
  unchanged: readonly UnchangedMembers[],
  whole: boolean,
): Moments {
  const own = changed.filter(({ indicatorId }) => indicatorId === definition.id);
  const rest = unchanged
    .filter(({ indicatorId }) => indicatorId === definition.id)
    .map((one, index): WeighedMember => ({ ...one, key: one.objectId ?? `unchanged ${index}` }));
  const at = (side: 'before' | 'after') => {
    const states = own.flatMap((one): WeighedMember[] => {
      const state = one[side];
      return state ? [{ ...state, key: one.objectId }] : [];
    });
    return momentOf(definition, [...rest, ...states], whole);
  };
  return { definition, changed: own, before: at('before'), after: at('after') };
}

function momentOf(definition: IndicatorDefinition, members: readonly WeighedMember[], whole: boolean): Moment {
  const value = indicatorValue(definition, sumsOf(definition.id, members), whole);
  const counted = countedMembers(definition, members);
  return { members: counted, value, shown: value.value === null ? null : (quotientOf(counted)?.toNumber() ?? null) };
}

/** Records of the period with their terms of the movement. */
function recordsOf({ changed, before, after }: Moments): UnnamedRecord[] {
  const known = before.shown !== null && after.shown !== null;
  const terms = known ? (explainMovement(before.members, after.members)?.terms ?? []) : [];
  const contributions = new Map(terms.map(({ key, contribution }) => [key, contribution.toNumber()]));
  // Steps move by the strategy that was best and the one that is: a strategy that is neither contributes nothing.
  const inPeriod = changed.filter(({ cause }) => cause !== null);
  return inPeriod.map((one) => ({
    changed: one,
    contribution: known ? (contributions.get(one.objectId) ?? 0) : null,
  }));
}

function themeChange(theme: Theme, moments: readonly Moments[]): ThemeChange {
  const sides = (['before', 'after'] as const).map((side) => {
    const indicators = CATALOGUE.filter((entry) => entry.theme === theme).map((entry) => {
      const computed = moments.find(({ definition }) => definition.id === entry.id);
      const { status, score } = computed ? computed[side].value : unavailableIndicator(entry.id);
      return { id: entry.id, star: entry.star, weight: entry.weight, status, score };
    });
    const valued = indicators.flatMap((one) =>
      hasValue(one) && one.score !== null ? [{ ...one, score: one.score }] : [],
    );
    return { score: themeScore(indicators).score, valued };
  });
  const [before, after] = sides;
  const movement =
    before && after && before.score !== null && after.score !== null ? explainTheme(before.valued, after.valued) : null;
  return {
    id: theme,
    before: before?.score ?? null,
    after: after?.score ?? null,
    parts: (movement?.terms ?? [])
      .filter(({ performance, coverage }: ThemeTerm) => performance !== 0 || coverage !== 0)
      .map(({ id, performance, coverage }) => ({ indicatorId: id, performance, coverage })),
  };
}
