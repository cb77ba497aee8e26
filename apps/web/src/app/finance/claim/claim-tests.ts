import type { FinanceClaim } from '@hoest/contracts';
import { type Checklist, type TestResult, VALIDATION_TESTS, type ValidationTest } from '@hoest/finance';

export type Hint = FinanceClaim['hints'][number];

/** One of the five tests before a person has said anything: what the records say against it, or nothing. */
export interface TestState {
  test: ValidationTest;
  /** `clear` = the records say nothing against it; a person still has to. */
  result: 'clear' | 'doubtful' | 'failed';
  hints: Hint[];
}

/** The five tests in their order, each with its hints; a hint that fails weighs more than one that doubts. */
export function testStates(hints: readonly Hint[]): TestState[] {
  return VALIDATION_TESTS.map((test) => {
    const own = hints.filter((hint) => hint.test === test);
    const result = own.some((hint) => hint.result === 'failed') ? 'failed' : own.length ? 'doubtful' : 'clear';
    return { test, result, hints: own };
  });
}

/** What the reader has said so far of an amount about to be approved. */
export interface Draft {
  checklist: Partial<Checklist>;
  /** Why it is approved in spite of a doubt. */
  reason: string;
}

/** All five passed where the records say nothing against any of them; else each is for the reader to say. */
export function draftOf(hints: readonly Hint[]): Draft {
  const checklist = hints.length
    ? {}
    : (Object.fromEntries(VALIDATION_TESTS.map((test) => [test, 'passed'])) as Checklist);
  return { checklist, reason: '' };
}

export type DraftFault = 'unanswered' | 'failed' | 'reason_missing';

/** What keeps a draft from being approved; null when nothing does. A failed test is disputed, never approved. */
export function draftFault({ checklist, reason }: Draft): DraftFault | null {
  const results = VALIDATION_TESTS.map((test): TestResult | undefined => checklist[test]);
  if (results.includes('failed')) return 'failed';
  if (results.includes(undefined)) return 'unanswered';
  return results.includes('doubtful') && reason.trim() === '' ? 'reason_missing' : null;
}

/** Sum of reported amounts as they move the ledger: disbenefits are subtracted; minor units. */
export function sumOf(claims: readonly Pick<FinanceClaim, 'amountMinor' | 'polarity'>[]): bigint {
  return claims.reduce((sum, { amountMinor, polarity }) => sum + BigInt(polarity) * BigInt(amountMinor), 0n);
}

/** The five tests of a dispute: those named have not been passed, the others have. */
export function disputeChecklist(failed: readonly ValidationTest[]): Checklist {
  return Object.fromEntries(
    VALIDATION_TESTS.map((test) => [test, failed.includes(test) ? 'failed' : 'passed']),
  ) as Checklist;
}
