import { proposeMapping, readRows, readTable } from '@hoest/exchange';
import { readWorkbook } from '@hoest/spreadsheets';
import { issuesFile } from './import-issues-file';
import { firstLines } from './import-lines';

const grid = [
  ['Portefølje 2026', '', ''],
  ['Titel', 'Udgift (t.kr.)', 'Note'],
  ['Digital byggesag', '1.250,5', '=1+1'],
  ['Chatassistent; "Ada"', 'meget', '-ja'],
  ['', '100', '-5'],
  ['I alt', '1.350,5', ''],
];
const table = readTable(grid);
const { rows } = readRows(table, proposeMapping(table, { currency: 'DKK' }).mapping);
const issues = new Map(rows.filter((row) => row.issues.length > 0).map((row) => [row.line, row.issues]));

describe('the file of rows with issues', () => {
  it('holds the cells as they stand, the row in front and what is wrong behind', () => {
    const lines = issuesFile(table, issues, 'da').split('\r\n');
    expect(lines[0]).toBe('\ufeffRække;Titel;Udgift (t.kr.);Note;Fejl');
    expect(lines[1]).toMatch(/^4;"Chatassistent; ""Ada""";meget;'-ja;B4: Teksten kan ikke læses som et tal\./);
    expect(lines[2]).toMatch(/^5;;100;-5;A5: Titlen mangler\./);
    expect(lines).toHaveLength(4);
  });

  it('speaks the reader’s language', () => {
    expect(issuesFile(table, issues, 'en')).toContain('A5: The title is missing.');
  });

  it('can be uploaded again: the added columns fill nothing, and nothing runs as a formula', async () => {
    const everything = new Map(table.lines.map(({ line }) => [line, issues.get(line) ?? []]));
    const text = issuesFile(table, everything, 'da');
    expect(text).toContain(";'=1+1;");
    const workbook = await readWorkbook(Buffer.from(text), { format: 'csv' });
    if (workbook.kind === 'refused') throw new Error(workbook.fault.code);
    const again = readTable(workbook.grid);
    expect(again.columns.map(({ heading }) => heading)).toEqual(['Række', 'Titel', 'Udgift (t.kr.)', 'Note', 'Fejl']);
    expect(again.lines).toHaveLength(3);
  });
});

describe('the first lines of a file', () => {
  it('stand in the order of the sheet, skipped ones among them', () => {
    expect(firstLines(table, 10).map(({ name, skipped, cells }) => [name, skipped, cells[0]])).toEqual([
      ['1', 'above_headings', undefined],
      ['3', null, 'Digital byggesag'],
      ['4', null, 'Chatassistent; "Ada"'],
      ['5', null, ''],
      ['6', 'total', undefined],
    ]);
    expect(firstLines(table, 2)).toHaveLength(2);
  });
});
