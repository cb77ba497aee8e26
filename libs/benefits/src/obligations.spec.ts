import { addDays, daysBetween } from '@hoest/quantities';
import fc from 'fast-check';
import {
  graceDays,
  lastMonthPastGrace,
  obligationFor,
  obligationHolding,
  obligationsOf,
  obligationStatus,
  periodOf,
  rescheduleObligations,
  type ScheduleFacts,
} from './obligations';
import { FREQUENCIES } from './value-lists';

const schedule = (over: Partial<ScheduleFacts> = {}): ScheduleFacts => ({
  frequency: 'quarter',
  firstDue: '2025-04-15',
  trackUntil: null,
  startsOn: null,
  ...over,
});

const shown = (facts: ScheduleFacts, until: string) =>
  obligationsOf(facts, until).map((o) => `${o.periodStart}..${o.periodEnd} due ${o.dueOn} grace ${o.graceUntil}`);

describe('grace (F17)', () => {
  it.each([
    [91, 23],
    [30, 14],
    [365, 92],
    [181, 46],
    [56, 14],
    [57, 15],
  ])('of a period of %i days is %i days', (days, grace) => expect(graceDays(days)).toBe(grace));
});

describe('the measurements a measure owes', () => {
  it('answer calendar quarters, each due as long after its end as the first', () => {
    expect(shown(schedule(), '2025-12-31')).toEqual([
      '2025-01-01..2025-03-31 due 2025-04-15 grace 2025-05-08',
      '2025-04-01..2025-06-30 due 2025-07-15 grace 2025-08-07',
      '2025-07-01..2025-09-30 due 2025-10-15 grace 2025-11-07',
      '2025-10-01..2025-12-31 due 2026-01-15 grace 2026-02-07',
    ]);
  });

  it('are due on the last day of the period when the first is', () => {
    expect(shown(schedule({ frequency: 'month', firstDue: '2025-01-31' }), '2025-03-31')).toEqual([
      '2025-01-01..2025-01-31 due 2025-01-31 grace 2025-02-14',
      '2025-02-01..2025-02-28 due 2025-02-28 grace 2025-03-14',
      '2025-03-01..2025-03-31 due 2025-03-31 grace 2025-04-14',
    ]);
  });

  it('take the year before when a yearly measurement is due in January', () => {
    expect(shown(schedule({ frequency: 'year', firstDue: '2026-01-31' }), '2026-06-30')[0]).toMatch(
      '2025-01-01..2025-12-31 due 2026-01-31',
    );
  });

  it('begin with the period the effect starts in when no first date is set', () => {
    expect(shown(schedule({ firstDue: null, startsOn: '2025-05-20' }), '2025-07-01')).toEqual([
      '2025-04-01..2025-06-30 due 2025-06-30 grace 2025-07-23',
      '2025-07-01..2025-09-30 due 2025-09-30 grace 2025-10-23',
    ]);
    expect(obligationsOf(schedule({ firstDue: null }), '2025-12-31')).toEqual([]);
  });

  it('end with the last whole period that is tracked', () => {
    const ends = obligationsOf(schedule({ trackUntil: '2025-09-30' }), '2030-01-01').map(({ periodEnd }) => periodEnd);
    expect(ends).toEqual(['2025-03-31', '2025-06-30', '2025-09-30']);
    expect(obligationsOf(schedule({ trackUntil: '2025-09-29' }), '2030-01-01')).toHaveLength(2);
  });

  it('follow each other without gap or overlap, due after their end, at any frequency', () => {
    const firstDue = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(firstDue, fc.constantFrom(...FREQUENCIES), (due, frequency) => {
        const made = obligationsOf(schedule({ frequency, firstDue: due }), addDays(due, 1500));
        expect(made[0]?.dueOn).toBe(due);
        made.forEach((o, position) => {
          const before = made[position - 1];
          if (before) expect(o.periodStart).toBe(addDays(before.periodEnd, 1));
          expect(o.dueOn >= o.periodEnd && o.graceUntil >= addDays(o.dueOn, 14)).toBe(true);
          expect(periodOf(o.periodStart, frequency)).toEqual({ start: o.periodStart, end: o.periodEnd });
          expect(daysBetween(o.dueOn, o.graceUntil)).toBe(graceDays(daysBetween(o.periodStart, o.periodEnd) + 1));
        });
      }),
    );
  });

  it('continue after what stands when the frequency changes', () => {
    const standing = obligationsOf(schedule(), '2025-05-01');
    const next = rescheduleObligations(
      standing,
      schedule({ frequency: 'month', firstDue: '2025-05-31' }),
      '2025-08-31',
    );
    expect(next.map(({ periodStart }) => periodStart)).toEqual(['2025-07-01', '2025-08-01']);
    expect(rescheduleObligations([], schedule(), '2025-03-01')).toHaveLength(1);
  });

  it('are found by the date they hold', () => {
    const made = obligationsOf(schedule(), '2025-12-31');
    expect(obligationHolding(made, '2025-06-30')?.periodEnd).toBe('2025-06-30');
    expect(obligationHolding(made, '2024-12-31')).toBeNull();
    const overlapping = [...made, ...obligationsOf(schedule({ frequency: 'month' }), '2025-12-31')];
    expect(obligationHolding(overlapping, '2025-04-20')?.periodEnd).toBe('2025-04-30');
  });
});

describe('the last month past its grace', () => {
  it.each([
    ['2026-11-14', '2026-09-01'],
    ['2026-11-15', '2026-10-01'],
    ['2027-01-14', '2026-11-01'],
    ['2028-03-14', '2028-01-01'],
    ['2028-03-15', '2028-02-01'],
  ])('on %s is %s', (asOf, month) => expect(lastMonthPastGrace(asOf)).toBe(month));
});

describe('status of an obligation', () => {
  const owed = { dueOn: '2025-04-15', graceUntil: '2025-05-08', waivedReason: null };
  it.each([
    ['2025-04-14', 'not_due'],
    ['2025-04-15', 'due'],
    ['2025-04-16', 'late'],
    ['2025-05-08', 'late'],
    ['2025-05-09', 'missing'],
  ])('unanswered on %s is %s', (asOf, status) => expect(obligationStatus(owed, null, asOf)).toBe(status));

  it('answered is met, in time or late; an answer of tomorrow is none', () => {
    expect(obligationStatus(owed, '2025-05-08', '2025-06-01')).toBe('met');
    expect(obligationStatus(owed, '2025-05-09', '2025-06-01')).toBe('met_late');
    expect(obligationStatus(owed, '2025-05-09', '2025-05-01')).toBe('late');
  });

  it('waived is waived until somebody answers', () => {
    const waived = { ...owed, waivedReason: 'system lukket' };
    expect(obligationStatus(waived, null, '2026-01-01')).toBe('waived');
    expect(obligationStatus(waived, '2025-05-01', '2026-01-01')).toBe('met');
  });
});

describe('the obligation a value answers when nobody says which', () => {
  const owed = obligationsOf(schedule({ frequency: 'month', firstDue: '2025-03-31' }), '2025-05-31').map((one) => ({
    ...one,
    id: one.periodEnd,
  }));
  const quarters = obligationsOf(schedule({ firstDue: '2025-03-31' }), '2025-06-30').slice(0, 1);
  const [first] = quarters.map((one) => ({ ...one, id: 'first' }));

  it('is the one whose period holds the day, even if the one before is open', () =>
    expect(obligationFor(owed, '2025-04-05', new Set())?.id).toBe('2025-04-30'));

  it('is the open one just before while its grace runs, when no period holds the day', () => {
    expect(obligationFor([first!], '2025-04-23', new Set())?.id).toBe('first');
    expect(obligationFor([first!], '2025-04-24', new Set())).toBeNull();
    expect(obligationFor([first!], '2025-04-05', new Set(['first']))).toBeNull();
  });
});
