import fc from 'fast-check';
import { groupLines } from './ledger-groups';

const line = (groupId: string, amount: bigint) => ({ groupId, groupName: groupId, amount });
const amountOf = ({ amount }: { amount: bigint }) => amount;

describe('lines by administration', () => {
  it('come with the largest first, groups and lines alike; disbenefits by their size', () => {
    const groups = groupLines([line('A', 1n), line('B', -9n), line('A', 3n)], amountOf);
    expect(groups.map(({ groupId, lines }) => [groupId, lines.map(amountOf)])).toEqual([
      ['B', [-9n]],
      ['A', [3n, 1n]],
    ]);
  });

  it('hold every line exactly once', () => {
    const any = fc.array(fc.record({ group: fc.constantFrom('A', 'B', 'C'), amount: fc.bigInt() }));
    fc.assert(
      fc.property(any, (made) => {
        const lines = made.map(({ group, amount }) => line(group, amount));
        const grouped = groupLines(lines, amountOf).flatMap((group) => group.lines);
        expect(grouped).toHaveLength(lines.length);
        expect(new Set(grouped)).toEqual(new Set(lines));
      }),
    );
  });
});
