import { type CalendarDate, Decimal, type DecimalSign, readDate, readNumber, startOfMonth } from '@hoest/quantities';

/** One month of a pasted block. */
export type PastedMonth =
  | { kind: 'point'; month: CalendarDate; rate: string }
  /** Text that names no month, or a value that is no number. */
  | { kind: 'fault'; text: string };

/**
 * Reads months with their rates out of a block copied from a spreadsheet: a month and a rate per row, or a row of months with
 * a row of rates under it. A rate is a percentage (`45`, `45 %`); where no rate is above 1 and none says per cent, they are
 * shares (`0,45`). Rows that are empty or a heading are left out; a month that stands twice keeps its last rate.
 */
export function readAdoptionBlock(cells: readonly (readonly string[])[], decimal: DecimalSign): PastedMonth[] {
  const pairs = pairsOf(cells).filter(([month, rate]) => month !== '' || rate !== '');
  const read = pairs.map(([month, rate]) => ({
    text: `${month} ${rate}`.trim(),
    date: readDate(month, 'dmy'),
    number: readNumber(rate, { decimal }),
  }));
  const numbers = read.flatMap(({ number }) => (number.kind === 'number' ? [number] : []));
  const shares = numbers.every(({ value, unit }) => unit !== 'percent' && new Decimal(value).lessThanOrEqualTo(1));
  const months = new Map<string, PastedMonth>();
  for (const [index, { text, date, number }] of read.entries()) {
    if (date.kind === 'date' && number.kind === 'empty') continue;
    if (index === 0 && date.kind !== 'date' && number.kind !== 'number') continue;
    if (date.kind !== 'date' || number.kind !== 'number') {
      months.set(`fault ${index}`, { kind: 'fault', text });
      continue;
    }
    const rate = shares ? new Decimal(number.value) : new Decimal(number.value).dividedBy(100);
    const month = startOfMonth(date.date);
    if (rate.isNegative()) months.set(`fault ${index}`, { kind: 'fault', text });
    else months.set(month, { kind: 'point', month, rate: rate.toFixed() });
  }
  return [...months.values()];
}

/** Month and rate side by side, whichever way the block lies. */
function pairsOf(cells: readonly (readonly string[])[]): (readonly [string, string])[] {
  const [first = [], second] = cells;
  const isMonth = (text: string) => readDate(text, 'dmy').kind === 'date';
  if (second && cells.length === 2 && first.filter(isMonth).length > 1)
    return first.map((month, index) => [month.trim(), (second[index] ?? '').trim()] as const);
  return cells.map(([month = '', rate = '']) => [month.trim(), rate.trim()] as const);
}
