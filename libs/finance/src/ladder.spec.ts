import fc from 'fast-check';
import {
  isNested,
  nestingFault,
  NO_AMOUNTS,
  type Rung,
  type RungAmounts,
  RUNGS,
  rungNumber,
  rungOf,
  withEntry,
} from './ladder';

const entry = fc.record({
  rung: fc.constantFrom<Rung>(...RUNGS),
  amount: fc.bigInt({ min: -500n, max: 1000n }).filter((amount) => amount !== 0n),
});

/** Enters what the rules let through, in order. */
function enter(entries: readonly { rung: Rung; amount: bigint }[]): RungAmounts {
  return entries.reduce(
    (amounts, { rung, amount }) =>
      nestingFault(amounts, rung, amount) === null ? withEntry(amounts, rung, amount) : amounts,
    NO_AMOUNTS,
  );
}

describe('finance ladder', () => {
  it('numbers the rungs 1 to 4', () => {
    expect(RUNGS.map(rungNumber)).toEqual([1, 2, 3, 4]);
    expect([1, 2, 3, 4].map(rungOf)).toEqual(RUNGS);
    expect(() => rungOf(0)).toThrow(RangeError);
  });

  it('never lets a rung exceed the rung below it', () => {
    // Long enough for amounts to have climbed before something below them is taken back.
    const many = fc.array(entry, { minLength: 20, maxLength: 60, size: 'max' });
    fc.assert(fc.property(many, (entries) => isNested(enter(entries))));
  });

  it('names how much the rung below still carries', () => {
    const amounts = { ...NO_AMOUNTS, quality_assured: 500n, budgeted: 300n };
    expect(nestingFault(amounts, 'budgeted', 201n)).toEqual({
      kind: 'above-lower-rung',
      below: 'quality_assured',
      room: 200n,
    });
    expect(nestingFault(amounts, 'budgeted', 200n)).toBeNull();
  });

  it('names what must be taken back above before an amount can go', () => {
    const amounts = { ...NO_AMOUNTS, quality_assured: 500n, budgeted: 300n };
    expect(nestingFault(amounts, 'quality_assured', -250n)).toEqual({
      kind: 'below-higher-rung',
      above: 'budgeted',
      excess: 50n,
    });
    expect(nestingFault(NO_AMOUNTS, 'confirmed', -1n)).toEqual({ kind: 'negative', standing: 0n });
  });

  it('comes to the same amounts in any order in which all entries fit', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const forward = entries.reduce((amounts, { rung, amount }) => withEntry(amounts, rung, amount), NO_AMOUNTS);
        const backward = [...entries]
          .reverse()
          .reduce((sum, { rung, amount }) => withEntry(sum, rung, amount), NO_AMOUNTS);
        expect(forward).toEqual(backward);
      }),
    );
  });

  it('is what it was before after a reversal, to the øre', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), entry, (entries, last) => {
        const before = enter(entries);
        if (nestingFault(before, last.rung, last.amount) !== null) return;
        const after = withEntry(before, last.rung, last.amount);
        expect(nestingFault(after, last.rung, -last.amount)).toBeNull();
        expect(withEntry(after, last.rung, -last.amount)).toEqual(before);
      }),
    );
  });
});
