import { type Cell, isBlank, textOf } from '../grid';

const NOTE_MARK =
  /^(\*|†|\(?\d{1,2}\)|noter?\b|anm\b|kilder?\b|sources?\b|bemærk\b|obs\b|udtræk|opdateret|updated|udskrevet|printed|forklaring|legend|as of\b|pr\. \d)/i;
const LONG_NOTE = 80;

const filledCells = (line: readonly Cell[]) => line.filter((cell) => !isBlank(cell));

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Index from which the lines are footnotes: from the end upwards, lines with one filled cell (two, in a table whose
 * lines usually have five or more) that begin like a note, are long, or stand below a blank line. A line that has its
 * text in the title column right below the others is an initiative with nothing but a title, not a footnote.
 */
export function footnotesFrom(lines: readonly (readonly Cell[])[], titleColumn: number | null): number {
  const fills = lines.map((line) => filledCells(line).length).filter((filled) => filled > 0);
  const usual = median(fills);
  if (usual < 3) return lines.length;
  const most = usual >= 5 ? 2 : 1;
  let from = lines.length;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] ?? [];
    const filled = filledCells(line);
    if (filled.length === 0) continue;
    if (filled.length > most) break;
    const text = textOf(filled[0]).trim();
    const belowBlank = index > 0 && filledCells(lines[index - 1] ?? []).length === 0;
    const isTitle = titleColumn !== null && !isBlank(line[titleColumn]);
    if (!(NOTE_MARK.test(text) || text.length > LONG_NOTE || belowBlank || !isTitle)) break;
    from = index;
  }
  return from;
}
