import { Buffer } from 'node:buffer';
import writeXlsxFile from 'write-excel-file/node';
import { readWorkbook, type WorkbookOptions } from './read-workbook';
import { UPLOAD_LIMITS } from './upload-limits';

async function read(bytes: Uint8Array, options: WorkbookOptions, limits = UPLOAD_LIMITS) {
  const reading = await readWorkbook(bytes, options, limits);
  if (reading.kind === 'refused') throw new Error(reading.fault.code);
  return reading;
}
const csv = (text: string | Buffer, options: Partial<WorkbookOptions> = {}, limits = UPLOAD_LIMITS) =>
  read(Buffer.from(text as string), { format: 'csv', ...options }, limits);

describe('delimited text', () => {
  it('is decoded from UTF-8, UTF-16 and Windows-1252, with and without a byte order mark', async () => {
    const text = 'Nr.;Titel\n1;Børn – “ny” €';
    const cp1252 = Buffer.from([...'Nr.;Titel\n1;B'].map((letter) => letter.charCodeAt(0)));
    const bytes: [string, Buffer, string][] = [
      [text, Buffer.from(text), 'utf-8'],
      [text, Buffer.from(`\ufeff${text}`), 'utf-8'],
      [text, Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
      [text, Buffer.from(text, 'utf16le'), 'utf-16le'],
      [text, Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be'],
      ['Nr.;Titel\n1;Bø–', Buffer.concat([cp1252, Buffer.from([0xf8, 0x96])]), 'windows-1252'],
    ];
    for (const [expected, file, encoding] of bytes) {
      const { grid, encoding: found } = await csv(file);
      expect(found).toBe(encoding);
      expect(grid.map((line) => line.join(';')).join('\n')).toBe(expected);
    }
  });

  it('is split by the delimiter most lines agree on, whatever else the sentences contain', async () => {
    const cases: [string, string][] = [
      [';', 'Oversigt, foråret 2026\n\nNr.;Titel;Beløb\n1;Et, to, tre;1,5\n2;Fire, fem;2,5\n'],
      [',', 'id,title,amount\n1,"a; b",2\n2,"c; d; e",3\n'],
      ['\t', 'id\ttitle\tamount\n1\ta, b; c\t1,5\n2\td, e\t2,5\n'],
      ['|', 'id|title|amount\n1|a, b|1,5\n2|c;d|2,5\n'],
    ];
    for (const [delimiter, text] of cases) {
      const { grid, delimiter: found } = await csv(text);
      expect(found).toBe(delimiter);
      expect(grid.at(-1)).toHaveLength(3);
    }
    expect((await csv('sep=|\na;b|c;d\n1;2|3;4\n')).grid[0]).toEqual(['a;b', 'c;d']);
  });

  it('keeps line breaks in quoted cells, counts a row once and keeps every text as written', async () => {
    const { grid } = await csv('Titel;Beløb\n"Første\r\nanden ""linje""; ja";1.250,50\n;007\n\n');
    expect(grid).toEqual([
      ['Titel', 'Beløb'],
      ['Første\nanden "linje"; ja', '1.250,50'],
      ['', '007'],
    ]);
  });

  it('takes the encoding and delimiter a person has chosen', async () => {
    const { grid } = await csv(Buffer.from([0xe6, 0x2c, 0x3b]), { encoding: 'windows-1252', delimiter: ',' });
    expect(grid).toEqual([['æ', ';']]);
  });

  it('is refused with the place when a quotation mark is never closed or a cell is too long', async () => {
    await expect(csv('a;b\n1;2\n3;"fire\n5;6\n')).rejects.toThrow('quote_never_closed');
    const reading = await readWorkbook(Buffer.from(`a;b\n1;${'x'.repeat(32_768)}`), { format: 'csv' });
    expect(reading).toMatchObject({ kind: 'refused', fault: { code: 'cell_too_long', params: { place: 'B2' } } });
    await expect(csv(`a;b\n1;${'x'.repeat(32_767)}`)).resolves.toBeDefined();
  });

  it('is refused when the sheet is larger than the limits', async () => {
    const limits = { ...UPLOAD_LIMITS, rows: 3, columns: 3, cells: 8 };
    await expect(csv('a\n1\n2\n3\n', {}, limits)).rejects.toThrow('too_many_rows');
    await expect(csv('a;b;c;d\n1;2;3;4\n', {}, limits)).rejects.toThrow('too_many_columns');
    await expect(csv('a;b;c\n1;2;3\n1;2;3\n', {}, limits)).rejects.toThrow('too_many_cells');
    await expect(csv('a;b\n;\n;\n;\n', {}, limits)).resolves.toBeDefined();
    await expect(csv(' \n;\n')).rejects.toThrow('no_rows');
  });
});

describe('a workbook', () => {
  const book = async () =>
    writeXlsxFile([
      { sheet: 'Forside', data: [[{ value: 'Portefølje 2026' }]] },
      {
        sheet: 'Indsatser',
        data: [
          [],
          [null, { value: 'Titel' }, { value: 'Beløb' }, { value: 'Dato' }, { value: 'Lovkrav' }],
          [
            null,
            { value: 'Ny app' },
            { value: 1.25 },
            { value: new Date(Date.UTC(2026, 2, 31)), format: 'dd-mm-yyyy' },
          ],
          [
            null,
            { value: '1.250,50' },
            { value: 0.1 + 0.2 },
            { value: new Date(Date.UTC(2026, 2, 31, 14, 30)), format: 'dd-mm-yyyy hh:mm' },
            { value: true },
          ],
        ],
      },
    ]).toBuffer();

  it('keeps stored numbers apart from text, dates as dates, and every cell at its place', async () => {
    const { sheets, sheet, grid } = await read(await book(), { format: 'xlsx' });
    expect(sheets).toEqual(['Forside', 'Indsatser']);
    expect(sheet).toBe('Indsatser');
    expect(grid).toEqual([
      [],
      ['', 'Titel', 'Beløb', 'Dato', 'Lovkrav'],
      ['', 'Ny app', { number: '1.25' }, '2026-03-31'],
      ['', '1.250,50', { number: '0.3' }, '2026-03-31', 'true'],
    ]);
  });

  it('is read from the sheet a person has chosen', async () => {
    expect((await read(await book(), { format: 'xlsx', sheet: 'Forside' })).grid).toEqual([['Portefølje 2026']]);
    await expect(read(await book(), { format: 'xlsx', sheet: 'Nej' })).rejects.toThrow('no_such_sheet');
  });

  it('is refused when it cannot be parsed', async () => {
    await expect(read(Buffer.from('PK nonsense'), { format: 'xlsx' })).rejects.toThrow('archive_damaged');
  });
});
