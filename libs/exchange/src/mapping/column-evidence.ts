import { type DateOrder, readDate, readMonth, readNumber } from '@hoest/quantities';
import { type Cell, textOf } from '../grid';
import { recogniseAbsence } from '../rows/absence';
import { readChoice } from '../rows/choice-values';
import { type ImportTarget, TARGET_RULES } from '../targets/import-target';

/** Cells of a column that are looked at. */
export const LOOK_AT = 300;

const isNumber = (cell: Cell) =>
  typeof cell === 'object' || ['number', 'ambiguous'].includes(readNumber(cell, { decimal: 'auto' }).kind);
const isDate = (cell: Cell, order: DateOrder) => typeof cell === 'string' && readDate(cell, order).kind === 'date';

function share(cells: readonly Cell[], holds: (cell: Cell) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}

/**
 * How well the cells of a column agree with a target, as a factor on the confidence: 1 = they agree or say nothing,
 * 0 = they contradict it. Withheld and not yet planned cells are left out of the count.
 */
export function agreementWith(target: ImportTarget, cells: readonly Cell[]): number {
  const told = cells.filter((cell) => textOf(cell).trim() !== '' && !recogniseAbsence(textOf(cell), 'value'));
  if (told.length === 0) return 1;
  switch (TARGET_RULES[target].kind) {
    case 'money':
    case 'count':
      return share(told, isNumber) >= 0.5 ? 1 : 0;
    case 'date':
      return share(told, (cell) => isDate(cell, 'dmy') || isDate(cell, 'mdy')) >= 0.5 ? 1 : 0;
    case 'month':
      return share(told, (cell) => readMonth(textOf(cell), 'dmy').kind === 'month') >= 0.5 ? 1 : 0;
    case 'choice':
      return share(told, (cell) => readChoice(target, textOf(cell)) !== null) >= 0.5 ? 1 : 0.3;
    case 'flag':
      return share(told, (cell) => readChoice(target, textOf(cell)) !== null) >= 0.5 ? 1 : 0;
    case 'prose':
    case 'name':
      return share(told, isNumber) > 0.5 ? 0.3 : 1;
    case 'line':
      if (target === 'key') return new Set(told.map((cell) => textOf(cell).trim())).size >= 0.9 * told.length ? 1 : 0.3;
      return target === 'title' && share(told, isNumber) > 0.5 ? 0.3 : 1;
  }
}
