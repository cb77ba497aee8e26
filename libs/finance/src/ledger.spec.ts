import { addMonths } from '@hoest/quantities';
import fc from 'fast-check';
import { RUNGS } from './ladder';
import { acceptedByMonth, amountsByMonth, type LedgerFacts, ledgerLine, sumLines } from './ledger';
import { spreadOverMonths } from './spread';

const monthOf = (index: number) => addMonths('2026-01-01', index);
const money = fc.bigInt({ min: 0n, max: 10n ** 10n });

const month = fc.record({
  planned: money,
  realised: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 10n }),
  status: fc.constantFrom('measured' as const, 'not_measured' as const, 'not_due' as const),
  due: fc.boolean(),
  delayed: fc.boolean(),
});
const entry = fc
  .record({
    rung: fc.constantFrom(...RUNGS, 'disputed' as const),
    first: fc.nat(11),
    length: fc.nat(11),
    amountMinor: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 10n }),
  })
  .map(({ first, length, ...rest }) => ({
    ...rest,
    monthFrom: monthOf(first),
    monthTo: monthOf(Math.min(11, first + length)),
  }));
const facts: fc.Arbitrary<LedgerFacts> = fc.record({
  polarity: fc.constantFrom<1 | -1>(1, -1),
  months: fc.array(month, { maxLength: 12 }).map((months) =>
    months.map((one, index) => ({
      ...one,
      month: monthOf(index),
      delayed: one.delayed && one.status !== 'measured',
    })),
  ),
  amounts: fc.array(entry, { maxLength: 10 }),
  through: fc.constantFrom(null, ...Array.from({ length: 12 }, (_, index) => monthOf(index))),
});

describe('amount about several months', () => {
  it('is spread to the øre, what is left over on the first months', () => {
    expect(spreadOverMonths(100n, '2026-01-01', '2026-03-01').map(({ amountMinor }) => amountMinor)).toEqual([
      34n,
      33n,
      33n,
    ]);
    expect(spreadOverMonths(-100n, '2026-01-01', '2026-03-01').map(({ amountMinor }) => amountMinor)).toEqual([
      -34n,
      -33n,
      -33n,
    ]);
  });
});

describe('ledger line', () => {
  it('tells a year that has come to October', () => {
    const line = ledgerLine({
      polarity: 1,
      through: '2026-10-01',
      months: Array.from({ length: 12 }, (_, index) => ({
        month: monthOf(index),
        planned: 100n,
        realised: index < 6 ? 80n : 0n,
        status: index < 6 ? ('measured' as const) : index < 9 ? ('not_measured' as const) : ('not_due' as const),
        due: index < 9,
        delayed: false,
      })),
      amounts: [
        { rung: 'quality_assured', monthFrom: '2026-01-01', monthTo: '2026-12-01', amountMinor: 480n },
        { rung: 'budgeted', monthFrom: '2026-01-01', monthTo: '2026-12-01', amountMinor: 360n },
        { rung: 'taken_out', monthFrom: '2026-01-01', monthTo: '2026-06-01', amountMinor: 300n },
        { rung: 'disputed', monthFrom: '2026-06-01', monthTo: '2026-06-01', amountMinor: 30n },
      ],
    });
    expect(line).toMatchObject({
      plannedYear: 1200n,
      planned: 900n,
      realised: 450n,
      disputed: 30n,
      qualityAssured: 400n,
      budgeted: 300n,
      takenOut: 300n,
      confirmed: 0n,
      variance: -450n,
      year: { quality_assured: 480n, budgeted: 360n, taken_out: 300n, confirmed: 0n },
      leakage: { promised: 900n, notMeasured: 300n, disputed: 30n, shortfall: 120n, realised: 450n, budgeted: 300n },
    });
  });

  it('adds up: promised = delayed + not measured + disputed + shortfall + realised', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { leakage, planned, realised, surplus } = ledgerLine(one);
        expect(leakage.delayed + leakage.notMeasured + leakage.disputed + leakage.shortfall + leakage.realised).toBe(
          planned,
        );
        expect(realised - surplus).toBe(leakage.realised);
      }),
    );
  });

  it('does not depend on the order of months and entries', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const turned = { ...one, months: [...one.months].reverse(), amounts: [...one.amounts].reverse() };
        expect(ledgerLine(turned)).toEqual(ledgerLine(one));
      }),
    );
  });

  it('is what it was after a reversal', () => {
    fc.assert(
      fc.property(facts, entry, (one, added) => {
        const there = { ...one, amounts: [...one.amounts, added] };
        const back = { ...there, amounts: [...there.amounts, { ...added, amountMinor: -added.amountMinor }] };
        expect(ledgerLine(back)).toEqual(ledgerLine(one));
      }),
    );
  });

  it('sums to the same total whichever way the lines are grouped, also in another price level', () => {
    const inLevel = (amount: bigint) => (amount * 1035n) / 1000n;
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 8 }), fc.nat(), fc.boolean(), (many, cut, fixed) => {
        const lines = many.map((one) => ledgerLine(fixed ? { ...one, inLevel } : one));
        const at = lines.length === 0 ? 0 : cut % lines.length;
        expect(sumLines([sumLines(lines.slice(0, at)), sumLines(lines.slice(at))])).toEqual(sumLines(lines));
      }),
    );
  });

  it('has rungs that are the sum of their months in every price level', () => {
    const inLevel = (amount: bigint) => (amount * 1035n) / 1000n;
    fc.assert(
      fc.property(facts, (one) => {
        const months = [...amountsByMonth(one.amounts, inLevel).values()];
        const line = ledgerLine({ ...one, inLevel });
        for (const rung of RUNGS) {
          expect(BigInt(one.polarity) * months.reduce((sum, columns) => sum + columns[rung], 0n)).toBe(line.year[rung]);
        }
      }),
    );
  });
});

describe('what finance accepts month by month', () => {
  it('leaves out what is disputed, in the months it is about', () => {
    const measured = (index: number, realised: bigint) => ({
      month: monthOf(index),
      planned: 100n,
      realised,
      status: 'measured' as const,
      due: true,
      delayed: false,
    });
    const accepted = acceptedByMonth({
      polarity: 1,
      months: [measured(0, 90n), measured(1, 80n), { ...measured(2, 70n), due: false }],
      amounts: [
        { rung: 'disputed', monthFrom: monthOf(1), monthTo: monthOf(1), amountMinor: 80n },
        { rung: 'quality_assured', monthFrom: monthOf(0), monthTo: monthOf(0), amountMinor: 90n },
      ],
      through: monthOf(1),
    });
    expect([...accepted]).toEqual([
      [monthOf(0), 90n],
      [monthOf(1), 0n],
    ]);
  });

  it('adds up to what the ledger calls realised', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const sum = [...acceptedByMonth(one).values()].reduce((total, amount) => total + amount, 0n);
        expect(sum).toBe(ledgerLine(one).realised);
      }),
    );
  });
});
