import { addDays, type CalendarDate, type DateOrder, endOfMonth, readDate } from '@hoest/quantities';
import { type Cell, textOf } from '../grid';
import type { DateTarget } from '../targets/import-target';
import { absentCell, BLANK, type CellReading, unreadable, valueOf } from './cell-reading';

/** Day 0 of workbooks, such that the numbers after February 1900 come out right. */
const WORKBOOK_EPOCH = '1899-12-30';
/** Day numbers of 1950 to 2119: outside them a number in a date column is something else. */
const [FIRST_DAY, LAST_DAY] = [18_264, 80_354];

function dayNumberAsDate(text: string): CalendarDate | undefined {
  const day = Number(text);
  return Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY ? addDays(WORKBOOK_EPOCH, day) : undefined;
}

/**
 * Reads a date. A month alone is its first day for a start and its last day for a go-live, and says so; fiscal years,
 * quarters, two-figure years and texts are no dates and leave the field empty. A number without date format is offered
 * as the day it would be in a workbook, never taken.
 */
export function readDateCell(cell: Cell, target: DateTarget, order: DateOrder): CellReading<CalendarDate> {
  const text = textOf(cell).trim();
  const absent = absentCell(text, 'value');
  if (absent) return absent;
  if (typeof cell === 'object') return unreadable(text, 'not_a_date', { instead: dayNumberAsDate(text) });
  const reading = readDate(text, order);
  if (reading.kind === 'empty') return BLANK;
  if (reading.kind === 'not-a-date') return unreadable(text, 'not_a_date', { instead: reading.suggestion });
  if (reading.precision === 'day') return valueOf(reading.date);
  const isStart = target === 'startPlanned' || target === 'startActual';
  const date = isStart ? reading.date : endOfMonth(reading.date);
  return valueOf(date, { code: 'month_only', detail: { params: { date } } });
}
