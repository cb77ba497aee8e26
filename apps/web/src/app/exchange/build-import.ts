import type { ImportRecord } from '@hoest/contracts';

type Column = ImportRecord['columns'][number];

/** A column as the api answers it, for specs. */
export function buildColumn(overrides: Partial<Column> = {}): Column {
  return {
    index: 0,
    heading: 'Titel',
    target: 'title',
    chosenBy: 'proposal',
    unit: null,
    currency: null,
    year: null,
    assumptions: [],
    samples: ['Digital byggesag'],
    ...overrides,
  };
}

/** An import as the api answers it, for specs: a small CSV file with a title and a cost. */
export function buildImport(overrides: Partial<ImportRecord> = {}): ImportRecord {
  return {
    id: '01890000-0000-7000-8000-000000000001',
    kind: 'initiatives',
    fileName: 'portefølje.csv',
    byteSize: 12_345,
    state: 'mapped',
    encoding: 'utf-8',
    delimiter: ';',
    sheet: null,
    sheets: [],
    orientation: 'rows',
    headerLine: 1,
    rowCount: 2,
    skipped: [],
    skippedCount: 0,
    columns: [
      buildColumn(),
      buildColumn({ index: 1, heading: 'Udgift', target: 'costPlanned', unit: 'thousand', currency: 'DKK' }),
    ],
    assumptions: [],
    options: { decimal: 'comma', defaultUnitId: null, createUnits: true, dateOrder: 'dmy', currency: 'DKK' },
    counts: null,
    sums: null,
    newUnits: [],
    problem: null,
    jobId: null,
    createdByName: 'Hanne Brøgger',
    createdAt: '2026-11-24T12:00:00Z',
    committedAt: null,
    undoneAt: null,
    keptOnUndo: [],
    version: 1,
    ...overrides,
  };
}
