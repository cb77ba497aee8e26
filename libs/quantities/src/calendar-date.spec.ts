import fc from 'fast-check';
import {
  addDays,
  addMonths,
  calendarDate,
  calendarDateIn,
  daysBetween,
  earlierDate,
  endOfMonth,
  fiscalYear,
  isCalendarDate,
  laterDate,
  monthsBetween,
  startOfMonth,
} from './calendar-date';

const anyDate = fc
  .integer({ min: -60_000, max: 60_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('calendar dates', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '31-12-2024',
    '2024-06-31',
    '0000-01-01',
    '',
  ])('"%s" is none', (text) => expect(isCalendarDate(text)).toBe(false));

  it('are built only from real days', () => {
    expect(calendarDate(2024, 2, 29)).toBe('2024-02-29');
    expect(calendarDate(2023, 2, 29)).toBeNull();
    expect(calendarDate(2023, 2.5, 1)).toBeNull();
  });

  it.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2024-12-31', 1, '2025-01-01'],
  ])('%s plus %i days is %s', (date, days, result) => expect(addDays(date, days)).toBe(result));

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('%s plus %i months is %s', (date, months, result) => expect(addMonths(date, months)).toBe(result));

  it('know their month, their year and each other', () => {
    expect(startOfMonth('2024-02-17')).toBe('2024-02-01');
    expect(endOfMonth('2024-02-17')).toBe('2024-02-29');
    expect(fiscalYear('2024-02-17')).toBe(2024);
    expect(earlierDate('2024-02-17', '2024-02-18')).toBe('2024-02-17');
    expect(laterDate('2024-02-17', '2024-02-18')).toBe('2024-02-18');
    expect(daysBetween('2024-02-01', '2024-03-01')).toBe(29);
  });

  it('list every month touched', () => {
    expect(monthsBetween('2023-11-30', '2024-02-01')).toEqual(['2023-11-01', '2023-12-01', '2024-01-01', '2024-02-01']);
    expect(monthsBetween('2024-02-29', '2024-02-01')).toEqual(['2024-02-01']);
    expect(monthsBetween('2024-03-01', '2024-02-29')).toEqual([]);
  });

  it('are read from an instant in a named zone, summer and winter', () => {
    expect(calendarDateIn(new Date('2024-03-30T23:30:00Z'), 'Europe/Copenhagen')).toBe('2024-03-31');
    expect(calendarDateIn(new Date('2024-07-01T22:30:00Z'), 'Europe/Copenhagen')).toBe('2024-07-02');
    expect(calendarDateIn(new Date('2024-01-01T22:30:00Z'), 'Europe/Copenhagen')).toBe('2024-01-01');
    expect(calendarDateIn(new Date('2024-01-01T03:00:00Z'), 'America/New_York')).toBe('2023-12-31');
  });

  it('refuse texts that are none, fractions, and years outside 0001–9999', () => {
    expect(() => addDays('2024-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2024-02-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
  });

  it('count days as the calendar does', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const moved = addDays(date, days);
        const byClock = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
        return moved === byClock && daysBetween(date, moved) === days && addDays(moved, -days) === date;
      }),
    );
  });

  it('are ordered as their texts', () => {
    fc.assert(fc.property(anyDate, anyDate, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)));
  });
});
