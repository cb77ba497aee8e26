import { riseAt, startingYears, withLevel, withNextYear, withRise } from './estimate-draft';

describe('a new estimate of the index', () => {
  const inForce = [
    { year: 2025, level: '100' },
    { year: 2026, level: '103.5' },
  ];

  it('starts from the one in force, unrounded', () => expect(startingYears(inForce, '2026-11-24')).toEqual(inForce));

  it('starts with empty years round today where there is none', () => {
    const years = startingYears([], '2026-11-24');
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    expect(years.map(({ level }) => level)).toEqual(['100', null, null, null, null, null, null]);
  });

  it('is typed as levels or as rises, each follows the other', () => {
    const longer = withNextYear(inForce);
    expect(longer[2]).toEqual({ year: 2027, level: null });
    expect(riseAt(longer, 2)).toBeNull();
    const risen = withRise(longer, 2, '0.031');
    expect(risen[2]?.level).toBe('106.7085');
    expect(riseAt(risen, 2)).toBe('0.031');
    expect(riseAt(withLevel(risen, 2, '103.5'), 2)).toBe('0');
  });

  it('has no rise in its first year, nor after a year without a level', () => {
    expect(riseAt(inForce, 0)).toBeNull();
    const gap = withLevel(inForce, 0, null);
    expect(riseAt(gap, 1)).toBeNull();
    expect(withRise(gap, 1, '0.5')).toEqual(gap);
  });
});
