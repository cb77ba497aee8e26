import fc from 'fast-check';
import type { BenefitMoneyFacts } from './money-by-month';
import { moneyByMonth, type PoolFacts } from './pooled-money';
import { benefitSeries } from './series';
import type { Polarity } from './value-lists';

type Member = BenefitMoneyFacts & { polarity: Polarity };

const quarter = {
  id: 'q1',
  periodStart: '2025-01-01',
  periodEnd: '2025-03-31',
  graceUntil: '2025-05-08',
  waivedReason: null,
};

/** A benefit that plans `perMonth` kr. a month for 2025 and measures the amount `measured` kr. for Q1. */
const member = (id: string, perMonth: number, measured: number | null, over: Partial<Member> = {}): Member => ({
  id,
  polarity: 1,
  monetised: true,
  currency: 'DKK',
  attribution: '1',
  startsOn: null,
  endsOn: null,
  plan: {
    fullYearValueMinor: BigInt(perMonth * 1200),
    attribution: '1',
    startsOn: '2025-01-01',
    endsOn: '2025-12-31',
    baselineValue: '0',
    interpolation: 'linear',
    points: [{ dueOn: '2025-01-01', value: '100' }],
  },
  baselineNow: null,
  measure: { moneyBasis: 'amount', direction: 'up', unit: 'kr.', unitBefore: null, rateMinor: null, trackUntil: null },
  obligations: [quarter],
  measurements:
    measured === null
      ? []
      : [
          {
            id: `m-${id}`,
            obligationId: 'q1',
            measuredOn: '2025-03-31',
            value: measured,
            volume: null,
            supersedesId: null,
          },
        ],
  ...over,
});

const pool = (members: Member[], over: Partial<PoolFacts> = {}): PoolFacts => ({
  removablePerMonthMinor: 60_000n,
  currency: 'DKK',
  periodFrom: '2025-02-10',
  periodTo: null,
  members,
  agreedShares: {},
  ...over,
});

const three = [member('a', 400, 1200), member('b', 300, 900), member('c', 200, 600)];
const shown = (facts: Member, given: PoolFacts | null) =>
  moneyByMonth(facts, '2025-08-31', given)
    .slice(0, 3)
    .map(({ plannedMinor, realisedMinor, overclaimed }) => `${plannedMinor} ${realisedMinor} ${overclaimed}`);

describe('money per month with a pool (F14)', () => {
  it('is limited in the months of the pool: 400, 300 and 200 claim 600', () => {
    const [a, b, c] = three as [Member, Member, Member];
    expect(shown(a, pool(three))).toEqual(['40000 40000 false', '26667 26667 true', '26667 26667 true']);
    expect(shown(b, pool(three))[1]).toBe('20000 20000 true');
    expect(shown(c, pool(three))[1]).toBe('13333 13333 true');
  });

  it('is not limited without a pool, after its end, or while the claims fit', () => {
    const [a] = three as [Member];
    expect(shown(a, null)[1]).toBe('40000 40000 false');
    expect(shown(a, pool(three, { periodFrom: '2024-01-01', periodTo: '2025-01-31' }))).toEqual([
      '26667 26667 true',
      '40000 40000 false',
      '40000 40000 false',
    ]);
    expect(shown(a, pool(three, { removablePerMonthMinor: 90_000n }))[1]).toBe('40000 40000 false');
  });

  it('limits plan and result apart', () => {
    const [a] = three as [Member];
    expect(shown(a, pool([a, member('b', 300, null), member('c', 200, null)]))[1]).toBe('26667 40000 true');
  });

  it('does not limit or count disbenefits and other currencies', () => {
    const [a] = three as [Member];
    const outside = pool([a, member('b', 300, 900, { polarity: -1 }), member('c', 200, 600, { currency: 'EUR' })]);
    expect(shown(a, outside)[1]).toBe('40000 40000 false');
    expect(shown(member('b', 900, 900, { polarity: -1 }), pool(three))[1]).toBe('90000 30000 false');
  });

  it('follows agreed shares', () => {
    const [a] = three as [Member];
    expect(shown(a, pool(three, { agreedShares: { a: '0.1' } }))[1]).toBe('6000 6000 true');
  });

  it('never gives the members more than can be removed, and is the same for every member asked', () => {
    const amounts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.option(fc.integer({ min: 0, max: 9000 }))),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: 500_000n }), (list, removable) => {
        const members = list.map(([perMonth, measured], position) => member(`m${position}`, perMonth, measured));
        const given = pool(members, { removablePerMonthMinor: removable, periodFrom: '2025-01-01' });
        const sums = new Map<string, { planned: bigint; realised: bigint }>();
        for (const one of members) {
          for (const { month, plannedMinor, realisedMinor } of moneyByMonth(one, '2025-08-31', given)) {
            const sum = sums.get(month) ?? { planned: 0n, realised: 0n };
            sums.set(month, { planned: sum.planned + plannedMinor, realised: sum.realised + realisedMinor });
          }
        }
        for (const { planned, realised } of sums.values())
          expect(planned <= removable && realised <= removable).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('series', () => {
  it('forecasts the rest at the realisation rate to date (F12 b), in whole øre that add up', () => {
    const series = benefitSeries(member('a', 400, 900), '2025-08-31');
    if (series.kind !== 'money') throw new Error('a monetised benefit has a money series');
    expect(series.items).toHaveLength(12);
    expect(series.items[2]).toEqual({
      month: '2025-03-01',
      planned: '40000',
      forecast: '30000',
      realised: '30000',
      status: 'measured',
    });
    expect(series.items[3]).toEqual({
      month: '2025-04-01',
      planned: '40000',
      forecast: '30000',
      realised: null,
      status: 'not_due',
    });
    expect(series.totals).toEqual({ plannedMinor: 480_000n, realisedMinor: 90_000n, forecastMinor: 360_000n });
  });

  it('counts a missing measurement as 0 in the forecast and shows none', () => {
    const series = benefitSeries(member('a', 400, null), '2025-08-31');
    expect(series.items[0]).toEqual({
      month: '2025-01-01',
      planned: '40000',
      forecast: '0',
      realised: null,
      status: 'not_measured',
    });
    expect(series.kind === 'money' && series.totals.forecastMinor).toBe(0n);
  });

  it('expects the plan while nothing is due', () => {
    const series = benefitSeries(member('a', 400, null), '2025-05-07');
    expect(series.kind === 'money' && series.totals).toEqual({
      plannedMinor: 480_000n,
      realisedMinor: 0n,
      forecastMinor: 480_000n,
    });
  });

  it('is in the unit of the measure where nothing is in money', () => {
    const waiting = member('w', 0, 10.5, {
      monetised: false,
      measure: {
        moneyBasis: 'achievement',
        direction: 'down',
        unit: 'dage',
        unitBefore: null,
        rateMinor: null,
        trackUntil: null,
      },
      plan: {
        fullYearValueMinor: null,
        attribution: '1',
        startsOn: null,
        endsOn: '2025-12-31',
        baselineValue: '14',
        interpolation: 'linear',
        points: [
          { dueOn: '2025-01-01', value: '14' },
          { dueOn: '2025-12-31', value: '7' },
        ],
      },
    });
    const series = benefitSeries(waiting, '2025-08-31');
    if (series.kind !== 'measure') throw new Error('a benefit without money has a series in its unit');
    expect(series.unit).toBe('dage');
    expect(series.items.map(({ status }) => status).slice(1, 5)).toEqual([
      'measured',
      'measured',
      'not_due',
      'not_due',
    ]);
    expect(series.items[2]).toMatchObject({ realised: '10.5', forecast: '10.5', planned: '12.2884615385' });
    // Achieved 0.5 where 0.2445 was planned: the rest of the way is expected at the same pace.
    expect(series.items[11]).toMatchObject({ realised: null, planned: '7' });
    expect(Number(series.items[11]?.forecast)).toBeCloseTo(14 - 7 * (0.5 / (89 / 364)), 6);
  });

  it('is empty without plan and measurements', () => {
    expect(benefitSeries(member('a', 0, null, { plan: null }), '2025-08-31')).toMatchObject({ items: [] });
    expect(benefitSeries(member('a', 0, null, { plan: null, measure: null }), '2025-08-31')).toMatchObject({
      kind: 'money',
      items: [],
    });
  });
});
