import { Decimal } from '@hoest/quantities';
import fc from 'fast-check';
import { poolCap, poolCapWhole } from './pool-cap';

const claim = (id: string, amount: number, agreedShare: string | null = null) => ({ id, claim: amount, agreedShare });
const shown = (division: ReturnType<typeof poolCap>) => division.granted.map(({ amount }) => amount.toFixed(2));

describe('pool cap (F14)', () => {
  it('scales claims that exceed what can be removed', () => {
    const division = poolCap([claim('a', 400), claim('b', 300), claim('c', 200)], 600);
    expect(division.overclaimed).toBe(true);
    expect(shown(division)).toEqual(['266.67', '200.00', '133.33']);
  });

  it('leaves claims alone that fit', () => {
    const division = poolCap([claim('a', 400), claim('b', 200)], 600);
    expect(division).toMatchObject({ overclaimed: false });
    expect(shown(division)).toEqual(['400.00', '200.00']);
  });

  it('lets agreed shares override, the others divide the rest', () => {
    const division = poolCap([claim('a', 400, '0.5'), claim('b', 300), claim('c', 200)], 600);
    expect(shown(division)).toEqual(['300.00', '180.00', '120.00']);
  });

  it('never grants more than the claim, and shrinks agreed shares above 1', () => {
    expect(shown(poolCap([claim('a', 100, '0.9'), claim('b', 900)], 600))).toEqual(['100.00', '500.00']);
    expect(shown(poolCap([claim('a', 600, '0.8'), claim('b', 600, '0.8')], 600))).toEqual(['300.00', '300.00']);
  });

  it('passes on claims of 0 or less: they take and free nothing', () => {
    expect(shown(poolCap([claim('a', -50), claim('b', 700), claim('c', 0)], 600))).toEqual([
      '-50.00',
      '600.00',
      '0.00',
    ]);
  });

  it('grants nothing from an empty pool', () => {
    expect(shown(poolCap([claim('a', 10), claim('b', 5, '1')], 0))).toEqual(['0.00', '0.00']);
  });

  it('in whole units never exceeds the pool or a claim, whatever the order', () => {
    const claims = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        claim: fc.bigInt({ min: -1000n, max: 1_000_000n }),
        agreedShare: fc.option(
          fc.integer({ min: 0, max: 10_000 }).map((value) => new Decimal(value).dividedBy(10_000).toFixed()),
        ),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(claims, fc.bigInt({ min: 0n, max: 2_000_000n }), (made, removable) => {
        const { granted, overclaimed } = poolCapWhole(made, removable);
        expect(poolCapWhole([...made].reverse(), removable)).toEqual({ granted: new Map([...granted]), overclaimed });
        let sum = 0n;
        for (const { id, claim: asked } of made) {
          const given = granted.get(id) ?? -1n;
          if (asked <= 0n) expect(given).toBe(asked);
          else {
            expect(given >= 0n && given <= asked).toBe(true);
            sum += given;
          }
        }
        const claimed = made.reduce((total, { claim: asked }) => (asked > 0n ? total + asked : total), 0n);
        expect(sum <= removable || (!overclaimed && sum === claimed)).toBe(true);
        if (made.every(({ agreedShare }) => agreedShare === null))
          expect(sum).toBe(claimed < removable ? claimed : removable);
      }),
    );
  });
});
