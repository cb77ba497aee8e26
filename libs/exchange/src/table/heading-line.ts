import { type Cell, isBlank, textOf } from '../grid';
import type { ImportKind } from '../import-kind';
import { isQuantity } from './cell-number';
import { knownHeadings } from './known-headings';

/** Titles, explanations and logos above a table are never longer than this. */
const LOOK_AT = 40;

interface Candidate {
  score: number;
  index: number;
}

function scoreOf(line: readonly Cell[], width: number, kind: ImportKind): number {
  const filled = line.filter((cell) => !isBlank(cell));
  if (filled.length < Math.min(2, width)) return 0;
  const texts = filled.filter((cell) => !isQuantity(cell)).length;
  if (texts < filled.length * 0.6) return 0;
  const distinct = new Set(filled.map((cell) => textOf(cell).trim().toLowerCase())).size;
  return 3 * knownHeadings(filled, kind) + (4 * texts) / width + distinct / filled.length;
}

/**
 * Index of the line with the headings: of the first lines, the one with most known headings, then most filled with
 * texts that differ; the earlier one when they are alike. 0 when none looks like headings.
 */
export function findHeadingLine(lines: readonly (readonly Cell[])[], kind: ImportKind): number {
  const looked = lines.slice(0, LOOK_AT);
  const width = Math.max(1, ...looked.map((line) => line.filter((cell) => !isBlank(cell)).length));
  const best = looked.reduce<Candidate>(
    (found, line, index) => {
      const score = scoreOf(line, width, kind);
      return score > found.score + 1e-9 ? { score, index } : found;
    },
    { score: 0, index: 0 },
  );
  return best.index;
}
