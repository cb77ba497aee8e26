import type { Goal } from '@hoest/contracts';
import { goalStanding } from './goal-standing';

const TODAY = '2026-11-24';
const standing = (over: Partial<Goal>) => {
  const { kind, target } = goalStanding(
    { targets: [], measurements: [], baselineValue: null, direction: 'up', ...over },
    TODAY,
  );
  return [kind, target?.dueOn];
};
const measured = (value: string) => [{ measuredOn: '2026-10-01', value, comment: null }];
const NEAR = { dueOn: '2026-02-28', value: '64' };
const FAR = { dueOn: '2028-02-29', value: '75' };

describe('where a goal stands', () => {
  it('needs a target and a measurement', () => {
    expect(standing({ measurements: measured('66') })).toEqual(['no_target', undefined]);
    expect(standing({ targets: [FAR] })).toEqual(['not_measured', FAR.dueOn]);
  });

  it('is under way to the next target once the due one is met', () => {
    expect(standing({ targets: [FAR, NEAR], measurements: measured('66') })).toEqual(['under_way', FAR.dueOn]);
    expect(standing({ targets: [NEAR, FAR], measurements: measured('80') })).toEqual(['reached', FAR.dueOn]);
  });

  it('is missed while a target whose day has come is not met', () => {
    expect(standing({ targets: [NEAR, FAR], measurements: measured('63') })).toEqual(['missed', NEAR.dueOn]);
  });

  it('goes down where the direction, or else the baseline, says so', () => {
    const down = { targets: [{ dueOn: '2026-01-01', value: '12' }], measurements: measured('10') };
    expect(standing({ ...down, direction: 'down' })).toEqual(['reached', '2026-01-01']);
    expect(standing({ ...down, direction: null, baselineValue: '20' })).toEqual(['reached', '2026-01-01']);
    expect(standing({ ...down, direction: null })).toEqual(['missed', '2026-01-01']);
  });
});
