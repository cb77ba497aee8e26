import { IMPORT_TARGETS } from '@hoest/exchange';
import { buildColumn } from '../build-import';
import { chooseMoney, chooseTarget } from './column-choice';
import { TARGET_GROUPS } from './target-groups';

const title = buildColumn({ index: 0, heading: 'Nr.', target: 'title' });
const project = buildColumn({ index: 1, heading: 'Projekt', target: null });
const cost = buildColumn({
  index: 2,
  heading: 'Udgift 2026',
  target: 'costPlanned',
  unit: 'thousand',
  currency: 'DKK',
  year: 2026,
});
const columns = [title, project, cost];

describe('choosing what a column fills', () => {
  it('moves a target that only one column may fill, and can be taken back whole', () => {
    expect(chooseTarget(columns, project, 'title')).toEqual({
      change: {
        columns: [
          { index: 0, target: null },
          { index: 1, target: 'title' },
        ],
      },
      back: {
        columns: [
          { index: 1, target: null },
          { index: 0, target: 'title' },
        ],
      },
      loser: title,
    });
  });

  it('leaves others alone where several columns may fill it', () => {
    expect(chooseTarget(columns, project, 'costPlanned')).toMatchObject({
      change: { columns: [{ index: 1, target: 'costPlanned' }] },
      loser: null,
    });
  });

  it('remembers how amounts were read when they are left out', () => {
    expect(chooseTarget(columns, cost, null)).toEqual({
      change: { columns: [{ index: 2, target: null }] },
      back: { columns: [{ index: 2, target: 'costPlanned', unit: 'thousand', currency: 'DKK', year: 2026 }] },
      loser: null,
    });
  });

  it('names only what was chosen about amounts', () => {
    expect(chooseMoney(cost, { year: null }).change).toEqual({
      columns: [{ index: 2, target: 'costPlanned', year: null }],
    });
  });
});

it('every target stands in one group', () => {
  expect(TARGET_GROUPS.flatMap(({ targets }) => [...targets]).sort()).toEqual([...IMPORT_TARGETS].sort());
});
