import { type Series, seriesLines, seriesRows, seriesToDate, type SeriesWords } from './series-chart';

const SERIES: Series = {
  unit: { kind: 'money', currency: 'DKK' },
  rebaselined: null,
  asOf: '2026-06-15',
  totals: { planned: '600', realised: '150', forecast: '500' },
  items: [
    { month: '2026-03-01', planned: '100', forecast: '150', realised: '150', status: 'measured' },
    { month: '2026-04-01', planned: '100', forecast: '0', realised: null, status: 'not_measured' },
    { month: '2026-05-01', planned: '100', forecast: '75', realised: null, status: 'not_due' },
    { month: '2026-06-01', planned: '100', forecast: '75', realised: null, status: 'not_due' },
  ],
};
const WORDS: SeriesWords = {
  planned: 'planlagt',
  rebaselined: 'ny plan',
  forecast: 'forventet',
  realised: 'realiseret',
  month: 'Måned',
  status: 'Status',
  statuses: { measured: 'målt', not_measured: 'ikke målt', not_due: 'ikke forfalden' },
  formatMonth: (month) => month.slice(0, 7),
  format: (value) => value,
};

describe('the series of a benefit', () => {
  it('never draws a month that nobody measured as nought', () => {
    const realised = seriesLines(SERIES, WORDS).find(({ id }) => id === 'realised');
    expect(realised?.points.map(({ value }) => value)).toEqual(['150', null, null, null]);
  });

  it('begins the forecast where the measured part ends', () => {
    const forecast = seriesLines(SERIES, WORDS).find(({ id }) => id === 'forecast');
    expect(forecast?.points.map(({ value }) => value)).toEqual(['150', '0', '75', '75']);
    const none = {
      ...SERIES,
      items: SERIES.items.map((item) => ({ ...item, realised: null, status: 'not_due' as const })),
    };
    expect(seriesLines(none, WORDS).map(({ id }) => id)).toEqual(['planned', 'forecast']);
  });

  it('says in the table what is missing and why', () => {
    expect(seriesRows(SERIES, WORDS).rows.slice(0, 3)).toEqual([
      ['2026-03', '100', '150', '150', 'målt'],
      ['2026-04', '100', '0', 'ikke målt', 'ikke målt'],
      ['2026-05', '100', '75', 'ikke forfalden', 'ikke forfalden'],
    ]);
  });

  it('puts the re-baselined plan beside the frozen one, months only it has included', () => {
    const rebaselined = {
      number: 3,
      decidedOn: '2026-04-01',
      totals: null,
      items: [
        { month: '2026-06-01', planned: '80' },
        { month: '2026-07-01', planned: '90' },
      ],
    };
    const beside = { ...SERIES, rebaselined };
    expect(seriesLines(beside, WORDS).map(({ id }) => id)).toEqual(['planned', 'rebaselined', 'forecast', 'realised']);
    const { columns, rows } = seriesRows(beside, WORDS);
    expect(columns[2]).toBe('ny plan');
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['2026-03', '100', ''],
      ['2026-04', '100', ''],
      ['2026-05', '100', ''],
      ['2026-06', '100', '80'],
      ['2026-07', '', '90'],
    ]);
    expect(rows.at(-1)?.slice(3)).toEqual(['', 'ikke forfalden', 'ikke forfalden']);
  });

  it('adds up what is due, and counts what is not measured', () => {
    const { planned, realised, notMeasured } = seriesToDate(SERIES);
    expect([planned.toString(), realised.toString(), notMeasured]).toEqual(['200', '150', 1]);
  });
});
