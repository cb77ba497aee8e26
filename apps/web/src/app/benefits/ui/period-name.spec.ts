import { periodName } from './period-name';

describe('periodName', () => {
  it.each([
    ['2026-03-01', '2026-03-31', 'marts 2026', 'March 2026'],
    ['2024-02-01', '2024-02-29', 'februar 2024', 'February 2024'],
    ['2026-01-01', '2026-03-31', '1. kvartal 2026', 'Q1 2026'],
    ['2026-10-01', '2026-12-31', '4. kvartal 2026', 'Q4 2026'],
    ['2026-07-01', '2026-12-31', '2. halvår 2026', 'Second half of 2026'],
    ['2026-01-01', '2026-12-31', '2026', '2026'],
    ['2026-02-01', '2026-04-30', '01.02.2026 – 30.04.2026', '1 Feb 2026 – 30 Apr 2026'],
  ])('%s to %s', (start, end, danish, english) => {
    expect([periodName(start, end, 'da'), periodName(start, end, 'en')]).toEqual([danish, english]);
  });
});
