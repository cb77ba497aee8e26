import { type DecimalSign, readNumber } from '@hoest/quantities';
import { type Cell, textOf } from '../grid';
import { headingLine } from '../targets/heading-words';
import { type ImportTarget, TARGET_RULES } from '../targets/import-target';
import { absentCell, BLANK, type CellReading, unreadable, valueOf } from './cell-reading';
import { offeredWords, readChoice } from './choice-values';

/** Longest texts the contract of initiatives takes. */
export const LONGEST_LINE = 200;
export const LONGEST_PROSE = 5000;

function shortened(text: string, most: number): CellReading<string> {
  if (text.length <= most) return valueOf(text);
  const short = `${text.slice(0, most - 1).toWellFormed()}…`;
  return valueOf(short, { code: 'shortened', detail: { params: { most: String(most) } } });
}

/** What names the initiative itself is taken as it stands: a title may well begin with "Classified". */
const expectedIn = (target: ImportTarget) => (['key', 'code', 'title'].includes(target) ? 'name' : 'text');

/** Reads a text, name, line or description. Withheld texts and marks such as "-", "N/A" and "TBD" are no text. */
export function readTextCell(cell: Cell, target: ImportTarget): CellReading<string> {
  const { kind } = TARGET_RULES[target];
  const text = kind === 'prose' ? textOf(cell).trim() : headingLine(textOf(cell));
  if (text === '') return BLANK;
  return absentCell(text, expectedIn(target)) ?? shortened(text, kind === 'prose' ? LONGEST_PROSE : LONGEST_LINE);
}

/** Reads a word of a list, or yes and no; the value of `readChoice`. */
export function readChoiceCell(cell: Cell, target: ImportTarget): CellReading<string> {
  const text = headingLine(textOf(cell));
  if (text === '') return BLANK;
  const value = readChoice(target, text);
  if (value !== null) return valueOf(value);
  return absentCell(text, 'value') ?? unreadable(text, 'not_in_list', { params: { words: offeredWords(target) } });
}

/** Most things a count may say; the database holds 32 bits. */
const LARGEST_COUNT = 2_147_483_647;

/** Reads a whole number of things, 0 or more. */
export function readCountCell(cell: Cell, decimal: DecimalSign): CellReading<number> {
  const text = textOf(cell).trim();
  const absent = absentCell(text, 'value');
  if (absent) return absent;
  const reading = readNumber(text, { decimal: typeof cell === 'object' ? 'point' : decimal });
  if (reading.kind === 'empty') return BLANK;
  const count = reading.kind === 'number' && !reading.unit ? Number(reading.value) : NaN;
  const isCount = Number.isInteger(count) && count >= 0 && count <= LARGEST_COUNT;
  return isCount ? valueOf(count) : unreadable(text, 'not_a_whole_number');
}
