/**
 * Reads a block copied from a spreadsheet into rows of cell texts. Excel and LibreOffice put tabs between cells and
 * quotes round cells that hold tabs, quotes or line breaks; the last line break belongs to the block, not to a row.
 * Every row gets as many cells as the widest one; `[]` for an empty text.
 */
export function readPastedBlock(text: string): string[][] {
  const normal = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (normal === '') return [];
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= normal.length) {
    const quoted = normal[at] === '"' ? quotedCell(normal, at) : undefined;
    const end = quoted?.end ?? nextBreak(normal, at);
    row.push(quoted?.text ?? normal.slice(at, end));
    if (normal[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]);
}

function nextBreak(text: string, from: number): number {
  const found = text.slice(from).search(/[\t\n]/);
  return found < 0 ? text.length : from + found;
}

/** A cell in quotes; undefined when the quote does not close right before the next cell, because then it is part of the text. */
function quotedCell(text: string, from: number): { text: string; end: number } | undefined {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const end = at + 1;
    if (end < text.length && text[end] !== '\t' && text[end] !== '\n') return undefined;
    return { text: text.slice(from + 1, at).replace(/""/g, '"'), end };
  }
  return undefined;
}

/** Writes a block for the clipboard, so that it lands in cells again. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t'))
    .join('\n');
}
