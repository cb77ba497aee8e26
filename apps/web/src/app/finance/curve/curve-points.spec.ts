import { accumulated, type CurveMonth } from './curve-points';

const month = (number: number, realisedToDate: string | null): CurveMonth => ({
  month: `2026-0${number}-01`,
  planned: '10',
  realised: realisedToDate === null ? null : '5',
  forecast: '8',
  plannedToDate: String(10 * number),
  realisedToDate,
  forecastToDate: String(8 * number),
});

describe('the S-curve', () => {
  it('forecasts from the last month that came due', () => {
    expect(accumulated([month(1, '5'), month(2, '12'), month(3, null)]).map(({ forecast }) => forecast)).toEqual([
      null,
      '16',
      '24',
    ]);
  });

  it('forecasts all of it while nothing is due', () => {
    expect(accumulated([month(1, null), month(2, null)]).map(({ forecast }) => forecast)).toEqual(['8', '16']);
  });
});
