/** Lines under one heading; every line stands in exactly one group, so subtotals add up to the total. */
export interface LedgerGroup<Line> {
  groupId: string;
  name: string;
  lines: Line[];
}

interface GroupedLine {
  groupId: string;
  groupName: string;
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount);

/** Larger first; the same size keeps its order. */
function byAmount<Item>(amountOf: (item: Item) => bigint) {
  return (a: Item, b: Item) => {
    const [left, right] = [size(amountOf(a)), size(amountOf(b))];
    return left === right ? 0 : left < right ? 1 : -1;
  };
}

/**
 * Lines by administration, the one with most money first, and so the lines in it: the order of the ledger on the screen and in
 * the workbook. `amountOf` = what a line promised, minor units.
 */
export function groupLines<Line extends GroupedLine>(
  lines: readonly Line[],
  amountOf: (line: Line) => bigint,
): LedgerGroup<Line>[] {
  const groups = new Map<string, LedgerGroup<Line>>();
  for (const line of lines) {
    const group = groups.get(line.groupId) ?? { groupId: line.groupId, name: line.groupName, lines: [] };
    group.lines.push(line);
    groups.set(line.groupId, group);
  }
  for (const group of groups.values()) group.lines.sort(byAmount(amountOf));
  return [...groups.values()].sort(byAmount((group) => group.lines.reduce((sum, line) => sum + amountOf(line), 0n)));
}
