import { TestBed } from '@angular/core/testing';
import { Format, UiLocale } from '@hoest/ui';
import fc from 'fast-check';
import { shownAmount, shownParts, shownStep } from './shown-amounts';

const MILLION_STEP = 10_000_000n;
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n);

describe('amounts as the reader sees them', () => {
  it('add up to the total shown where each rounded alone would not', () => {
    // 3 × 0,14 mio. = 0,42: alone 0,1 + 0,1 + 0,1, together 0,4.
    expect(shownParts([14_000_000n, 14_000_000n, 14_000_000n], MILLION_STEP)).toEqual([
      20_000_000n,
      10_000_000n,
      10_000_000n,
    ]);
  });

  it('give nothing to a part that is nothing', () => {
    expect(shownParts([0n, 16_000_000n, 0n, 28_000_000n], MILLION_STEP)).toEqual([0n, 10_000_000n, 0n, 30_000_000n]);
  });

  it('always add up, and move by less than a step', () => {
    const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(1n, 100n, 100_000n, MILLION_STEP),
        (parts, step) => {
          const shown = shownParts(parts, step);
          expect(sum(shown)).toBe(shownAmount(sum(parts), step));
          for (const [index, part] of parts.entries()) {
            const moved = (shown[index] ?? 0n) - part;
            expect(moved < step && -moved < step).toBe(true);
          }
        },
      ),
    );
  });

  it.each(['whole', 'thousand', 'million'] as const)('are written without a further rounding in %s', (unit) => {
    const [locale, format] = [TestBed.inject(UiLocale), TestBed.inject(Format)];
    locale.amountUnit.set(unit);
    const step = shownStep(unit, locale.currency());
    const parts = [1_723_302_499n, 24_192_045n, 815_701_584n, 549_002_960n, 44_377_191n];
    const read = (minor: bigint) => Number(format.amount(minor).replace(/\./g, '').replace(',', '.'));
    const written = shownParts(parts, step).map(read);
    const total = read(shownAmount(sum(parts), step));
    expect(written.reduce((all, one) => all + one, 0)).toBeCloseTo(total, 9);
  });
});
