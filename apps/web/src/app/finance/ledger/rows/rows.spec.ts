import fc from 'fast-check';
import { addFigures, FIGURES, figuresOf, isFarAgainst } from './figures';
import { ledgerItemForSpecs } from './ledger-item.fixture';
import { groupLedger, totalRow, visibleRows } from './ledger-rows';
import { MonthTable } from './month-table';

const item = (groupId: string, planned: string) => ledgerItemForSpecs({ groupId, groupName: groupId, planned });

describe('rows of the ledger', () => {
  it('stand by administration, most money first, each followed by its benefits', () => {
    const groups = groupLedger([item('A', '100'), item('B', '900'), item('A', '300'), item('B', '50')]);
    expect(visibleRows(groups, new Set()).map((row) => [row.kind, row.figures.planned])).toEqual([
      ['group', 950n],
      ['benefit', 900n],
      ['benefit', 50n],
      ['group', 400n],
      ['benefit', 300n],
      ['benefit', 100n],
    ]);
  });

  it('of a folded group are its line alone, with the same sums', () => {
    const groups = groupLedger([item('A', '100'), item('B', '900')]);
    const rows = visibleRows(groups, new Set(['B']));
    expect(rows.map((row) => (row.kind === 'group' ? [row.groupId, row.open] : row.kind))).toEqual([
      ['B', false],
      ['A', true],
      'benefit',
    ]);
    expect(rows[0]?.figures.planned).toBe(900n);
  });

  it('add up at every level, in every column, in whatever order they come', () => {
    const lines = fc.array(
      fc.record({ group: fc.constantFrom('A', 'B', 'C'), amount: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }) }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(lines, (made) => {
        const items = made.map(({ group, amount }) =>
          ledgerItemForSpecs({
            groupId: group,
            ...Object.fromEntries(FIGURES.map((figure, at) => [figure, (amount + BigInt(at)).toString()])),
          }),
        );
        const groups = groupLedger(items);
        const all = addFigures(items.map(figuresOf));
        expect(totalRow(groups).figures).toEqual(all);
        expect(totalRow(groupLedger([...items].reverse())).figures).toEqual(all);
        for (const group of groups)
          expect(addFigures(group.benefits.map(({ figures }) => figures))).toEqual(group.figures);
        expect(totalRow(groups).count).toBe(items.length);
      }),
    );
  });
});

describe('a variance in red', () => {
  it.each([
    [-25n, 100n, false],
    [-26n, 100n, true],
    [60n, 100n, false],
    [-1n, 0n, true],
    [-50n, -100n, true],
    [0n, 0n, false],
  ])('%s of a plan of %s: %s', (variance, planned, red) => {
    expect(isFarAgainst({ variance, planned })).toBe(red);
  });
});

describe('the months', () => {
  const [group] = groupLedger([item('A', '100'), item('A', '300')]);
  const ids = group?.benefits.map(({ id }) => id) ?? [];
  const table = new MonthTable(
    ['2026-01-01', '2026-02-01'],
    [
      { benefitId: ids[0] ?? '', values: ['0', null], statuses: 'n–' },
      { benefitId: ids[1] ?? '', values: ['250', '7'], statuses: 'md' },
    ],
    ['250', '7'],
    'realised',
  );

  it('tell zero, not measured, not due and no month apart', () => {
    expect([table.value(ids[0] ?? '', 0), table.mark(ids[0] ?? '', 0)]).toEqual([0n, 'not_measured']);
    expect([table.value(ids[0] ?? '', 1), table.mark(ids[0] ?? '', 1)]).toEqual([null, 'none']);
    expect(table.mark(ids[1] ?? '', 0)).toBe('measured');
    expect(table.mark(ids[1] ?? '', 1)).toBe('not_due');
    expect([table.value('gone', 0), table.mark('gone', 0)]).toEqual([null, 'none']);
  });

  it('add up to the total', () => {
    expect(group && [table.groupSum(group, 0), table.groupSum(group, 1)]).toEqual([250n, 7n]);
    expect([table.total(0), table.total(1)]).toEqual([250n, 7n]);
  });
});
