import { checkFile } from './check-file';

describe('a file before it is sent', () => {
  it.each(['portefølje.csv', 'Portefølje 2026.XLSX', 'udtræk.tsv', 'x.txt'])('%s is taken', (name) =>
    expect(checkFile({ name, size: 10 })).toBeNull(),
  );
  it.each([
    ['liste.xls', 10, 'old_excel'],
    ['liste.xlsm', 10, 'old_excel'],
    ['liste.ods', 10, 'other_sheet'],
    ['oplæg.pdf', 10, 'ending'],
    ['portefølje', 10, 'ending'],
    ['stor.csv', 20 * 1024 * 1024 + 1, 'too_large'],
    ['tom.csv', 0, 'empty'],
  ])('%s of %d bytes is refused: %s', (name, size, fault) => expect(checkFile({ name, size })).toBe(fault));
});
