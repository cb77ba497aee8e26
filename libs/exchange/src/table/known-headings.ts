import { type Cell, textOf } from '../grid';
import type { ImportKind } from '../import-kind';
import type { ImportTarget } from '../targets/import-target';
import { recogniseHeading } from '../targets/recognise-heading';

/** Titles of initiatives contain words like "budget" too; a heading says little else. */
const SAYS_LITTLE_ELSE = 0.75;

/** How many different targets of the kind the cells name when they are taken for headings. */
export function knownHeadings(cells: readonly Cell[], kind: ImportKind): number {
  const targets = new Set<ImportTarget>();
  for (const cell of cells) {
    const [best] = recogniseHeading(textOf(cell), kind);
    if (best && best.confidence >= SAYS_LITTLE_ELSE) targets.add(best.target);
  }
  return targets.size;
}
