import { Decimal } from '@hoest/quantities';
import { achievementsOf, answerTo, currentMeasurements, type MeasurementFacts } from './measurements';
import {
  baselineInForce,
  latestBaselineValue,
  leadMeasure,
  planInForce,
  type PlanFacts,
  rebaselinedPlan,
} from './plan';
import {
  firstRealised,
  isLapsed,
  isRealised,
  isSustained,
  stateByCalendar,
  stateByMeasurement,
  sustainment,
} from './realised';
import { measureStanding, statusOf } from './status';

const measured = (measuredOn: string, value: number, over: Partial<MeasurementFacts> = {}): MeasurementFacts => ({
  id: `${measuredOn}-${value}`,
  obligationId: null,
  measuredOn,
  value,
  volume: null,
  supersedesId: null,
  ...over,
});

const plan: PlanFacts = {
  fullYearValueMinor: null,
  attribution: 1,
  startsOn: null,
  endsOn: null,
  baselineValue: 14,
  interpolation: 'linear',
  points: [
    { dueOn: '2025-01-01', value: 14 },
    { dueOn: '2026-01-01', value: 7 },
  ],
};

describe('measurements that hold', () => {
  const first = measured('2025-03-31', 12, { id: 'a', obligationId: 'q1' });
  const corrected = measured('2025-03-31', 11, { id: 'b', obligationId: 'q1', supersedesId: 'a' });
  const later = measured('2025-06-30', 10, { id: 'c', obligationId: 'q2' });

  it('are those nobody supersedes, oldest first, whatever the order', () => {
    expect(currentMeasurements([later, corrected, first], '2025-12-31').map(({ id }) => id)).toEqual(['b', 'c']);
    expect(currentMeasurements([first, later, corrected], '2025-05-01').map(({ id }) => id)).toEqual(['b']);
  });

  it('answer the obligation they name; the last one where several do', () => {
    const again = measured('2025-03-31', 9, { id: 'd', obligationId: 'q1' });
    expect(answerTo({ id: 'q1' }, [first, corrected, later], '2025-12-31')?.id).toBe('b');
    expect(answerTo({ id: 'q1' }, [again, corrected, first], '2025-12-31')?.id).toBe('d');
    expect(answerTo({ id: 'q3' }, [first], '2025-12-31')).toBeNull();
  });

  it('give achievements where they can be compared', () => {
    expect(achievementsOf(plan, [later], '2025-12-31').map(({ ratio }) => ratio.toFixed(4))).toEqual(['0.5714']);
    expect(achievementsOf({ ...plan, baselineValue: null }, [later], '2025-12-31')).toEqual([]);
  });
});

describe('the plan in force', () => {
  const version = (kind: 'approved' | 'frozen_at_go_live' | 'rebaselined', number: number, decidedOn: string) => ({
    kind,
    number,
    decidedOn,
  });
  const versions = [
    version('approved', 1, '2025-01-01'),
    version('approved', 2, '2025-02-01'),
    version('frozen_at_go_live', 3, '2025-06-01'),
    version('rebaselined', 4, '2025-09-01'),
  ];

  it('is the frozen one, before go-live the latest approved one, and never a re-baselined one', () => {
    expect(planInForce(versions, '2025-12-31')?.number).toBe(3);
    expect(planInForce(versions, '2025-05-31')?.number).toBe(2);
    expect(planInForce([...versions].reverse(), '2025-01-15')?.number).toBe(1);
    expect(planInForce(versions, '2024-12-31')).toBeNull();
    expect(rebaselinedPlan(versions, '2025-12-31')?.number).toBe(4);
    expect(rebaselinedPlan(versions, '2025-08-31')).toBeNull();
  });

  it('speaks through the first measure and the baseline recorded last', () => {
    const measures = [
      { id: 'b', position: 1 },
      { id: 'c', position: 0 },
      { id: 'a', position: 0 },
    ];
    expect(leadMeasure(measures)?.id).toBe('a');
    expect(leadMeasure([])).toBeNull();
    const at = (id: string, text: string) => ({ id, recordedAt: new Date(text) });
    const baselines = [
      at('a', '2025-02-01T10:00:00Z'),
      at('b', '2025-02-01T10:00:00Z'),
      at('c', '2025-01-01T10:00:00Z'),
    ];
    expect(baselineInForce(baselines)?.id).toBe('b');
    expect(baselineInForce([])).toBeNull();
    const [planned, valued] = [
      { ...at('d', '2025-03-01T10:00:00Z'), value: null },
      { ...at('c', '2025-01-01T10:00:00Z'), value: '14' },
    ];
    expect(baselineInForce([planned, valued])?.value).toBeNull();
    expect(latestBaselineValue([planned, valued])).toBe('14');
    expect(latestBaselineValue([planned])).toBeNull();
  });
});

describe('status (F18)', () => {
  it.each([
    ['0.70', '0.55', 'watch'],
    ['0.70', '0.60', 'on_track'],
    ['0.70', '0.50', 'watch'],
    ['0.70', '0.4999', 'deviation'],
    ['0.70', '1.20', 'on_track'],
    ['0.70', '-0.20', 'deviation'],
  ])('planned %s, reached %s is %s', (plannedShare, achievement, status) => {
    expect(statusOf({ plannedShare, achievement }).status).toBe(status);
  });

  const standing = (measurements: MeasurementFacts[], over: Partial<Parameters<typeof measureStanding>[0]> = {}) => {
    const owed = { id: 'q1', dueOn: '2025-04-15', graceUntil: '2025-05-08', waivedReason: null };
    return measureStanding({ plan, obligations: [owed], measurements, ...over }, '2025-07-02');
  };

  it('holds a measurement against the plan of its own day', () => {
    const result = standing([measured('2025-04-01', 12.25, { obligationId: 'q1' })]);
    expect(result).toMatchObject({ status: 'on_track', measuredOn: '2025-04-01' });
    expect(result.achievement?.toFixed(2)).toBe('0.25');
    expect(result.plannedShare?.toFixed(4)).toBe('0.2466');
  });

  it('is unknown when the latest obligation is overdue, however good an older figure is', () => {
    const old = measured('2025-01-31', 7);
    expect(standing([old])).toMatchObject({ status: 'unknown', measuredOn: '2025-01-31' });
    expect(standing([])).toMatchObject({ status: 'unknown', achievement: null });
    const waived = { id: 'q1', dueOn: '2025-04-15', graceUntil: '2025-05-08', waivedReason: 'intet system' };
    expect(standing([old], { obligations: [waived] }).status).toBe('on_track');
  });

  it('is not due while nothing is owed, and has no plan without points', () => {
    expect(standing([], { obligations: [] }).status).toBe('not_due');
    expect(standing([], { plan: null }).status).toBe('no_plan');
    expect(standing([], { plan: { ...plan, points: [] } }).status).toBe('no_plan');
  });

  it('is unknown when the measurement cannot be compared', () => {
    const uncomparable = { plan: { ...plan, baselineValue: null }, obligations: [] };
    expect(standing([measured('2025-04-01', 12)], uncomparable)).toMatchObject({
      status: 'unknown',
      achievement: null,
    });
  });
});

describe('realised and sustained (F19)', () => {
  const facts = (...measurements: MeasurementFacts[]) => ({ plan, measurements });

  it('is realised from 0.9 of the target, measured at or after the final target point', () => {
    expect(isRealised(facts(measured('2026-01-01', 7.7)), '2026-02-01')).toBe(true);
    expect(isRealised(facts(measured('2026-01-01', 7.71)), '2026-02-01')).toBe(false);
    expect(isRealised(facts(measured('2025-12-31', 7)), '2026-02-01')).toBe(false);
    expect(isRealised(facts(measured('2026-01-01', 7), measured('2026-04-01', 10)), '2026-05-01')).toBe(false);
    expect(isRealised({ plan: { ...plan, points: [] }, measurements: [measured('2026-01-01', 7)] }, '2026-05-01')).toBe(
      false,
    );
  });

  it('was first realised by the first such measurement', () => {
    expect(
      firstRealised(
        facts(measured('2026-01-05', 9), measured('2026-04-01', 7.5), measured('2026-07-01', 7)),
        '2026-12-31',
      )?.on,
    ).toBe('2026-04-01');
    expect(firstRealised(facts(measured('2026-01-05', 9)), '2026-12-31')).toBeNull();
  });

  const ratio = (on: string, value: string) => ({ on, ratio: new Decimal(value) });

  it('of the worked case (1.00, latest 0.92) is sustained', () => {
    expect(sustainment(ratio('2025-01-31', '1.00'), ratio('2026-01-15', '0.92'), '2026-01-31')).toEqual({
      kind: 'sustained',
    });
  });

  it.each([
    [null, null, 'not-realised'],
    [ratio('2025-02-01', '1'), ratio('2026-01-15', '1'), 'under-12-months'],
    [ratio('2025-01-31', '1'), null, 'not-measured-in-12-months'],
    [ratio('2025-01-31', '1'), ratio('2025-01-31', '1'), 'not-measured-in-12-months'],
    [ratio('2025-01-31', '1'), ratio('2026-01-15', '0.89'), 'fallen-back'],
  ])('of %j and %j is not: %s', (first, latest, reason) => {
    expect(sustainment(first, latest, '2026-01-31')).toEqual({ kind: 'not-sustained', reason });
  });

  it('moves a benefit in realisation as its measurements say, back as well, and no other', () => {
    const good = facts(measured('2026-01-05', 7), measured('2027-01-04', 7.2));
    expect(isSustained(good, '2027-01-05')).toBe(true);
    expect(stateByMeasurement('in_realisation', good, '2026-02-01')).toBe('realised');
    expect(stateByMeasurement('realised', good, '2027-01-05')).toBe('sustained');
    const fallen = facts(...good.measurements, measured('2027-06-01', 13));
    expect(stateByMeasurement('sustained', fallen, '2027-06-02')).toBe('in_realisation');
    expect(stateByMeasurement('written_off', good, '2027-01-05')).toBe('written_off');
  });
});

describe('a claim that nobody measured again', () => {
  const plan = {
    baselineValue: '14',
    points: [
      { dueOn: '2024-01-01', value: '14' },
      { dueOn: '2024-07-01', value: '7' },
    ],
  };
  const value = (id: string, measuredOn: string, amount: string, obligationId: string | null = null) => ({
    id,
    obligationId,
    measuredOn,
    value: amount,
    volume: null,
    supersedesId: null,
  });
  const facts = (
    measurements: ReturnType<typeof value>[],
    obligations: Parameters<typeof isLapsed>[0]['obligations'] = [],
  ) => ({ plan, measurements, obligations });
  const year = (end: string, graceUntil: string, waivedReason: string | null = null) => ({
    id: end,
    periodEnd: end,
    graceUntil,
    waivedReason,
  });

  it('lapses when the latest measurement is 12 months old', () => {
    const measured = facts([value('a', '2024-09-30', '7')]);
    expect(isLapsed(measured, '2025-09-29')).toBe(false);
    expect(isLapsed(measured, '2025-09-30')).toBe(true);
    expect(stateByCalendar('realised', measured, '2025-09-29')).toBe('realised');
    expect(stateByCalendar('realised', measured, '2025-09-30')).toBe('in_realisation');
    expect(isLapsed(facts([]), '2025-09-30')).toBe(true);
  });

  it('does not lapse while the next yearly measurement is within its grace, and not for a waived one', () => {
    const measured = [value('a', '2024-12-31', '7', '2024-12-31')];
    const owed = [year('2024-12-31', '2025-04-02'), year('2025-12-31', '2026-04-02')];
    expect(isLapsed(facts(measured, owed), '2026-04-02')).toBe(false);
    expect(isLapsed(facts(measured, owed), '2026-04-03')).toBe(true);
    expect(isLapsed(facts(measured, [year('2025-12-31', '2026-04-02', 'lukket')]), '2026-01-01')).toBe(true);
  });

  it('becomes sustained a year on only with a measurement of these 12 months, and falls back without one (F19)', () => {
    const lasting = facts([value('a', '2024-09-30', '7'), value('b', '2025-06-30', '7.5')]);
    expect(stateByCalendar('realised', lasting, '2025-09-29')).toBe('realised');
    expect(stateByCalendar('realised', lasting, '2025-09-30')).toBe('sustained');
    expect(stateByCalendar('sustained', lasting, '2026-06-30')).toBe('in_realisation');
    const awaited = facts(lasting.measurements, [year('2026-06-30', '2026-08-15')]);
    expect(stateByCalendar('sustained', awaited, '2026-07-01')).toBe('realised');
    expect(stateByCalendar('sustained', awaited, '2026-08-16')).toBe('in_realisation');
  });

  it('moves no state that people decide', () => {
    for (const state of ['approved', 'in_realisation', 'closed', 'written_off'] as const)
      expect(stateByCalendar(state, facts([]), '2026-01-01')).toBe(state);
  });
});
