import { Decimal } from '@hoest/quantities';
import type { IndicatorDefinition } from '../indicator-definition';
import type { CountedMember } from './movement';

/** Whether a member counts: `missing` counts 0 because nothing was recorded, `exempt` does not count. */
export const MEMBER_STATUSES = ['counted', 'exempt', 'missing'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** A stored member row as far as the arithmetic needs it. */
export interface WeighedMember {
  key: string;
  numerator: string;
  denominator: string;
  status: MemberStatus;
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
  if (definition.exemptAllowance === undefined || exempt.length === 0) return counted;
  const allowed = new Decimal(members.length).times(definition.exemptAllowance);
  const back = Decimal.max(0, new Decimal(exempt.length).minus(allowed)).div(exempt.length);
  return [...counted, ...exempt.map(({ key }) => ({ key, h: 0, b: back }))];
}

function bestStep(members: readonly WeighedMember[]): CountedMember {
  const steps = members
    .map(({ key, numerator, denominator }) => ({ key, h: new Decimal(numerator).div(denominator) }))
    .sort((a, b) => b.h.comparedTo(a.h) || (a.key < b.key ? -1 : 1));
  return { key: steps[0]?.key ?? NO_MEMBER, h: steps[0]?.h ?? 0, b: 1 };
}
