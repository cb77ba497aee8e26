import fc from 'fast-check';
import { addDays } from './calendar-date';
import { formatDate } from './format';
import { type DateOrder, proposeDateOrder, readDate } from './read-date';

describe('reading dates', () => {
  it.each<[string, DateOrder, string]>([
    ['2024-03-31', 'dmy', '2024-03-31'],
    ['2024-3-1', 'dmy', '2024-03-01'],
    ['2024/03/31', 'dmy', '2024-03-31'],
    ['2024-03-31T00:00:00.000Z', 'dmy', '2024-03-31'],
    ['2024-03-31 00:00:00', 'mdy', '2024-03-31'],
    ['31-12-2026', 'dmy', '2026-12-31'],
    ['31.12.2026', 'dmy', '2026-12-31'],
    ['31.12.2026', 'mdy', '2026-12-31'],
    ['1. 3. 2026', 'dmy', '2026-03-01'],
    ['31/12/2026', 'dmy', '2026-12-31'],
    ['03/04/2024', 'dmy', '2024-04-03'],
    ['03/04/2024', 'mdy', '2024-03-04'],
    ['04/01/2013', 'mdy', '2013-04-01'],
    ['03-31-2023', 'mdy', '2023-03-31'],
    ['March 31, 2024', 'dmy', '2024-03-31'],
    ['Mar 31 2024', 'dmy', '2024-03-31'],
    ['31 March 2024', 'mdy', '2024-03-31'],
    ['1st May 2024', 'dmy', '2024-05-01'],
    ['30-Sep-2023', 'dmy', '2023-09-30'],
    ['31. marts 2024', 'dmy', '2024-03-31'],
    ['31. MAJ 2024', 'dmy', '2024-05-31'],
    ['d. 1. oktober 2024', 'dmy', '2024-10-01'],
    ['1. okt. 2024', 'dmy', '2024-10-01'],
  ])('"%s" in order %s is %s', (text, order, date) => {
    expect(readDate(text, order)).toEqual({ kind: 'date', date, precision: 'day' });
  });

  it.each([
    ['2024-03', '2024-03-01'],
    ['03/2024', '2024-03-01'],
    ['marts 2024', '2024-03-01'],
    ['Dec 2024', '2024-12-01'],
  ])('"%s" names a month only', (text, date) => {
    expect(readDate(text, 'dmy')).toEqual({ kind: 'date', date, precision: 'month' });
  });

  it.each(['', ' ', '\u00a0'])('a blank ("%s") is empty', (text) =>
    expect(readDate(text, 'dmy')).toEqual({ kind: 'empty' }),
  );

  it.each([
    '2023-24',
    '2009-10',
    '2024-2025',
    '2024',
    'TBD',
    'Q4 2024/25',
    'Fiscal Year 22/23 1',
    '2022/23 Q1',
    'May-June 2022',
    'Fall 2022',
    '31-Mar-23 (under review)',
    '2022-06-31',
    '29. februar 2023',
    '2024-03-30T23:00:00Z',
    'Exempt under Section 43 of the Freedom of Information Act 2000',
    '0001-01-01',
    '45382',
    'On hold due to lack of funding',
  ])('"%s" is not guessed', (text) => expect(readDate(text, 'dmy')).toEqual({ kind: 'not-a-date' }));

  it.each<[string, DateOrder, string]>([
    ['03-31-2023', 'dmy', '31-03-2023'],
    ['31/12/2026', 'mdy', '12/31/2026'],
    ['31-12-26', 'dmy', '31-12-2026'],
    ['3l.12.2026', 'dmy', '31.12.2026'],
    ['2o24-03-31', 'dmy', '2024-03-31'],
  ])('"%s" in order %s is no date; "%s" is suggested', (text, order, suggestion) => {
    expect(readDate(text, order)).toEqual({ kind: 'not-a-date', suggestion });
  });

  it('reads back what is written, in both languages and every day style', () => {
    const date = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays('1900-01-01', days));
    fc.assert(
      fc.property(
        date,
        fc.constantFrom('da' as const, 'en' as const),
        fc.constantFrom('day' as const, 'long-day' as const),
        (day, language, style) => {
          expect(readDate(formatDate(day, language, style), 'dmy')).toEqual({
            kind: 'date',
            date: day,
            precision: 'day',
          });
        },
      ),
    );
  });

  it('never fails, and every suggestion can be read', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789oOl./-  marjunQ'), maxLength: 12 });
    fc.assert(
      fc.property(text, fc.constantFrom<DateOrder>('dmy', 'mdy'), (value, order) => {
        const reading = readDate(value, order);
        return (
          reading.kind !== 'not-a-date' || !reading.suggestion || readDate(reading.suggestion, order).kind === 'date'
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the order of a column of dates', () => {
  it('follows the dates only one order can read', () => {
    expect(proposeDateOrder(['03/04/2024', '31/12/2024'])).toBe('dmy');
    expect(proposeDateOrder(['03-31-2023', '04/01/2013', 'TBD'])).toBe('mdy');
  });
  it('stays open when nothing decides or both occur', () => {
    expect(proposeDateOrder(['03/04/2024', '2024-01-01'])).toBeNull();
    expect(proposeDateOrder(['31/12/2024', '12/31/2024'])).toBeNull();
  });
});
