import { Decimal, sumOf } from '@hoest/quantities';
import type { IndicatorDefinition } from '../indicator-definition';
import type { MemberSums } from './indicator-value';
import type { CountedMember } from './movement';

/** Whether a member counts: `missing` counts 0 because nothing was recorded, `exempt` does not count. */
export const MEMBER_STATUSES = ['counted', 'exempt', 'missing'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** A stored member row as far as the arithmetic needs it, or several together that do not differ between the dates. */
export interface WeighedMember {
  key: string;
  /** Sums over the members it stands for. */
  numerator: string;
  denominator: string;
  status: MemberStatus;
  /** How many members it stands for; default 1. Steps cannot stand together: only the best one counts. */
  count?: number;
}

/** Stands for "there is no strategy" in the movement of a step. */
export const NO_MEMBER = 'none';

/**
 * Members of one indicator as terms of its quotient, so that Σ h / Σ b is its (uncapped) value: exempt ones weigh what
 * counts back of them, equally; of steps only the best one counts (the first by key among equals).
 */
export function countedMembers(definition: IndicatorDefinition, members: readonly WeighedMember[]): CountedMember[] {
  if (definition.kind === 'step') return [bestStep(members)];
  const counted = members
    .filter(({ status }) => status !== 'exempt')
    .map(({ key, numerator, denominator }) => ({ key, h: numerator, b: denominator }));
  const exempt = members.filter(({ status }) => status === 'exempt');
  const exemptCount = countOf(exempt);
  if (definition.exemptAllowance === undefined || exemptCount === 0) return counted;
  const allowed = new Decimal(countOf(members)).times(definition.exemptAllowance);
  const back = Decimal.max(0, new Decimal(exemptCount).minus(allowed)).div(exemptCount);
  return [...counted, ...exempt.map(({ key, count = 1 }) => ({ key, h: 0, b: back.times(count) }))];
}

const countOf = (members: readonly WeighedMember[]) => members.reduce((sum, { count = 1 }) => sum + count, 0);

function bestStep(members: readonly WeighedMember[]): CountedMember {
  const steps = members
    .map(({ key, numerator, denominator }) => ({ key, h: new Decimal(numerator).div(denominator) }))
    .sort((a, b) => b.h.comparedTo(a.h) || (a.key < b.key ? -1 : 1));
  return { key: steps[0]?.key ?? NO_MEMBER, h: steps[0]?.h ?? 0, b: 1 };
}

/** The sums `indicatorValue` reads, from members. Freshness is not known here. */
export function sumsOf(indicatorId: string, members: readonly WeighedMember[]): MemberSums {
  const counting = members.filter(({ status }) => status !== 'exempt');
  const ratios = counting
    .filter(({ denominator }) => !new Decimal(denominator).isZero())
    .map(({ numerator, denominator }) => new Decimal(numerator).div(denominator));
  return {
    indicatorId,
    n: countOf(counting.filter(({ denominator }) => new Decimal(denominator).greaterThan(0))),
    numerator: sumOf(counting.map(({ numerator }) => numerator)).toString(),
    denominator: sumOf(counting.map(({ denominator }) => denominator)).toString(),
    missing: countOf(members.filter(({ status }) => status === 'missing')),
    exempt: countOf(members.filter(({ status }) => status === 'exempt')),
    best: ratios.length === 0 ? null : Decimal.max(...ratios).toString(),
    dated: 0,
    fresh: 0,
  };
}
