import * as fc from 'fast-check';
import { rowAt, rowOffsets } from './sized-scroll';

describe('rows of known heights', () => {
  it('begin where the ones before end', () => {
    expect([...rowOffsets([36, 36, 48])]).toEqual([0, 36, 72, 120]);
  });

  it('are found by position', () => {
    const offsets = rowOffsets([36, 36, 48]);
    expect([0, 35, 36, 71, 72, 119, 120, 9999].map((position) => rowAt(offsets, position))).toEqual([
      0, 0, 1, 1, 2, 2, 2, 2,
    ]);
  });

  it('cover each position by exactly one row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 }),
        fc.nat(10_000),
        (heights, position) => {
          const offsets = rowOffsets(heights);
          const row = rowAt(offsets, position);
          const inside = position < (offsets.at(-1) ?? 0);
          expect((offsets[row] ?? 0) <= position).toBe(true);
          if (inside) expect((offsets[row + 1] ?? 0) > position).toBe(true);
        },
      ),
    );
  });
});
