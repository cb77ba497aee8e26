import type { Checklist, Rung, ValidationTest } from '@hoest/finance';
import { addDays, type CalendarDate } from '@hoest/quantities';
import type { RandomSource } from '../random-source';
import { workday } from '../story-calendar';

/** What finance answered, and when. */
export interface Answer {
  on: CalendarDate;
  outcome: 'approved' | 'disputed' | 'withdrawn';
  checklist: Checklist | null;
  reason: string | null;
}

/** An amount reported to finance, before it becomes a row. */
export interface Claim {
  id: string;
  rung: Rung;
  /** First and last month the amount is about, in one year. */
  from: CalendarDate;
  to: CalendarDate;
  amountMinor: bigint;
  /** Key of the person. */
  proposer: string;
  /** Moment it was reported. */
  proposedAt: string;
  /** Null = it waits. */
  answer: Answer | null;
  measurementId?: string;
  evidenceKind?: string;
  budgetVersionId?: string;
  postingRef?: string;
  accountsRef?: string;
  comment?: string;
  correctsClaimId?: string;
  /** The claim whose entry is taken back. */
  reversesClaimId?: string;
}

const PASSED: Checklist = {
  causation: 'passed',
  realisation: 'passed',
  valuation: 'passed',
  attribution: 'passed',
  validation: 'passed',
};

export function approved(on: CalendarDate, doubt: readonly [ValidationTest, string] | null = null): Answer {
  const checklist: Checklist = doubt ? { ...PASSED, [doubt[0]]: 'doubtful' } : PASSED;
  return { on, outcome: 'approved', checklist, reason: doubt?.[1] ?? null };
}

export function disputed(on: CalendarDate, test: ValidationTest, reason: string): Answer {
  return { on, outcome: 'disputed', checklist: { ...PASSED, [test]: 'failed' }, reason };
}

/** The working day some days after another; a weekend is brought forward to its Friday. */
export function daysLater(random: RandomSource, on: CalendarDate, low: number, high: number): CalendarDate {
  return workday(addDays(on, random.whole(low, high)));
}

export const dayOf = (instant: string): CalendarDate => instant.slice(0, 10);
