import { planChanges, type PlanTerms } from './plan-changes';

const plan: PlanTerms = {
  fullYearValueMinor: '120000000',
  attribution: '1.0000',
  startsOn: '2026-01-01',
  endsOn: null,
  measures: [
    {
      measureId: 'm',
      baselineValue: '14',
      interpolation: 'linear',
      points: [
        { dueOn: '2026-01-01', value: '14' },
        { dueOn: '2027-01-01', value: '7' },
      ],
    },
  ],
};
const [measure] = plan.measures;
const withMeasure = (change: object): PlanTerms => ({ ...plan, measures: [{ ...measure!, ...change }] });

describe('what a draft says otherwise than the approved plan', () => {
  it('is nothing when only the way of writing differs', () => {
    const written = withMeasure({ baselineValue: '14.0', points: [...measure!.points].reverse() });
    expect(planChanges(plan, { ...written, attribution: '1' })).toEqual([]);
  });

  it('is each term of the plan that differs', () => {
    expect(
      planChanges(plan, {
        ...plan,
        fullYearValueMinor: null,
        attribution: '0.5',
        startsOn: null,
        endsOn: '2030-12-31',
      }),
    ).toEqual(['fullYearValue', 'attribution', 'startsOn', 'endsOn']);
    expect(planChanges(plan, withMeasure({ baselineValue: '15' }))).toEqual(['baseline']);
    expect(
      planChanges(plan, withMeasure({ points: [...measure!.points, { dueOn: '2028-01-01', value: '6' }] })),
    ).toEqual(['path']);
    expect(planChanges(plan, withMeasure({ interpolation: 'step' }))).toEqual(['path']);
  });

  it('is not a baseline that came after the approval', () => {
    expect(planChanges(withMeasure({ baselineValue: null }), plan)).toEqual([]);
  });

  it('counts 0 as a value and null as none', () => {
    expect(planChanges({ ...plan, fullYearValueMinor: 0 }, { ...plan, fullYearValueMinor: null })).toEqual([
      'fullYearValue',
    ]);
  });

  it('is a new measure once it has a path', () => {
    const second = { measureId: 'n', baselineValue: '3', interpolation: 'linear' as const };
    const beside = (points: object[]) => ({ ...plan, measures: [measure!, { ...second, points }] }) as PlanTerms;
    expect(planChanges(plan, beside([]))).toEqual([]);
    expect(planChanges(plan, beside([{ dueOn: '2027-01-01', value: '1' }]))).toEqual(['path']);
  });
});
