import { Decimal, type DecimalSign, readNumber, unitFactor } from '@hoest/quantities';
import { type Cell, textOf } from '../grid';

/**
 * Number in a cell, or null when it is blank, a text, or can be read in two ways. A stored number is read as it is, a
 * text by the decimal sign; a unit beside it counts.
 */
export function cellNumber(cell: Cell | undefined, decimal: DecimalSign): Decimal | null {
  if (typeof cell === 'object') return new Decimal(cell.number);
  const reading = readNumber(textOf(cell), { decimal });
  if (reading.kind !== 'number') return null;
  return reading.unit ? new Decimal(reading.value).times(unitFactor(reading.unit)) : new Decimal(reading.value);
}

const CALENDAR_YEAR = /^(19|20)\d\d$/;

/** Whether the cell is an amount or other quantity; a year alone may as well be a heading. */
export function isQuantity(cell: Cell | undefined): boolean {
  const text = textOf(cell).trim();
  if (text === '' || CALENDAR_YEAR.test(text)) return false;
  return typeof cell === 'object' || !['empty', 'not-a-number'].includes(readNumber(text, { decimal: 'auto' }).kind);
}
