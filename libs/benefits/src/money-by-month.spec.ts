import { type BenefitMoneyFacts, claimedByMonth } from './money-by-month';
import { benefit, measured, obligations, plan } from './money-facts.fixture';
import type { PlanFacts } from './plan';

const ASOF = '2025-08-31';
const months = (facts: BenefitMoneyFacts, asOf = ASOF) =>
  claimedByMonth(facts, asOf).map(
    ({ month, plannedMinor, realisedMinor, status }) =>
      `${month.slice(0, 7)} ${plannedMinor} ${realisedMinor} ${status}`,
  );
const realisedOf = (facts: BenefitMoneyFacts, from: string, to: string, asOf = ASOF) =>
  claimedByMonth(facts, asOf)
    .filter(({ month }) => month >= from && month <= to)
    .reduce((sum, { realisedMinor }) => sum + realisedMinor, 0n);

describe('money per month (F22)', () => {
  it('of the worked case: Q1 measured at half way is worth 150,000 kr.', () => {
    const facts = benefit({ measurements: [measured('q1', '10.5')] });
    expect(realisedOf(facts, '2025-01-01', '2025-03-01')).toBe(15_000_000n);
    expect(months(facts).slice(0, 4)).toEqual([
      '2025-01 10000000 5000000 measured',
      '2025-02 10000000 5000000 measured',
      '2025-03 10000000 5000000 measured',
      '2025-04 10000000 0 not_measured',
    ]);
  });

  it('tells not due from not measured by the end of grace', () => {
    const statuses = (asOf: string) =>
      claimedByMonth(benefit(), asOf)
        .slice(0, 6)
        .map(({ status }) => status);
    expect(statuses('2025-05-07')).toEqual(Array(6).fill('not_due'));
    expect(statuses('2025-05-08')).toEqual([
      ...Array<string>(3).fill('not_measured'),
      ...Array<string>(3).fill('not_due'),
    ]);
  });

  it('leaves months outside any obligation, and waived ones, planned only', () => {
    expect(months(benefit({ obligations: [] }), '2027-01-01')[0]).toBe('2025-01 10000000 0 not_due');
    const waived = obligations.map((obligation) => ({ ...obligation, waivedReason: 'system lukket' }));
    expect(months(benefit({ obligations: waived }), '2027-01-01')[0]).toBe('2025-01 10000000 0 not_due');
  });

  it('takes the correction, never the corrected value, and nothing measured after the day', () => {
    const wrong = measured('q1', '7', { id: 'a' });
    const right = measured('q1', '10.5', { id: 'b', supersedesId: 'a' });
    expect(realisedOf(benefit({ measurements: [right, wrong] }), '2025-01-01', '2025-03-01')).toBe(15_000_000n);
    expect(
      realisedOf(
        benefit({ measurements: [measured('q1', '7', { measuredOn: '2025-09-01' })] }),
        '2025-01-01',
        '2025-12-01',
      ),
    ).toBe(0n);
    expect(realisedOf(benefit({ measurements: [measured('none', '7')] }), '2025-01-01', '2025-12-01')).toBe(0n);
  });

  it('shows a measured zero and a setback as measured', () => {
    expect(months(benefit({ measurements: [measured('q1', '14')] }))[0]).toBe('2025-01 10000000 0 measured');
    expect(months(benefit({ measurements: [measured('q1', '16')] }))[0]).toBe('2025-01 10000000 -2857143 measured');
  });

  it('follows the path at the end of each month; the year is rounded together, the largest fraction up', () => {
    const path = benefit({
      plan: {
        ...plan,
        interpolation: 'linear',
        points: [
          { dueOn: '2025-01-31', value: 14 },
          { dueOn: '2025-04-30', value: 7 },
        ],
      },
    });
    expect(
      claimedByMonth(path, ASOF)
        .slice(0, 5)
        .map(({ plannedMinor }) => plannedMinor),
    ).toEqual([0n, 3146067n, 6629214n, 10000000n, 10000000n]);
  });

  it('counts whole months within the start and end of the plan, not before its first point', () => {
    const within = (over: Partial<PlanFacts>) =>
      claimedByMonth(benefit({ plan: { ...plan, ...over } }), ASOF).map(({ month }) => month);
    expect(within({ startsOn: '2025-03-20', endsOn: '2025-05-02' })).toEqual([
      '2025-03-01',
      '2025-04-01',
      '2025-05-01',
    ]);
    expect(within({ startsOn: '2024-01-01' })[0]).toBe('2025-01-01');
    expect(within({ startsOn: '2027-03-01', endsOn: '2027-01-31' })).toEqual([]);
  });

  it('without an end runs as long as it is tracked, else through three years after the final target, and on while it is measured', () => {
    const last = (over: Partial<BenefitMoneyFacts>) =>
      claimedByMonth(benefit({ plan: { ...plan, endsOn: null }, ...over }), ASOF).at(-1)?.month;
    expect(last({})).toBe('2026-12-01');
    const untracked = { ...benefit().measure, trackUntil: null } as BenefitMoneyFacts['measure'];
    expect(last({ measure: untracked })).toBe('2028-12-01');
    const late = {
      id: 'late',
      periodStart: '2029-01-01',
      periodEnd: '2029-03-31',
      graceUntil: '2029-05-01',
      waivedReason: null,
    };
    const facts = benefit({
      plan: { ...plan, endsOn: null },
      measure: untracked,
      obligations: [late],
      measurements: [measured('late', '7', { measuredOn: '2029-03-31' })],
    });
    expect(claimedByMonth(facts, '2029-04-01').at(-1)?.month).toBe('2029-03-01');
  });

  it('spreads a period over the months that count, and a share only for them', () => {
    const late = { ...plan, startsOn: '2025-02-01' };
    expect(
      realisedOf(benefit({ plan: late, measurements: [measured('q1', '10.5')] }), '2025-01-01', '2025-03-01'),
    ).toBe(10_000_000n);
    const amount = { ...benefit().measure, moneyBasis: 'amount' } as BenefitMoneyFacts['measure'];
    expect(
      months(benefit({ plan: late, measure: amount, measurements: [measured('q1', '100.01')] })).slice(0, 2),
    ).toEqual(['2025-02 10000000 5001 measured', '2025-03 10000000 5000 measured']);
  });

  it('applies the attribution to plan and result', () => {
    const facts = benefit({ plan: { ...plan, attribution: '0.25' }, measurements: [measured('q1', '10.5')] });
    expect(months(facts)[0]).toBe('2025-01 2500000 1250000 measured');
  });

  describe('from a saving per unit', () => {
    const saving = (over: object = {}) =>
      ({
        moneyBasis: 'unit_saving',
        direction: 'down',
        unit: 'minutter',
        unitBefore: '45',
        rateMinor: 40_000n,
        trackUntil: '2026-12-31',
        ...over,
      }) as BenefitMoneyFacts['measure'];

    it('corrects for volume: 15 minutes on 1,000 cases at 400 kr. an hour', () => {
      const facts = benefit({ measure: saving(), measurements: [measured('q1', '30', { volume: '1000' })] });
      expect(realisedOf(facts, '2025-01-01', '2025-03-01')).toBe(10_000_000n);
    });

    it('takes the rate per unit where the unit is not minutes, and the rise where more is better', () => {
      const facts = benefit({
        measure: saving({ unit: 'betalinger', direction: 'up', unitBefore: '2' }),
        measurements: [measured('q1', '3', { volume: '10' })],
      });
      expect(realisedOf(facts, '2025-01-01', '2025-03-01')).toBe(400_000n);
    });

    it('falls back to the baseline for the value before, and to the share of the full-year value without volume', () => {
      const facts = benefit({
        measure: saving({ unitBefore: null }),
        measurements: [measured('q1', '13', { volume: '60' })],
      });
      expect(realisedOf(facts, '2025-01-01', '2025-03-01')).toBe(40_000n);
      const unweighted = benefit({ measure: saving(), measurements: [measured('q1', '10.5')] });
      expect(realisedOf(unweighted, '2025-01-01', '2025-03-01')).toBe(15_000_000n);
    });
  });

  describe('where the promise is incomplete', () => {
    it('takes the baseline in force when the plan has none, and without any the promise stands at the final target', () => {
      const unmeasured = { ...plan, baselineValue: null };
      const facts = benefit({ plan: unmeasured, baselineNow: '14', measurements: [measured('q1', '10.5')] });
      expect(realisedOf(facts, '2025-01-01', '2025-03-01')).toBe(15_000_000n);
      expect(months(benefit({ plan: unmeasured, measurements: [measured('q1', '10.5')] })).slice(0, 2)).toEqual([
        '2025-01 0 0 not_measured',
        '2025-02 10000000 0 not_measured',
      ]);
    });

    it('has no months when nothing is in money', () => {
      expect(claimedByMonth(benefit({ monetised: false }), ASOF)).toEqual([]);
      expect(
        claimedByMonth(
          benefit({ plan: { ...plan, fullYearValueMinor: null }, measurements: [measured('q1', '10.5')] }),
          ASOF,
        ),
      ).toEqual([]);
      expect(claimedByMonth(benefit({ plan: null }), ASOF)).toEqual([]);
    });

    it('still shows measured amounts nobody promised, year by year', () => {
      const years = ['2012', '2013'].map((year) => ({
        id: year,
        periodStart: `${year}-01-01`,
        periodEnd: `${year}-12-31`,
        graceUntil: `${Number(year) + 1}-03-31`,
        waivedReason: null,
      }));
      const amount = { ...benefit().measure, moneyBasis: 'amount' } as BenefitMoneyFacts['measure'];
      const facts = benefit({
        plan: null,
        currency: 'USD',
        attribution: '1',
        measure: amount,
        obligations: years,
        measurements: [
          measured('2012', '4118000', { measuredOn: '2012-12-31' }),
          measured('2013', '0', { measuredOn: '2013-12-31' }),
        ],
      });
      expect(realisedOf(facts, '2012-01-01', '2012-12-01')).toBe(411_800_000n);
      expect(claimedByMonth(facts, ASOF)).toHaveLength(24);
      expect(new Set(claimedByMonth(facts, ASOF).map(({ status }) => status))).toEqual(new Set(['measured']));
      expect(claimedByMonth({ ...facts, startsOn: '2013-01-01' }, ASOF)).toHaveLength(12);
    });

    it('lets each month belong to one obligation where periods overlap', () => {
      const january = {
        id: 'jan',
        periodStart: '2025-01-01',
        periodEnd: '2025-01-31',
        graceUntil: '2025-03-01',
        waivedReason: null,
      };
      const facts = benefit({
        obligations: [...obligations, january],
        measurements: [measured('q1', '10.5'), measured('jan', '7', { measuredOn: '2025-01-31' })],
      });
      expect(
        claimedByMonth(facts, ASOF)
          .slice(0, 3)
          .map(({ realisedMinor }) => realisedMinor),
      ).toEqual([10_000_000n, 5_000_000n, 5_000_000n]);
    });
  });
});
