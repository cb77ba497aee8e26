import fc from 'fast-check';
import { accountSums, type ActualGroup, totalActuals } from './actual-totals';
import {
  type ActualLine,
  lineMatcher,
  MATCH_KINDS,
  matchLine,
  type MatchingRule,
  ownAccountRule,
  rulesCollide,
} from './matching';

const rule = (overrides: Partial<MatchingRule> = {}): MatchingRule => ({
  id: 'rule',
  benefitId: 'postage',
  account: '4301',
  match: 'exact',
  costCentre: null,
  validFrom: null,
  validTo: null,
  ...overrides,
});
const line = (overrides: Partial<ActualLine> = {}): ActualLine => ({
  account: '43010010',
  costCentre: '2100',
  month: '2026-03-01',
  ...overrides,
});

describe('the benefit a booked line belongs to', () => {
  const all = rule({ id: 'all', benefitId: 'all', account: '43', match: 'prefix' });
  const longer = rule({ id: 'longer', benefitId: 'longer', account: '4301', match: 'prefix' });
  const centre = rule({ id: 'centre', benefitId: 'centre', account: '4301', match: 'prefix', costCentre: '2100' });
  const exact = rule({ id: 'exact', benefitId: 'exact', account: '43010010' });

  it.each<[string, MatchingRule[], string]>([
    ['the longer account', [all, longer], 'longer'],
    ['a cost centre before none', [longer, centre], 'centre'],
    ['the longer account before a cost centre', [centre, exact], 'exact'],
    [
      'the exact account before one that begins so',
      [rule({ ...exact, benefitId: 'p', match: 'prefix' }), exact],
      'exact',
    ],
  ])('is the one of %s', (_, rules, benefitId) => {
    expect(matchLine(line(), rules)).toMatchObject({ kind: 'matched', benefitId });
    expect(matchLine(line(), [...rules].reverse())).toMatchObject({ kind: 'matched', benefitId });
  });

  it('is the one whose own account it is, unless a person decided otherwise', () => {
    const own = ownAccountRule({ benefitId: 'own', account: '43010010', costCentre: '2100' });
    expect(matchLine(line(), [all, own])).toEqual({ kind: 'matched', benefitId: 'own', ruleId: null });
    const decided = rule({ ...own, id: 'decided', benefitId: 'other' });
    expect(matchLine(line(), [own, decided])).toEqual({ kind: 'matched', benefitId: 'other', ruleId: 'decided' });
  });

  it('is listed and never guessed when two benefits have the same account, or none has', () => {
    const own = (benefitId: string) => ownAccountRule({ benefitId, account: '43010010', costCentre: null });
    expect(matchLine(line(), [own('b'), own('a')])).toEqual({ kind: 'ambiguous', benefitIds: ['a', 'b'] });
    expect(matchLine(line(), [own('a'), own('a')])).toMatchObject({ kind: 'matched', benefitId: 'a' });
    expect(matchLine(line(), [rule({ costCentre: '2200', account: '43010010' })])).toEqual({ kind: 'unmatched' });
    expect(matchLine(line({ costCentre: null }), [rule({ account: '43010010', costCentre: '2100' })]).kind).toBe(
      'unmatched',
    );
  });

  it('holds from the first month of a rule up to the month it ends in', () => {
    const half = rule({ account: '43010010', validFrom: '2026-03-01', validTo: '2026-05-01' });
    const kinds = ['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'].map(
      (month) => matchLine(line({ month }), [half]).kind,
    );
    expect(kinds).toEqual(['unmatched', 'matched', 'matched', 'unmatched']);
  });

  it('reads "5.32.30 1" and "5.32.301" as one account', () => {
    expect(matchLine(line({ account: '5.32.30 1 ' }), [rule({ account: '5.32.301' })]).kind).toBe('matched');
  });
});

describe('two rules', () => {
  const a = rule({ validFrom: '2026-01-01', validTo: '2026-07-01' });
  it.each<[string, Partial<MatchingRule>, boolean]>([
    ['about the same account and months', { validFrom: '2026-06-01' }, true],
    ['one after the other', { validFrom: '2026-07-01' }, false],
    ['one before the other', { validTo: '2026-01-01' }, false],
    ['always', {}, true],
    ['of another cost centre', { costCentre: '2100' }, false],
    ['of accounts that begin so', { match: 'prefix' }, false],
    ['of another account', { account: '43011' }, false],
  ])('%s', (_, overrides, collide) => {
    const b = rule({ id: 'b', ...overrides });
    expect([rulesCollide(a, b), rulesCollide(b, a)]).toEqual([collide, collide]);
  });
});

const rules = fc.array(
  fc.record({
    id: fc.option(fc.uuid(), { nil: null }),
    benefitId: fc.constantFrom('a', 'b', 'c'),
    account: fc.constantFrom('4', '43', '4301', '43010010'),
    match: fc.constantFrom('exact' as const, 'prefix' as const),
    costCentre: fc.constantFrom(null, '2100', '2200'),
    validFrom: fc.constantFrom(null, '2026-02-01'),
    validTo: fc.constantFrom(null, '2026-04-01'),
  }),
  { maxLength: 12 },
);
const groups = fc.array(
  fc.record({
    account: fc.constantFrom('43010010', '4301', '4302', '5', 'Fælles'),
    costCentre: fc.constantFrom(null, '2100', '2200'),
    month: fc.constantFrom('2026-01-01', '2026-03-01', '2026-05-01'),
    currency: fc.constantFrom('DKK', 'EUR'),
    lines: fc.integer({ min: 1, max: 5 }),
    spentMinor: fc.option(fc.bigInt({ min: -1000n, max: 1000n }), { nil: null }),
    budgetMinor: fc.option(fc.bigInt({ min: 0n, max: 1000n }), { nil: null }),
  }),
  { maxLength: 30 },
);

const sumOf = (sums: readonly { currency: string; spentMinor: bigint | null; lines: number }[], currency: string) =>
  sums
    .filter((sum) => sum.currency === currency)
    .reduce((all, sum) => ({ spent: all.spent + (sum.spentMinor ?? 0n), lines: all.lines + sum.lines }), {
      spent: 0n,
      lines: 0,
    });

describe('totals of actuals', () => {
  it('do not depend on the order of rules or lines', () => {
    fc.assert(
      fc.property(groups, rules, (lines, all) => {
        expect(totalActuals([...lines].reverse(), [...all].reverse())).toEqual(totalActuals(lines, all));
      }),
    );
  });

  it('count each line once: matched, unmatched and ambiguous are everything, benefits are the matched', () => {
    fc.assert(
      fc.property(groups, rules, (lines, all) => {
        const { byMatch, months } = totalActuals(lines, all);
        for (const currency of ['DKK', 'EUR']) {
          const parts = [...byMatch.matched, ...byMatch.unmatched, ...byMatch.ambiguous];
          expect(sumOf(parts, currency)).toEqual(sumOf(lines, currency));
          expect(sumOf(months, currency)).toEqual(sumOf(byMatch.matched, currency));
        }
      }),
    );
  });

  it('match as one line at a time does', () => {
    fc.assert(
      fc.property(groups, rules, (lines: ActualGroup[], all) => {
        const match = lineMatcher(all);
        for (const one of lines) expect(match(one)).toEqual(matchLine(one, all));
      }),
    );
  });

  it('do not make 0 of what nobody stated', () => {
    const group = { ...line(), currency: 'DKK', lines: 1, spentMinor: null, budgetMinor: 0n };
    expect(totalActuals([group, group], []).byMatch.unmatched).toEqual([
      { currency: 'DKK', lines: 2, spentMinor: null, budgetMinor: 0n },
    ]);
  });

  it('are the sums of their accounts, in any order, the account with most money first', () => {
    fc.assert(
      fc.property(groups, rules, (lines, all) => {
        const { byMatch } = totalActuals(lines, all);
        for (const kind of MATCH_KINDS) {
          const accounts = accountSums(lines, all, kind);
          expect(accountSums([...lines].reverse(), [...all].reverse(), kind)).toEqual(accounts);
          for (const currency of ['DKK', 'EUR']) {
            expect(sumOf(accounts, currency)).toEqual(sumOf(byMatch[kind], currency));
          }
        }
      }),
    );
    const of = (account: string, spentMinor: bigint) => ({
      ...{ ...line({ account }), currency: 'DKK', lines: 1, spentMinor, budgetMinor: null },
    });
    const accounts = accountSums([of('1', 5n), of('2', -9n), { ...of('1', 1n), month: '2026-05-01' }], [], 'unmatched');
    expect(accounts.map(({ account, firstMonth, lastMonth }) => [account, firstMonth, lastMonth])).toEqual([
      ['2', '2026-03-01', '2026-03-01'],
      ['1', '2026-03-01', '2026-05-01'],
    ]);
  });
});
