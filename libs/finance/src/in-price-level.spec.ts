import fc from 'fast-check';
import { inPriceLevel, type PricedAmount, type PriceMode, sumInPriceLevel } from './in-price-level';

const LEVELS = { 2024: '100', 2025: '103.5', 2026: '107.1225' };
const current: PriceMode = { kind: 'current' };
const fixed = (year: number): PriceMode => ({ kind: 'fixed', year });

describe('an amount in a price level (F8)', () => {
  it.each([
    ['of 2025 prices in 2026 is lifted in current prices', 2025, current, 51_750_000n],
    ['of 2025 prices stays in fixed 2025 prices', 2025, fixed(2025), 50_000_000n],
    ['of 2026 prices is taken back to fixed 2025 prices', 2026, fixed(2025), 48_309_179n],
    ['without a price year is in the prices of its own year', null, current, 50_000_000n],
    ['without a price year is taken back like one of its own year', null, fixed(2025), 48_309_179n],
  ] as const)('%s', (_, priceYear, mode, amountMinor) => {
    expect(inPriceLevel({ amountMinor: 50_000_000n, year: 2026, priceYear }, mode, LEVELS)).toEqual({
      kind: 'amount',
      amountMinor,
    });
  });

  it('keeps its sign', () => {
    const loss = { amountMinor: -50_000_000n, year: 2026, priceYear: 2025 };
    expect(inPriceLevel(loss, current, LEVELS)).toEqual({ kind: 'amount', amountMinor: -51_750_000n });
  });

  it('is unknown, never a guess, when the index lacks a year it needs', () => {
    const early = { amountMinor: 1n, year: 2026, priceYear: 2019 };
    expect(inPriceLevel(early, current, LEVELS)).toEqual({ kind: 'unknown', years: [2019] });
    expect(inPriceLevel({ ...early, amountMinor: 0n }, fixed(2025), LEVELS).kind).toBe('unknown');
    expect(inPriceLevel(early, fixed(2019), {})).toEqual({ kind: 'amount', amountMinor: 1n });
  });
});

const pricedAmount = fc.record<PricedAmount>({
  amountMinor: fc.bigInt({ min: -100_000_000_000_000n, max: 100_000_000_000_000n }),
  year: fc.integer({ min: 2022, max: 2030 }),
  priceYear: fc.option(fc.integer({ min: 2022, max: 2030 })),
});
const priceMode = fc.oneof(fc.constant(current), fc.integer({ min: 2022, max: 2030 }).map(fixed));
/** Levels of every year 2022–2030. */
const everyLevel = fc
  .array(fc.integer({ min: 5000, max: 20_000 }), { minLength: 9, maxLength: 9 })
  .map((hundredths) => Object.fromEntries(hundredths.map((level, at) => [2022 + at, `${level / 100}`])));

const minor = (sum: ReturnType<typeof sumInPriceLevel>) => {
  if (sum.kind === 'unknown') throw new Error(`no index for ${sum.years}`);
  return sum.amountMinor;
};

describe('sums in a price level', () => {
  it('equal their parts at every level, in current and in fixed prices', () => {
    const benefit = fc.array(pricedAmount, { maxLength: 8 });
    const initiative = fc.array(benefit, { maxLength: 4 });
    const portfolio = fc.array(initiative, { maxLength: 4 });
    fc.assert(
      fc.property(portfolio, priceMode, everyLevel, (initiatives, mode, levels) => {
        const total = (leaves: PricedAmount[]) => minor(sumInPriceLevel(leaves, mode, levels));
        const sum = (parts: bigint[]) => parts.reduce((all, part) => all + part, 0n);
        const benefits = initiatives.flat();
        const leaves = benefits.flat();
        const whole = total(leaves);
        expect(sum(initiatives.map((one) => total(one.flat())))).toBe(whole);
        expect(sum(benefits.map(total))).toBe(whole);
        const years = [...new Set(leaves.map(({ year }) => year))];
        expect(sum(years.map((year) => total(leaves.filter((leaf) => leaf.year === year))))).toBe(whole);
      }),
    );
  });

  it('do not depend on the order of the parts, nor on the base of the index', () => {
    fc.assert(
      fc.property(fc.array(pricedAmount), priceMode, everyLevel, (leaves, mode, levels) => {
        const rebased = Object.fromEntries(Object.entries(levels).map(([year, level]) => [year, Number(level) * 8]));
        const whole = minor(sumInPriceLevel(leaves, mode, levels));
        expect(minor(sumInPriceLevel([...leaves].reverse(), mode, rebased))).toBe(whole);
      }),
    );
  });

  it('are unknown with one part that is, and name every year the index lacks', () => {
    const leaves = [
      { amountMinor: 100n, year: 2025, priceYear: 2025 },
      { amountMinor: 100n, year: 2031, priceYear: 2025 },
      { amountMinor: 100n, year: 2025, priceYear: 2019 },
      { amountMinor: 100n, year: 2031, priceYear: 2024 },
    ];
    expect(sumInPriceLevel(leaves, current, LEVELS)).toEqual({ kind: 'unknown', years: [2019, 2031] });
    expect(sumInPriceLevel([], fixed(1990), {})).toEqual({ kind: 'amount', amountMinor: 0n });
  });
});
