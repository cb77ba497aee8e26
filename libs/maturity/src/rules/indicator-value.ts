import { Decimal, type Label } from '@hoest/quantities';
import { FEWEST_PERSONS, type IndicatorDefinition, type IndicatorStatus } from '../indicator-definition';
import type { Level } from '../themes';
import { levelOf, levelRangeOf, scoreOf } from './score';

/** Sums over the members of one indicator in one scope, as the database adds them; decimals as text. */
export interface MemberSums {
  indicatorId: string;
  /** Members that count (`counted` and `missing`) and have a denominator above 0. */
  n: number;
  numerator: string;
  denominator: string;
  /** Members that count 0 because nothing was recorded. */
  missing: number;
  exempt: number;
  /** Largest numerator / denominator of one member; null without members. */
  best: string | null;
  /** Members whose record can grow old, and those of them inside their update limit. */
  dated: number;
  fresh: number;
}

/** One indicator in a scope. Nothing is 0 that is not known to be 0. */
export interface IndicatorValue {
  id: string;
  status: IndicatorStatus;
  /** Why there is no value; null when there is one. */
  reason: Label | null;
  /** Unrounded ratio, capped where the catalogue caps it; null without value, and for fewer than five persons. */
  value: number | null;
  /** Sums as they entered the value, exact decimals as text; null as `value`. */
  numerator: string | null;
  denominator: string | null;
  /** Members that count. */
  n: number;
  /** 0–100; null unless `ok` or `stale`. */
  score: number | null;
  level: Level | null;
  /** Levels the Wilson bounds allow; proportions only. */
  levelRange: [Level, Level] | null;
  /** Share of records inside their update limit, 0–1; null when none can grow old. */
  freshness: number | null;
  missing: number;
  exempt: number;
}

const EMPTY: Omit<MemberSums, 'indicatorId'> = {
  n: 0,
  numerator: '0',
  denominator: '0',
  missing: 0,
  exempt: 0,
  best: null,
  dated: 0,
  fresh: 0,
};

const ORGANISATION_ONLY: Label = {
  da: 'Opgøres kun for hele organisationen',
  en: 'Only asked of the whole organisation',
};
const TOO_FEW: Label = { da: 'For få til at indgå', en: 'Too few to count' };

export const NOT_AVAILABLE: Label = { da: 'Modulet er ikke i brug', en: 'Module not in use' };

/**
 * Value, status, score and level of one indicator from the sums of its members; `sums` undefined = no members.
 * @param whole whether the scope is the whole organisation
 * Source: domain rules, section 7
 */
export function indicatorValue(
  definition: IndicatorDefinition,
  sums: MemberSums | undefined,
  whole: boolean,
): IndicatorValue {
  if (definition.reach === 'organisation' && !whole)
    return without(definition.id, 'not_applicable', ORGANISATION_ONLY, EMPTY);
  const given = sums ?? EMPTY;
  const counted = countBackExempt(definition, given);
  if (definition.kind === 'step') return step(definition, given);
  if (counted.denominator.isZero()) return empty(definition, given);
  const value = counted.numerator.div(counted.denominator);
  const n = definition.exemptAllowance === undefined ? given.n : counted.denominator.floor().toNumber();
  const hidden = definition.aboutPeople && n < FEWEST_PERSONS;
  const enough = n >= definition.minN;
  const x = Math.min(definition.cap ?? Infinity, value.toNumber());
  const score = enough ? scoreOf(x, definition.goalposts) : null;
  return {
    id: definition.id,
    status: enough ? 'ok' : 'insufficient_n',
    reason: enough ? null : TOO_FEW,
    value: hidden ? null : x,
    numerator: hidden ? null : counted.numerator.toString(),
    denominator: hidden ? null : counted.denominator.toString(),
    n,
    score,
    level: score === null ? null : levelOf(score),
    levelRange:
      definition.kind === 'proportion' && !hidden
        ? levelRangeOf(counted.numerator.toNumber(), counted.denominator.toNumber(), definition.goalposts)
        : null,
    freshness: freshnessOf(given),
    missing: given.missing,
    exempt: given.exempt,
  };
}

/** An indicator of the catalogue that the product does not compute. */
export function unavailableIndicator(id: string): IndicatorValue {
  return without(id, 'no_data', NOT_AVAILABLE, EMPTY);
}

/**
 * Exempt members beyond the allowed share of all members count in the denominator again: of 10 with 4 exempt and an
 * allowance of 20 %, 2 count back.
 */
function countBackExempt(definition: IndicatorDefinition, sums: Omit<MemberSums, 'indicatorId'>) {
  const numerator = new Decimal(sums.numerator);
  const denominator = new Decimal(sums.denominator);
  if (definition.exemptAllowance === undefined) return { numerator, denominator };
  const allowed = new Decimal(sums.n + sums.exempt).times(definition.exemptAllowance);
  return { numerator, denominator: denominator.plus(Decimal.max(0, new Decimal(sums.exempt).minus(allowed))) };
}

function step(definition: IndicatorDefinition, sums: Omit<MemberSums, 'indicatorId'>): IndicatorValue {
  const value = new Decimal(sums.best ?? 0);
  const score = scoreOf(value.toNumber(), definition.goalposts);
  return {
    id: definition.id,
    status: 'ok',
    reason: sums.n === 0 ? definition.whenEmpty.reason : null,
    value: value.toNumber(),
    numerator: value.times(100).toString(),
    denominator: '100',
    // The question is always asked once, also when there is no strategy to answer it.
    n: Math.max(1, sums.n),
    score,
    level: levelOf(score),
    levelRange: null,
    freshness: freshnessOf(sums),
    missing: sums.missing,
    exempt: sums.exempt,
  };
}

function empty(definition: IndicatorDefinition, sums: Omit<MemberSums, 'indicatorId'>): IndicatorValue {
  const why = sums.exempt > 0 && definition.whenOnlyExempt ? definition.whenOnlyExempt : definition.whenEmpty;
  return without(definition.id, why.status === 'zero' ? 'no_data' : why.status, why.reason, sums);
}

function without(
  id: string,
  status: IndicatorStatus,
  reason: Label,
  sums: Omit<MemberSums, 'indicatorId'>,
): IndicatorValue {
  return {
    id,
    status,
    reason,
    value: null,
    numerator: null,
    denominator: null,
    n: 0,
    score: null,
    level: null,
    levelRange: null,
    freshness: null,
    missing: sums.missing,
    exempt: sums.exempt,
  };
}

function freshnessOf(sums: Omit<MemberSums, 'indicatorId'>): number | null {
  return sums.dated === 0 ? null : sums.fresh / sums.dated;
}
