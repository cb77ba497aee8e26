import { coursesOf, type HistoryItem, levelSpan } from './history-message';

const item = (asOf: string, gr: number | null, op: number | null): HistoryItem => ({
  month: `${asOf.slice(0, 7)}-01`,
  asOf,
  overall: null,
  themes: [
    { id: 'gr', score: gr, level: gr === null ? null : 3 },
    { id: 'op', score: op, level: op === null ? null : 2 },
  ],
  definitionVersion: '2026.1',
  indicator: null,
});

describe('history of the themes', () => {
  it('compares first and last score, the largest change first', () => {
    const courses = coursesOf([item('2026-08-31', 50, null), item('2026-09-30', 52, 30), item('2026-10-31', 51, 40)]);
    expect(courses.map(({ theme, change }) => [theme, change])).toEqual([
      ['op', 10],
      ['gr', 1],
    ]);
  });

  it('says nothing of a theme with one score', () => expect(coursesOf([item('2026-10-31', 50, null)])).toEqual([]));

  it('spans the levels the scores touch, two at least', () => {
    expect(levelSpan([52.3, 62.6])).toEqual({ from: 40, to: 80 });
    expect(levelSpan([52.3, 55])).toEqual({ from: 20, to: 60 });
    expect(levelSpan([3])).toEqual({ from: 0, to: 40 });
    expect(levelSpan([100])).toEqual({ from: 60, to: 100 });
    expect(levelSpan([])).toEqual({ from: 0, to: 100 });
  });
});
