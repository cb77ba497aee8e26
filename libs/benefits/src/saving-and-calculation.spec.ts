import fc from 'fast-check';
import { calculate, type CalculationStep } from './calculation';
import { DEFAULT_EFFECTIVE_HOURS, GROSS_YEAR_HOURS, isMinutes, timeSaved, volumeCorrectedSaving } from './saving';

describe('time saved (F7)', () => {
  const facts = {
    volume: 12_000,
    minutes: 8,
    adoption: '0.75',
    attribution: '0.8',
    rateMinor: 35_000,
    effectiveHours: 1450,
  };

  it('of the worked case: 960 hours, 0.6621 full-time equivalents, 336,000 kr. of capacity', () => {
    const { hours, fte, capacityMinor } = timeSaved(facts);
    expect(hours.toNumber()).toBe(960);
    expect(fte?.toFixed(4)).toBe('0.6621');
    expect(capacityMinor?.toNumber()).toBe(33_600_000);
  });

  it('is capacity and 0 kr. of cash: no figure of it can be taken for money that leaves a budget', () => {
    expect(Object.keys(timeSaved(facts))).toEqual(['hours', 'fte', 'capacityMinor']);
  });

  it('counts a full-time year as 1,924 hours gross and 1,450 effective', () => {
    expect(GROSS_YEAR_HOURS).toBe(37 * 52);
    expect(timeSaved({ ...facts, effectiveHours: GROSS_YEAR_HOURS }).fte?.toFixed(4)).toBe('0.4990');
    expect(timeSaved({ ...facts, effectiveHours: DEFAULT_EFFECTIVE_HOURS }).fte?.toFixed(4)).toBe('0.6621');
  });

  it('says nothing where rate or effective hours are unknown', () => {
    expect(timeSaved({ ...facts, rateMinor: null, effectiveHours: null })).toMatchObject({
      fte: null,
      capacityMinor: null,
    });
    expect(timeSaved({ ...facts, effectiveHours: 0 }).fte).toBeNull();
  });
});

describe('volume-corrected saving (F15)', () => {
  it('of 45 to 30 minutes on 10,000 cases is 2,500 hours', () => {
    expect(volumeCorrectedSaving({ unitBefore: 45, unitNow: 30, volumeNow: 10_000 }).dividedBy(60).toNumber()).toBe(
      2500,
    );
  });
  it('does not take fewer cases for a saving: 9,000 − 5,000 = 4,000 hours would be wrong', () => {
    const total = (minutes: number, cases: number) => (minutes * cases) / 60;
    expect(total(45, 12_000) - total(30, 10_000)).toBe(4000);
    const saved = (unitNow: number) => volumeCorrectedSaving({ unitBefore: 45, unitNow, volumeNow: 10_000 });
    expect(saved(30).dividedBy(60).toNumber()).toBe(2500);
    expect(saved(45).toNumber()).toBe(0);
  });

  it('knows minutes by their spellings', () => {
    expect(['Minutter', ' min. ', 'minutes', 'dage', ''].map(isMinutes)).toEqual([true, true, true, false, false]);
  });
});

/** A step as one line: `12000 × 8 ÷ 60 × 0.75 = 1200`. */
const line = ({ operands, result }: CalculationStep) =>
  `${operands.map(({ sign, term }) => `${sign} ${term.value}`.trim()).join(' ')} = ${result.value}`;

describe('live calculation', () => {
  it('shows how time becomes money, attribution last', () => {
    const result = calculate(
      'time_saved',
      { volume: '12000', minutes: '8', adoption: '0.75', rateMinor: '35000' },
      { attribution: '0.8' },
    );
    if (result.kind !== 'calculated') throw new Error('all drivers are given');
    expect(result.fullYearValueMinor).toBe(42_000_000n);
    expect(result.attributedMinor).toBe(33_600_000n);
    expect(result.hours?.toNumber()).toBe(960);
    expect(result.fte?.toFixed(4)).toBe('0.6621');
    expect(result.steps.map(line)).toEqual([
      '12000 × 8 ÷ 60 × 0.75 = 1200',
      '1200 × 35000 = 42000000',
      '42000000 × 0.8 = 33600000',
      '1200 × 0.8 = 960',
      '960 ÷ 1450 = 0.662068965517241',
    ]);
  });

  it('shows a saving per unit in minutes, with the rate per hour', () => {
    const drivers = { unitBefore: '45', unitNow: '30', volume: '10000', rateMinor: '40000' };
    const result = calculate('unit_saving', drivers, { attribution: '1', measureUnit: 'minutter' });
    if (result.kind !== 'calculated') throw new Error('all drivers are given');
    expect(result.hours?.toNumber()).toBe(2500);
    expect(result.fullYearValueMinor).toBe(100_000_000n);
    expect(result.steps.map(line)).toEqual([
      '45 − 30 = 15',
      '15 × 10000 ÷ 60 = 2500',
      '2500 × 40000 = 100000000',
      '2500 ÷ 1450 = 1.72413793103448',
    ]);
  });

  it('shows a saving in other units without hours, in the direction that is better', () => {
    const drivers = { unitBefore: '2', unitNow: '5', volume: '100', rateMinor: '1000' };
    const up = calculate('unit_saving', drivers, { attribution: '1', measureUnit: 'betalinger', direction: 'up' });
    expect(up).toMatchObject({ kind: 'calculated', fullYearValueMinor: 300_000n, hours: null, fte: null });
    const down = calculate('unit_saving', drivers, { attribution: '1', measureUnit: 'fejl' });
    expect(down).toEqual({ kind: 'incomplete', faults: [{ driver: 'unitNow', problem: 'no-saving' }] });
  });

  it('multiplies quantity and price, and takes an amount as it is', () => {
    expect(
      calculate('quantity_price', { quantity: '250', unitPriceMinor: '1250.5' }, { attribution: '1' }),
    ).toMatchObject({
      fullYearValueMinor: 312_625n,
    });
    expect(calculate('amount', { amountMinor: '500000' }, { attribution: '0.5' })).toMatchObject({
      fullYearValueMinor: 500_000n,
      attributedMinor: 250_000n,
    });
  });

  it('names every fault at once and never takes a missing driver for 0', () => {
    const drivers = { volume: '', minutes: 'otte', adoption: '1.2', rateMinor: '-1' };
    expect(calculate('time_saved', drivers, { attribution: '1' })).toEqual({
      kind: 'incomplete',
      faults: [
        { driver: 'volume', problem: 'missing' },
        { driver: 'minutes', problem: 'not-a-number' },
        { driver: 'adoption', problem: 'above-1' },
        { driver: 'rateMinor', problem: 'negative' },
      ],
    });
  });

  it('agrees with F7 for any drivers', () => {
    const whole = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: 100 }),
        whole,
        (volume, minutes, percent, rate) => {
          const adoption = String(percent / 100);
          const result = calculate(
            'time_saved',
            { volume: String(volume), minutes: String(minutes), adoption, rateMinor: String(rate) },
            { attribution: '1' },
          );
          const { capacityMinor } = timeSaved({
            volume,
            minutes,
            adoption,
            attribution: 1,
            rateMinor: rate,
            effectiveHours: null,
          });
          expect(result.kind === 'calculated' && result.fullYearValueMinor).toBe(
            BigInt(capacityMinor?.toFixed(0) ?? -1),
          );
        },
      ),
    );
  });
});
