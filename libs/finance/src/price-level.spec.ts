import fc from 'fast-check';
import { priceLevelsFrom, toPriceLevel } from './price-level';

const levels = priceLevelsFrom(2025, { 2026: '0.035' });
const shown = (result: ReturnType<typeof toPriceLevel>) =>
  result.kind === 'amount' ? result.amount.toFixed(2) : result;

describe('price level (F8)', () => {
  it('lifts 500,000 from 2025 to 2026', () =>
    expect(shown(toPriceLevel(500_000, 2025, 2026, levels))).toBe('517500.00'));
  it('takes 500,000 from 2026 back to 2025', () =>
    expect(shown(toPriceLevel(500_000, 2026, 2025, levels))).toBe('483091.79'));
  it('leaves an amount of the same year alone, index or not', () => {
    expect(shown(toPriceLevel('1.5', 1999, 1999, {}))).toBe('1.50');
  });
  it('names the year the index lacks', () => {
    expect(toPriceLevel(1, 2025, 2030, levels)).toEqual({ kind: 'unknown', year: 2030 });
    expect(toPriceLevel(1, 2024, 2026, levels)).toEqual({ kind: 'unknown', year: 2024 });
    expect(toPriceLevel(1, 2025, 2026, { 2025: 0, 2026: 1 })).toEqual({ kind: 'unknown', year: 2025 });
  });
  it('stops at the first missing rise', () => {
    expect(Object.keys(priceLevelsFrom(2025, { 2026: '0.03', 2028: '0.03' }))).toEqual(['2025', '2026']);
  });
  it('there and back is the same amount, whatever the base of the index', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        (amount, a, b) => {
          const there = toPriceLevel(amount, 1, 2, { 1: a, 2: b });
          const back = there.kind === 'amount' ? toPriceLevel(there.amount, 2, 1, { 1: a * 7, 2: b * 7 }) : there;
          return back.kind === 'amount' && back.amount.minus(amount).abs().lessThan('1e-15');
        },
      ),
    );
  });
});
