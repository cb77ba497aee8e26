import { fromBufferPromise } from 'yauzl';

/** A sheet as another program sees it: formulas and figures by address, straight from the file's XML. */
export interface RawSheet {
  formulas: Map<string, string>;
  /** Numbers that stand in cells, and those kept beside formulas. */
  numbers: Map<string, number>;
}

async function textOf(file: Buffer, name: string): Promise<string> {
  const archive = await fromBufferPromise(file);
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName !== name) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
  throw new Error(`the workbook has no ${name}`);
}

/** @param index 1 = the first sheet */
export async function rawSheet(file: Buffer, index: number): Promise<RawSheet> {
  const xml = await textOf(file, `xl/worksheets/sheet${index}.xml`);
  const sheet: RawSheet = { formulas: new Map(), numbers: new Map() };
  for (const [, address = '', attributes = '', content = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/g)) {
    const formula = /<f>(.*?)<\/f>/.exec(content)?.[1];
    if (formula !== undefined) sheet.formulas.set(address, formula);
    const value = /<v>(.*?)<\/v>/.exec(content)?.[1];
    if (value !== undefined && !/t="s"/.test(attributes)) sheet.numbers.set(address, Number(value));
  }
  return sheet;
}

const columnOf = (address: string) => address.replace(/\d+/, '');
const rowOf = (address: string) => Number(address.replace(/\D+/, ''));
const numberOfColumn = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function cellsOf(sheet: RawSheet, from: string, to: string): string[] {
  const all = new Set([...sheet.formulas.keys(), ...sheet.numbers.keys()]);
  const between = (value: number, a: number, b: number) => value >= a && value <= b;
  return [...all].filter(
    (address) =>
      between(rowOf(address), rowOf(from), rowOf(to)) &&
      between(numberOfColumn(columnOf(address)), numberOfColumn(columnOf(from)), numberOfColumn(columnOf(to))),
  );
}

/**
 * Calculates a cell from formulas alone, never from the figures kept beside them: SUM, SUBTOTAL(9, …) – which passes over cells that
 * are SUBTOTALs themselves – and differences.
 */
export function evaluate(sheet: RawSheet, address: string): number {
  const formula = sheet.formulas.get(address);
  if (formula === undefined) return sheet.numbers.get(address) ?? 0;
  const expression = formula.replace(
    /(SUM\(|SUBTOTAL\(9,)([A-Z]+\d+):([A-Z]+\d+)\)/g,
    (_, name: string, from: string, to: string) => {
      const nested = (cell: string) => name !== 'SUM(' && (sheet.formulas.get(cell) ?? '').startsWith('SUBTOTAL');
      const summed = cellsOf(sheet, from, to).filter((cell) => !nested(cell));
      return String(summed.reduce((sum, cell) => sum + evaluate(sheet, cell), 0));
    },
  );
  const parts = /^(-?[\w.e+]+)(?:-(-?[\w.e+-]+))?$/.exec(expression);
  if (!parts) throw new Error(`cannot calculate ${formula}`);
  const value = (part: string) => (/^[A-Z]+\d+$/.test(part) ? evaluate(sheet, part) : Number(part));
  return value(parts[1] ?? '') - (parts[2] === undefined ? 0 : value(parts[2]));
}
