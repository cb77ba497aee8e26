import { addDays } from '@hoest/quantities';
import fc from 'fast-check';
import { planShift, shiftedDate, shiftedPath, shiftedPlan } from './plan-shift';

const shift = (from: string, to: string) => planShift(from, to)!;

describe('a go-live that moved', () => {
  it('moved by months and days, both negative when it moved forward', () => {
    expect(planShift('2026-03-01', '2026-07-01')).toEqual({ months: 4, days: 0, totalDays: 122 });
    expect(planShift('2026-03-01', '2026-07-16')).toEqual({ months: 4, days: 15, totalDays: 137 });
    expect(planShift('2026-07-01', '2026-05-01')).toEqual({ months: -2, days: 0, totalDays: -61 });
    expect(planShift('2026-03-01', '2026-03-20')).toEqual({ months: 0, days: 19, totalDays: 19 });
    expect(planShift('2026-06-30', '2026-10-31')).toEqual({ months: 4, days: 0, totalDays: 123 });
    expect(planShift('2026-10-31', '2026-06-30')).toEqual({ months: -4, days: 0, totalDays: -123 });
  });

  it('did not move by less than 14 days, nor where a date is unknown', () => {
    expect(planShift('2026-03-01', '2026-03-14')).toBeNull();
    expect(planShift('2026-03-15', '2026-03-02')).toBeNull();
    expect(planShift('2026-03-01', '2026-03-15')).not.toBeNull();
    expect(planShift(null, '2026-03-15')).toBeNull();
    expect(planShift('2026-03-15', null)).toBeNull();
  });

  it('takes a date with it, from go-live to go-live', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: -900, max: 900 }), (start, way) => {
        const assumed = addDays('2020-01-01', start);
        const goLive = addDays(assumed, way);
        const moved = planShift(assumed, goLive);
        if (moved) expect(shiftedDate(assumed, moved)).toBe(goLive);
        expect(moved === null).toBe(Math.abs(way) < 14);
      }),
    );
  });

  it('keeps the end of a month the end of one', () => {
    expect(shiftedDate('2026-06-30', shift('2026-03-01', '2026-07-01'))).toBe('2026-10-31');
    expect(shiftedDate('2026-10-31', shift('2026-03-01', '2026-05-01'))).toBe('2026-12-31');
  });
});

describe('the plan proposed for it', () => {
  const points = [
    { dueOn: '2026-03-01', value: '14' },
    { dueOn: '2027-03-01', value: '7' },
  ];
  const plan = { startsOn: '2026-03-01', endsOn: null, measures: [{ measureId: 'm', points }] };

  it('moves start and points and leaves values', () => {
    expect(shiftedPlan(plan, shift('2026-03-01', '2026-07-01'))).toEqual({
      startsOn: '2026-07-01',
      endsOn: null,
      measures: [
        {
          measureId: 'm',
          points: [
            { dueOn: '2026-07-01', value: '14' },
            { dueOn: '2027-07-01', value: '7' },
          ],
        },
      ],
    });
  });

  it('leaves the end where it is, unless the effect would begin after it', () => {
    const moved = shift('2026-03-01', '2026-07-01');
    expect(shiftedPlan({ ...plan, endsOn: '2030-12-31' }, moved).endsOn).toBe('2030-12-31');
    expect(shiftedPlan({ ...plan, endsOn: '2026-06-30' }, moved).endsOn).toBe('2026-10-31');
    expect(shiftedPlan({ ...plan, startsOn: null }, moved).startsOn).toBeNull();
  });

  it('never puts two points on one day, and keeps their order', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (offsets, way) => {
        const path = [...offsets]
          .sort((a, b) => a - b)
          .map((day) => ({ dueOn: addDays('2026-01-25', day), value: day }));
        const moved = planShift('2026-01-31', addDays('2026-01-31', way));
        if (!moved) return;
        const dates = shiftedPath(path, moved).map(({ dueOn }) => dueOn);
        expect(new Set(dates).size).toBe(dates.length);
        expect([...dates].sort()).toEqual(dates);
      }),
    );
  });
});
