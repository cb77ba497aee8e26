import { type Cell, isBlank, textOf } from '../grid';
import type { ImportKind } from '../import-kind';
import { headingLine } from '../targets/heading-words';
import { RECOGNISED, recogniseHeading } from '../targets/recognise-heading';

const LONGEST_GROUP_NAME = 80;
/** A longer text over a column is no heading any more; it is cut for display and comparison. */
const LONGEST_HEADING = 400;

/**
 * Names of groups over several columns ("Investeringer" over "Service" and "Anlæg"), one per column or ''. A line is one
 * of groups when it has at least one text beside the first column, all short, and fewer than there are headings.
 */
function groupNames(above: readonly Cell[] | undefined, headings: readonly string[]): string[] {
  const texts = headings.map((_, index) => headingLine(textOf(above?.[index])));
  const filled = texts.filter((text) => text !== '');
  const isGroupLine =
    filled.length > 0 &&
    filled.length < headings.filter((text) => text !== '').length &&
    texts.slice(1).some((text) => text !== '') &&
    filled.every((text) => text.length <= LONGEST_GROUP_NAME);
  if (!isGroupLine) return headings.map(() => '');
  let group = '';
  return texts.map((text) => (group = text || group));
}

const isRecognised = (heading: string, kind: ImportKind) =>
  (recogniseHeading(heading, kind)[0]?.confidence ?? 0) >= RECOGNISED;

/**
 * Headings of a table, each different: the group's name in front where the heading alone is not known or occurs twice,
 * a number behind where they are still alike. A column without heading is called `[3]`, its position from 1.
 */
export function distinctHeadings(
  line: readonly Cell[],
  above: readonly Cell[] | undefined,
  width: number,
  kind: ImportKind,
): string[] {
  const plain = Array.from({ length: width }, (_, index) => headingLine(textOf(line[index])).slice(0, LONGEST_HEADING));
  const groups = groupNames(above, plain);
  const named = plain.map((heading, index) => {
    if (heading === '') return `[${index + 1}]`;
    const occursTwice = plain.indexOf(heading) !== plain.lastIndexOf(heading);
    const group = groups[index];
    return group && (occursTwice || !isRecognised(heading, kind)) ? `${group} - ${heading}` : heading;
  });
  const taken = new Set<string>();
  return named.map((heading) => {
    let distinct = heading;
    for (let number = 2; taken.has(distinct.toLowerCase()); number++) distinct = `${heading} (${number})`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}

/** Whether a line repeats the headings, as sheets do at the top of every printed page. */
export function repeatsHeadings(line: readonly Cell[], headings: readonly Cell[]): boolean {
  const filled = headings.filter((cell) => !isBlank(cell)).length;
  const same = headings.filter((cell, index) => !isBlank(cell) && textOf(cell).trim() === textOf(line[index]).trim());
  return filled >= 2 && same.length === filled;
}
