import { isSamePath } from '@hoest/benefits';
import type { Measure } from '@hoest/contracts';
import { beginsAtZero, pathChart, type PathWords } from './path-chart';
import { pathStanding } from './path-standing';

const TODAY = '2026-11-23';
const PLAN = [
  { dueOn: '2026-03-01', value: '412' },
  { dueOn: '2026-09-01', value: '240' },
  { dueOn: '2027-03-01', value: '60' },
];
const measurement = (date: string, value: string, current = true): Measure['measurements'][number] => ({
  id: date + value,
  measureId: 'm',
  obligationId: null,
  date,
  value,
  volume: null,
  evidenceKind: 'count',
  comment: null,
  supersedesId: null,
  current,
  recordedAt: `${date}T10:00:00Z`,
  recordedByName: null,
});
const MEASURE: Measure = {
  id: 'm',
  benefitId: 'b',
  position: 0,
  name: 'Køreture',
  unit: 'ture/uge',
  direction: 'down',
  method: null,
  source: null,
  frequency: 'quarter',
  firstDue: null,
  trackUntil: null,
  interpolation: 'linear',
  rebaselined: null,
  moneyBasis: 'achievement',
  unitBefore: null,
  rateMinor: null,
  baselines: [
    {
      id: 'bl',
      value: '412',
      measuredOn: '2026-01-10',
      plannedOn: null,
      evidenceKind: 'count',
      comment: null,
      recordedAt: '2026-01-10T10:00:00Z',
      recordedByName: null,
    },
  ],
  targetPoints: PLAN,
  plan: { kind: 'frozen_at_go_live', baselineValue: '412', points: PLAN },
  measurements: [
    measurement('2026-06-30', '380'),
    measurement('2026-09-01', '300', false),
    measurement('2026-09-01', '340'),
  ],
  obligations: [],
  achievement: '0.204545',
  plannedShare: '0.488636',
  status: 'deviation',
  version: 1,
};
const WORDS: PathWords = {
  plan: { draft: 'Udkast', approved: 'Godkendt plan', frozen_at_go_live: 'Frosset plan', rebaselined: 'Ny plan' },
  draft: 'Udkast (ikke godkendt)',
  measured: 'målt',
  band: 'tolerance',
  number: (value) => value.toString(),
  date: (date) => date,
  baseline: (value, date) => `nulpunkt ${value} (${date})`,
  gap: (distance, above) => `${distance.toString()} ${above ? 'over' : 'under'} planen`,
};
const chart = (change: Partial<Measure> = {}, view: object = {}) => {
  const measure = { ...MEASURE, ...change };
  return pathChart({ measure, draft: measure.targetPoints, editable: false, today: TODAY, ...view }, WORDS);
};

describe('the standing of a measure', () => {
  const kind = (change: Partial<Measure>) => pathStanding({ ...MEASURE, ...change }).kind;

  it('compares the latest value that holds with the plan of its day', () => {
    expect(pathStanding(MEASURE)).toMatchObject({ kind: 'behind', value: '340', date: '2026-09-01', above: true });
    const standing = pathStanding(MEASURE);
    expect(standing.kind === 'behind' && [standing.planned.toString(), standing.distance.toString()]).toEqual([
      '240',
      '100',
    ]);
  });

  it('claims nothing where nothing can be claimed', () => {
    expect(kind({ plan: null })).toBe('no-plan');
    expect(kind({ measurements: [], status: 'not_due', achievement: null })).toBe('not-measured');
    expect(kind({ achievement: null, status: 'unknown' })).toBe('not-comparable');
  });

  it('says that a measurement is missing before it says how good the last one was', () => {
    const missing: Measure['obligations'][number] = {
      id: 'o',
      measureId: 'm',
      periodStart: '2026-07-01',
      periodEnd: '2026-09-30',
      dueOn: '2026-10-07',
      graceUntil: '2026-10-30',
      status: 'missing',
      measurementId: null,
    };
    expect(pathStanding({ ...MEASURE, status: 'unknown', obligations: [missing] })).toEqual({
      kind: 'missing',
      periodStart: '2026-07-01',
      periodEnd: '2026-09-30',
      latest: '340',
    });
  });

  it('tells ahead from on plan by the tolerance, and the target from both', () => {
    expect(kind({ status: 'on_track', achievement: '0.5', plannedShare: '0.488636' })).toBe('on-plan');
    expect(kind({ status: 'on_track', achievement: '0.7', plannedShare: '0.488636' })).toBe('ahead');
    expect(kind({ status: 'on_track', achievement: '1.02', plannedShare: '1' })).toBe('reached');
  });
});

describe('the curve of a measure', () => {
  it('draws the plan in force, and the values that hold from the baseline on', () => {
    const { series, guides } = chart();
    expect(series.map(({ id, endLabel }) => [id, endLabel])).toEqual([
      ['plan', 'Frosset plan 60'],
      ['measured', 'målt 340'],
    ]);
    expect(series[1]?.points).toEqual([
      { date: '2026-01-10', value: '412' },
      { date: '2026-06-30', value: '380' },
      { date: '2026-09-01', value: '340' },
    ]);
    expect(guides).toEqual([{ value: '412', label: 'nulpunkt 412 (2026-01-10)' }]);
  });

  it('marks the gap once, from the measured value to the plan', () => {
    expect(chart().gap).toMatchObject({ date: '2026-09-01', from: '340', label: '100 over planen' });
    expect(chart({ status: 'on_track', achievement: '0.5' }).gap).toBeUndefined();
  });

  it('draws the tolerance as a tenth of the planned change round the plan', () => {
    const [first] = chart().band?.points ?? [];
    expect([first?.low.toString(), first?.high.toString()]).toEqual(['376.8', '447.2']);
    expect(chart({ baselines: [], plan: { ...MEASURE.plan!, baselineValue: null } }).band).toBeUndefined();
  });

  it('shows a draft beside the plan only where it says something else', () => {
    const draft = [...PLAN.slice(0, 2), { dueOn: '2027-06-01', value: '60' }];
    expect(chart({}, { draft, editable: true }).series.map(({ id, editable }) => [id, editable ?? false])).toEqual([
      ['plan', false],
      ['draft', true],
      ['measured', false],
    ]);
    expect(
      isSamePath(
        PLAN,
        [...PLAN].reverse().map((point) => ({ ...point, value: `${point.value}.0` })),
      ),
    ).toBe(true);
  });

  it('lets a draft be moved while there is no other plan, and adds no points to it', () => {
    const [plan] = chart(
      { plan: { kind: 'draft', baselineValue: '412', points: PLAN }, measurements: [] },
      { editable: true },
    ).series;
    expect([plan?.editable, plan?.points.length]).toEqual([true, 3]);
  });

  it('runs flat after the last point until today', () => {
    const early = PLAN.map((point, index) => ({ ...point, dueOn: `2026-0${index + 1}-01` }));
    const [plan] = chart({ plan: { ...MEASURE.plan!, points: early } }).series;
    expect(plan?.points.at(-1)).toEqual({ date: TODAY, value: '60', bare: true });
  });

  it('begins at zero unless the values hardly move', () => {
    expect([beginsAtZero(['412', '60']), beginsAtZero(['14200', '12900']), beginsAtZero(['-1', '0.5'])]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
