import { Decimal, type DecimalSign, proposeDecimalSign } from '@hoest/quantities';
import { type Cell, isBlank, textOf } from '../grid';
import { cellNumber, isQuantity } from './cell-number';

const TOTAL_WORDS =
  'i ?alt|total(?:t|er|s)?|sum(?:ma)?|grand total|hovedtotal|sub ?total|del ?sum|del ?total|samlet|total sum';
const ONLY_TOTAL = new RegExp(`^(?:${TOTAL_WORDS})[\\s.:]*$`, 'i');
const BEGINS_WITH_TOTAL = new RegExp(`^(?:${TOTAL_WORDS})(?![\\p{L}\\d])`, 'iu');

interface NumberedLine {
  texts: string[];
  /** Number per column; null where there is none. */
  numbers: (Decimal | null)[];
  /** Figures such as `1.350` whose decimal sign the column does not tell. */
  unclear: number;
  /** Places behind the decimal sign per column, for what rounding may hide. */
  places: number[];
}

/** Lines that are asked for the decimal sign of a column. */
const LOOK_AT = 2000;

const decimalSigns = (lines: readonly (readonly Cell[])[], width: number): DecimalSign[] =>
  Array.from({ length: width }, (_, column) =>
    proposeDecimalSign(
      lines
        .slice(0, LOOK_AT)
        .map((line) => line[column])
        .filter((cell) => typeof cell === 'string'),
    ),
  );

function numbered(line: readonly Cell[], signs: readonly DecimalSign[]): NumberedLine {
  const numbers = signs.map((sign, column) => cellNumber(line[column], sign));
  const rest = line.filter((cell, column) => !isBlank(cell) && numbers[column] === null);
  const texts = rest.filter((cell) => !isQuantity(cell)).map((cell) => textOf(cell).trim());
  return {
    texts,
    numbers,
    unclear: rest.length - texts.length,
    places: numbers.map((number) => number?.decimalPlaces() ?? 0),
  };
}

/** Sums and counts per column over the lines so far, kept as they pass: looking back each time would cost the square. */
class RunningSums {
  private readonly sums: Decimal[];
  private readonly counts: number[];

  constructor(width: number) {
    this.sums = Array.from({ length: width }, () => new Decimal(0));
    this.counts = Array.from({ length: width }, () => 0);
  }

  add(line: NumberedLine): void {
    line.numbers.forEach((number, column) => {
      if (!number) return;
      this.sums[column] = number.plus(this.sums[column] ?? 0);
      this.counts[column] = (this.counts[column] ?? 0) + 1;
    });
  }

  /**
   * Whether every number of the line is its column's sum, one of them of two or more numbers and not zero. `rounded`
   * allows what rounding each number may have moved.
   */
  agreeWith(line: NumberedLine, rounded: boolean): boolean {
    const checks = line.numbers.flatMap((number, column) => {
      if (!number) return [];
      const [sum, count] = [this.sums[column] ?? new Decimal(0), this.counts[column] ?? 0];
      const slack = rounded ? new Decimal(10).pow(-(line.places[column] ?? 0)).times((count + 1) / 2) : 0;
      return [{ agrees: sum.minus(number).abs().lte(slack), counts: count >= 2 && !sum.isZero() }];
    });
    return checks.every((check) => check.agrees) && checks.some((check) => check.counts);
  }
}

/** Whether the line is named a total and has nothing else to say: no key, no unit, only the word and figures. */
function isNamedTotal(line: NumberedLine, sums: readonly RunningSums[]): boolean {
  const [text] = line.texts;
  const figures = line.unclear + line.numbers.filter((number) => number !== null).length;
  if (text === undefined || line.texts.length > 2 || figures === 0) return false;
  if (line.texts.some((word) => ONLY_TOTAL.test(word))) return true;
  const begins = line.texts.length === 1 && BEGINS_WITH_TOTAL.test(text);
  return begins && sums.some((sum) => sum.agreeWith(line, true));
}

/**
 * Which of the lines are totals: named so ("I alt", "Subtotal"), or nameless with every number the exact sum of the
 * lines above. Sums are tried over all lines so far and over those since the last total, so that subtotals and the grand
 * total are both found. An initiative that merely begins with "Total" stays one.
 */
export function findTotals(lines: readonly (readonly Cell[])[]): boolean[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const signs = decimalSigns(lines, width);
  const all = new RunningSums(width);
  let sinceTotal = new RunningSums(width);
  return lines.map((cells) => {
    const line = numbered(cells, signs);
    const sums = [all, sinceTotal];
    const nameless = line.texts.length === 0 && line.unclear === 0 && sums.some((sum) => sum.agreeWith(line, false));
    if (nameless || isNamedTotal(line, sums)) {
      sinceTotal = new RunningSums(width);
      return true;
    }
    all.add(line);
    sinceTotal.add(line);
    return false;
  });
}
