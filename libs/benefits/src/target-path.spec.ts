import { addDays } from '@hoest/quantities';
import fc from 'fast-check';
import { finalTarget, firstTarget, plannedShareAt, plannedValueAt } from './target-path';

const points = [
  { dueOn: '2026-01-01', value: 100 },
  { dueOn: '2025-01-01', value: 0 },
  { dueOn: '2025-07-01', value: 40 },
];

const at = (on: string, interpolation: 'linear' | 'step' = 'linear') => {
  const planned = plannedValueAt(points, on, interpolation);
  return planned.kind === 'planned' ? planned.value.toFixed(1) : planned.reason;
};

describe('planned value (F10)', () => {
  it('on 1 October 2025 of the worked path is 70.0', () => expect(at('2025-10-01')).toBe('70.0'));
  it('is flat outside the path', () => expect([at('2024-01-01'), at('2030-01-01')]).toEqual(['0.0', '100.0']));
  it('hits the points', () =>
    expect([at('2025-01-01'), at('2025-07-01'), at('2026-01-01')]).toEqual(['0.0', '40.0', '100.0']));
  it('keeps the last point in steps', () => {
    expect([at('2025-06-30', 'step'), at('2025-07-01', 'step'), at('2025-12-31', 'step')]).toEqual([
      '0.0',
      '40.0',
      '40.0',
    ]);
  });
  it('needs points', () =>
    expect(plannedValueAt([], '2025-01-01')).toEqual({ kind: 'not-planned', reason: 'no-points' }));
  it('of a single point is that point', () => {
    expect(plannedValueAt([{ dueOn: '2025-01-01', value: 5 }], '2020-01-01')).toMatchObject({ kind: 'planned' });
  });

  it('lies between its points, whatever their order', () => {
    const path = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: -500, max: 500 })), {
      selector: ([day]) => day,
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(path, fc.integer({ min: -100, max: 2100 }), (days, on) => {
        const made = days.map(([day, value]) => ({ dueOn: addDays('2025-01-01', day), value }));
        const date = addDays('2025-01-01', on);
        const one = plannedValueAt(made, date);
        const other = plannedValueAt([...made].reverse(), date);
        expect(one).toEqual(other);
        if (one.kind !== 'planned') throw new Error('a path with points has a planned value');
        const values = days.map(([, value]) => value);
        expect(one.value.toNumber()).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(one.value.toNumber()).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
});

describe('planned share', () => {
  const share = (baselineValue: number | null, on: string) => {
    const planned = plannedShareAt({ points, baselineValue, interpolation: 'linear' }, on);
    return planned.kind === 'share' ? planned.share.toFixed(4) : planned.reason;
  };
  it('runs from the baseline to the final target', () => {
    expect(share(0, '2025-10-01')).toBe('0.7000');
    expect(share(20, '2025-07-01')).toBe('0.2500');
    expect(share(20, '2025-01-01')).toBe('-0.2500');
  });
  it('says why it cannot be computed', () => {
    expect(share(null, '2025-10-01')).toBe('no-baseline');
    expect(share(100, '2025-10-01')).toBe('target-equals-baseline');
  });
  it('knows its first and final target', () => {
    expect([firstTarget(points)?.dueOn, finalTarget(points)?.dueOn, finalTarget([])]).toEqual([
      '2025-01-01',
      '2026-01-01',
      null,
    ]);
  });
});
