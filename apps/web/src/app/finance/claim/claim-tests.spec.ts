import { VALIDATION_TESTS } from '@hoest/finance';
import { disputeChecklist, draftFault, draftOf, type Hint, sumOf, testStates } from './claim-tests';

const hint = (test: Hint['test'], result: Hint['result']): Hint => ({ test, result, code: 'no_evidence', about: null });

describe('the five tests of an amount', () => {
  it('name what the records say against each, the worse of two', () => {
    const states = testStates([
      hint('attribution', 'doubtful'),
      hint('attribution', 'failed'),
      hint('valuation', 'doubtful'),
    ]);
    expect(states.map(({ test, result, hints }) => [test, result, hints.length])).toEqual([
      ['causation', 'clear', 0],
      ['realisation', 'clear', 0],
      ['valuation', 'doubtful', 1],
      ['attribution', 'failed', 2],
      ['validation', 'clear', 0],
    ]);
  });

  it('stand as passed only where nothing speaks against any of them', () => {
    expect(draftFault(draftOf([]))).toBeNull();
    expect(draftOf([hint('validation', 'doubtful')]).checklist).toEqual({});
    expect(draftFault(draftOf([hint('validation', 'doubtful')]))).toBe('unanswered');
  });

  it('ask for a reason when in doubt, and never pass a failed one', () => {
    const { checklist } = draftOf([]);
    const doubtful = { ...checklist, valuation: 'doubtful' as const };
    expect(draftFault({ checklist: doubtful, reason: '  ' })).toBe('reason_missing');
    expect(draftFault({ checklist: doubtful, reason: 'Aftalt' })).toBeNull();
    expect(draftFault({ checklist: { ...doubtful, causation: 'failed' }, reason: 'Aftalt' })).toBe('failed');
  });

  it('of a dispute are failed where named', () => {
    const checklist = disputeChecklist(['attribution']);
    expect(VALIDATION_TESTS.filter((test) => checklist[test] === 'failed')).toEqual(['attribution']);
  });
});

describe('the sum of chosen amounts', () => {
  it('subtracts disbenefits and is exact', () => {
    expect(
      sumOf([
        { amountMinor: '188000000', polarity: 1 },
        { amountMinor: '900719925474099300', polarity: 1 },
        { amountMinor: '1', polarity: -1 },
      ]),
    ).toBe(900719925662099299n);
  });
});
