import fc from 'fast-check';
import { readMonth } from './read-month';

describe('reading the month of a booking', () => {
  it.each([
    ['2026-03'],
    ['2026/3'],
    ['03/2026'],
    ['3-2026'],
    ['marts 2026'],
    ['Mar 2026'],
    ['202603'],
    ['2026P03'],
    ['2026 P3'],
    ['2026-M03'],
    ['P03 2026'],
    ['p03/2026'],
    ['2026-03-17'],
    ['17.03.2026'],
    ['17. marts 2026'],
  ])('"%s" is March 2026', (text) => expect(readMonth(text, 'dmy')).toEqual({ kind: 'month', month: '2026-03-01' }));

  it('takes the order of day and month for whole dates', () => {
    expect(readMonth('03/04/2026', 'dmy')).toEqual({ kind: 'month', month: '2026-04-01' });
    expect(readMonth('03/04/2026', 'mdy')).toEqual({ kind: 'month', month: '2026-03-01' });
  });

  it('reads October of 2009, which elsewhere may be a fiscal year', () => {
    expect(readMonth('2009-10', 'dmy')).toEqual({ kind: 'month', month: '2009-10-01' });
  });

  it.each(['2026', '2026P13', '2026P00', '202600', '202613', 'Q1 2026', '2026-24', 'marts', '43010', '13/2026', 'P03'])(
    'never guesses a month from "%s"',
    (text) => expect(readMonth(text, 'dmy')).toEqual({ kind: 'not-a-month' }),
  );

  it.each(['', ' ', '\u00a0'])('a blank is empty', (text) => expect(readMonth(text, 'dmy')).toEqual({ kind: 'empty' }));

  it('reads every form of every month back to that month', () => {
    const months = fc.record({ year: fc.integer({ min: 1990, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(months, ({ year, month }) => {
        const two = String(month).padStart(2, '0');
        const expected = { kind: 'month', month: `${year}-${two}-01` };
        for (const text of [`${year}-${two}`, `${two}/${year}`, `${year}${two}`, `${year}P${two}`, `P${two} ${year}`]) {
          expect(readMonth(text, 'dmy')).toEqual(expected);
        }
      }),
    );
  });
});
