import fc from 'fast-check';
import { benefit, measured, plan } from './money-facts.fixture';
import { type PoolFacts } from './pooled-money';
import { poolYear } from './pool-year';

/** A benefit that plans `perMonth` kr. in every month of 2025–2026. */
const member = (id: string, perMonth: number) => ({
  ...benefit({ id, plan: { ...plan, fullYearValueMinor: BigInt(perMonth * 1200), startsOn: '2025-01-01' } }),
  polarity: 1 as const,
});
const pool = (over: Partial<PoolFacts> = {}): PoolFacts => ({
  removablePerMonthMinor: 60_000n,
  currency: 'DKK',
  periodFrom: '2025-01-01',
  periodTo: null,
  members: [member('a', 400), member('b', 300), member('c', 200)],
  agreedShares: {},
  ...over,
});
const planned = (facts: PoolFacts, year = 2026) =>
  poolYear(facts, year, '2026-06-30').members.map(
    ({ id, plannedClaimMinor, plannedGrantedMinor }) => `${id} ${plannedClaimMinor} ${plannedGrantedMinor}`,
  );

describe('a pool over a year (F14)', () => {
  it('grants 266.67, 200 and 133.33 of the claims 400, 300 and 200 when 600 can be removed', () => {
    const month = pool({ periodFrom: '2026-03-01', periodTo: '2026-03-31' });
    expect(poolYear(month, 2026, '2026-06-30')).toMatchObject({
      months: 1,
      removableMinor: 60_000n,
      overclaimedMonths: 1,
    });
    expect(planned(month)).toEqual(['a 40000 26667', 'b 30000 20000', 'c 20000 13333']);
  });

  it('adds up the months of the year that lie in the pool’s period', () => {
    expect(poolYear(pool({ periodTo: '2026-06-15' }), 2026, '2026-06-30')).toMatchObject({
      months: 6,
      removableMinor: 360_000n,
      overclaimedMonths: 6,
    });
    expect(planned(pool({ periodTo: '2026-06-15' }))[1]).toBe('b 180000 120000');
    expect(poolYear(pool({ periodFrom: '2027-01-01' }), 2026, '2026-06-30')).toMatchObject({
      months: 0,
      removableMinor: 0n,
      overclaimedMonths: 0,
    });
  });

  it('lets agreed shares override, and grants everything where the claims fit', () => {
    expect(planned(pool({ agreedShares: { a: '0.5' } }))[0]).toBe('a 480000 360000');
    expect(planned(pool({ removablePerMonthMinor: 90_000n }))).toEqual([
      'a 480000 480000',
      'b 360000 360000',
      'c 240000 240000',
    ]);
  });

  it('leaves out disbenefits and other currencies, and shows what was realised apart', () => {
    const negative = { ...member('d', 900), polarity: -1 as const };
    const foreign = { ...member('e', 900), currency: 'EUR' };
    const half = { ...member('a', 400), measurements: [measured('q1', '10.5')] };
    const year = poolYear(pool({ members: [half, negative, foreign] }), 2025, '2026-06-30');
    expect(year.members).toEqual([
      {
        id: 'a',
        plannedClaimMinor: 480_000n,
        plannedGrantedMinor: 480_000n,
        realisedClaimMinor: 60_000n,
        realisedGrantedMinor: 60_000n,
      },
    ]);
    expect(year.overclaimedMonths).toBe(0);
  });

  it('never grants more than can be removed, nor more than is claimed, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 5 }),
        fc.bigInt({ min: 0n, max: 300_000n }),
        (claims, removablePerMonthMinor) => {
          const members = claims.map((claim, position) => member(`m${position}`, claim));
          const year = poolYear(pool({ members, removablePerMonthMinor }), 2026, '2026-06-30');
          const granted = year.members.reduce((sum, one) => sum + one.plannedGrantedMinor, 0n);
          expect(granted <= year.removableMinor).toBe(true);
          expect(year.members.every((one) => one.plannedGrantedMinor <= one.plannedClaimMinor)).toBe(true);
          const turned = poolYear(
            pool({ members: [...members].reverse(), removablePerMonthMinor }),
            2026,
            '2026-06-30',
          );
          expect([...turned.members].reverse()).toEqual(year.members);
        },
      ),
      { numRuns: 50 },
    );
  });
});
