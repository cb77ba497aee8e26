import { type Cell, type Grid, isBlank, textOf, transpose } from '../grid';
import type { ImportKind } from '../import-kind';
import { headingLine } from '../targets/heading-words';
import { recogniseHeading } from '../targets/recognise-heading';
import { footnotesFrom } from './footnotes';
import { findHeadingLine } from './heading-line';
import { distinctHeadings, repeatsHeadings } from './headings';
import { proposeOrientation } from './orientation';
import { type Orientation, placeOf, type SkippedLine, type SkipReason, type Table } from './table';
import { findTotals } from './total-lines';

/** What a person decides instead of leaving it to the sheet. Lines are counted as `TableLine.line`. */
export interface TableOptions {
  /** What the file holds: its headings tell the table. Initiatives when absent. */
  kind?: ImportKind;
  orientation?: Orientation;
  headingLine?: number;
  /** Lines that are initiatives although they look like something else. */
  keepLines?: readonly number[];
  /** Lines to leave out. */
  skipLines?: readonly number[];
}

const SHOWN_TEXT = 160;

function shownText(cells: readonly Cell[]): string {
  const text = cells
    .filter((cell) => !isBlank(cell))
    .map((cell) => headingLine(textOf(cell)))
    .join(' · ');
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT - 1)}…` : text;
}

/** Why each line below the headings is left out; null for initiatives and blank lines. */
function skipReasons(below: Grid, headings: readonly Cell[], titleColumn: number | null): (SkipReason | null)[] {
  const notesFrom = footnotesFrom(below, titleColumn);
  const totals = findTotals(below.map((line) => (repeatsHeadings(line, headings) ? [] : line)));
  return below.map((line, index) => {
    if (line.every(isBlank)) return null;
    if (repeatsHeadings(line, headings)) return 'repeated_headings';
    // A total with few cells looks like a note where the title column is not known; its figures tell it apart.
    if (totals[index]) return 'total';
    return index >= notesFrom ? 'footnote' : null;
  });
}

/**
 * Reads a sheet as a table of initiatives: finds which way it is turned, the line of the headings, and the lines that are
 * no initiative (titles above, repeated headings, totals, footnotes), each listed with its reason. Columns without
 * heading and content are dropped, equal headings made distinct, every cell kept as it stands.
 */
export function readTable(grid: Grid, options: TableOptions = {}): Table {
  const { kind = 'initiatives' } = options;
  const orientation = options.orientation ?? proposeOrientation(grid, kind);
  const lines: Grid = orientation === 'rows' ? grid : transpose(grid);
  const headingIndex = options.headingLine === undefined ? findHeadingLine(lines, kind) : options.headingLine - 1;
  const headings = lines[headingIndex] ?? [];
  const below = lines.slice(headingIndex + 1);
  const width = lines.slice(headingIndex).reduce((most, line) => Math.max(most, line.length), 0);
  const names = distinctHeadings(headings, lines[headingIndex - 1], width, kind);
  const used = names.flatMap((heading, position) => {
    const blank = below.every((line) => isBlank(line[position]));
    // A field with neither a known heading nor content is a title line of a sheet turned sideways, or an empty column.
    const nothing =
      blank && (isBlank(headings[position]) || (orientation === 'columns' && !recogniseHeading(heading, kind)[0]));
    return nothing ? [] : [{ heading, position: position + 1 }];
  });
  const columns = used.map((column, index) => ({ index, ...column }));
  const title = columns.find(({ heading }) => recogniseHeading(heading, kind)[0]?.target === 'title');
  const reasons = skipReasons(below, headings, title ? title.position - 1 : null);

  const skipped: SkippedLine[] = [];
  const skip = (line: number, cells: readonly Cell[], reason: SkipReason) => {
    const first = cells.findIndex((cell) => !isBlank(cell));
    if (first < 0) return;
    skipped.push({ line, place: placeOf({ orientation }, line, first + 1).place, reason, text: shownText(cells) });
  };
  const preamble = lines.slice(0, Math.max(0, headingIndex));
  preamble.forEach((cells, index) => skip(index + 1, cells, 'above_headings'));
  const kept = below.flatMap((cells, index) => {
    const line = headingIndex + 2 + index;
    const chosen = options.skipLines?.includes(line) ? 'chosen' : null;
    const reason = chosen ?? (options.keepLines?.includes(line) ? null : (reasons[index] ?? null));
    if (reason) skip(line, cells, reason);
    if (reason || cells.every(isBlank)) return [];
    return [{ line, cells: columns.map(({ position }) => cells[position - 1] ?? '') }];
  });
  const dropped = orientation === 'columns' ? droppedTexts(headings, columns) : [];
  return {
    orientation,
    headingLine: headingIndex + 1,
    columns,
    lines: kept,
    skipped,
    preamble: [...preamble.map(shownText).filter((text) => text !== ''), ...dropped],
  };
}

/** Texts that stand where headings do in a sheet turned sideways, but head nothing. */
function droppedTexts(headings: readonly Cell[], columns: readonly { position: number }[]): string[] {
  const used = new Set(columns.map(({ position }) => position));
  return headings
    .filter((cell, index) => !isBlank(cell) && !used.has(index + 1))
    .map((cell) => headingLine(textOf(cell)));
}
