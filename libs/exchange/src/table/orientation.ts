import { readDate } from '@hoest/quantities';
import { type Cell, type Grid, isBlank, textOf, transpose } from '../grid';
import type { ImportKind } from '../import-kind';
import { isQuantity } from './cell-number';
import { knownHeadings } from './known-headings';
import type { Orientation } from './table';

/** Lines and cells looked at: enough to tell, and the same time for a sheet of any size. */
const LOOK_AT = 40;
const LONG_TEXT = 40;

/** The most different known headings on one of the first lines. */
function mostKnownHeadings(grid: Grid, kind: ImportKind): number {
  return grid.reduce((most, line) => Math.max(most, knownHeadings(line, kind)), 0);
}

type CellKind = 'number' | 'date' | 'short' | 'long';

function kindOf(cell: Cell): CellKind {
  if (isQuantity(cell)) return 'number';
  const text = textOf(cell);
  if (readDate(text, 'dmy').kind === 'date') return 'date';
  return text.length > LONG_TEXT ? 'long' : 'short';
}

/** How alike the cells of a field are, 0–1: the mean share of the commonest kind, over all fields below the first line. */
function likeness(grid: Grid): number {
  const fields = transpose(grid.slice(1));
  const shares = fields.flatMap((cells) => {
    const kinds = cells.filter((cell) => !isBlank(cell)).map(kindOf);
    if (kinds.length < 2) return [];
    const counts = new Map<CellKind, number>();
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return [Math.max(...counts.values()) / kinds.length];
  });
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** How much alike the other way must be before it is believed without a heading that says so. */
const CLEARLY = 0.15;

/**
 * Which way the sheet is turned. Known headings decide when they clearly lie along a row or along a column; otherwise the
 * way in which the cells of a field are more alike (all dates, all amounts). Rows when nothing decides.
 */
export function proposeOrientation(grid: Grid, kind: ImportKind): Orientation {
  const corner = grid.slice(0, LOOK_AT).map((line) => line.slice(0, LOOK_AT));
  const turned = transpose(corner);
  const [inRows, inColumns] = [mostKnownHeadings(corner, kind), mostKnownHeadings(turned, kind)];
  if (inColumns >= 2 && inColumns > inRows) return 'columns';
  if (inRows >= 2 && inRows > inColumns) return 'rows';
  return likeness(turned) > likeness(corner) + CLEARLY ? 'columns' : 'rows';
}
