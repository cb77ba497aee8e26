import {
  ASSUMPTIONS,
  IMPORT_KINDS,
  IMPORT_TARGETS,
  type ImportKind,
  MONEY_SCALES,
  SKIP_REASON_CODES,
} from '@hoest/exchange';
import type { Permission } from '@hoest/organisation';
import * as z from 'zod';
import { currency, id, instant, version } from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';

const bilingual = z.object({ da: z.string(), en: z.string() });

/** Who may run an import of a kind, beside `import.run`. */
export const IMPORT_KIND_PERMISSIONS: Readonly<Record<ImportKind, Permission>> = {
  initiatives: 'import.initiatives',
  actuals: 'finance.actuals',
};

/** What a file may be uploaded as: endings of file names, and the most bytes. */
export const IMPORT_FILE_ENDINGS = ['.xlsx', '.csv', '.tsv', '.txt'] as const;
export const IMPORT_FILE_MOST_BYTES = 20 * 1024 * 1024;

export const IMPORT_STATES = [
  'uploaded',
  'reading',
  'mapped',
  'previewed',
  'committing',
  'committed',
  'undoing',
  'undone',
  'failed',
  'cancelled',
] as const;

const column = z.object({
  index: z.number().int(),
  heading: z.string(),
  /** Field the column fills; null = left out. */
  target: z.enum(IMPORT_TARGETS).nullable(),
  /** Whether a person chose it, a remembered mapping, or a proposal by heading. */
  chosenBy: z.enum(['proposal', 'remembered', 'person']),
  /** For money: what the figures count in, and their currency. */
  unit: z.enum(MONEY_SCALES).nullable(),
  currency: currency.nullable(),
  /** For a cost of one year. */
  year: z.number().int().nullable(),
  /** What the file does not say about the column's amounts and was assumed; gone once a person has answered. */
  assumptions: z.array(z.enum(ASSUMPTIONS)),
  samples: z.array(z.string()),
});

const importIssue = z.object({
  /** Address in the source: `P14`. */
  place: z.string(),
  column: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  reason: bilingual,
  suggestion: bilingual.nullable(),
});

const counts = z.object({
  create: z.number().int(),
  update: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  /** Cells whose content could not be used; their field stays empty. */
  emptyCells: z.number().int(),
  skippedLines: z.number().int(),
});

const sums = z.array(
  z.object({
    target: z.enum(IMPORT_TARGETS),
    heading: z.string(),
    numeric: z.number().int(),
    withheld: z.number().int(),
    blank: z.number().int(),
    text: z.number().int(),
    /** Exact sum of the readable cells in the column's own unit, disbenefits subtracted. */
    sum: z.string(),
    currency: currency.nullable(),
  }),
);

export const importRecord = z
  .object({
    id,
    kind: z.enum(IMPORT_KINDS),
    fileName: z.string(),
    byteSize: z.number().int(),
    state: z.enum(IMPORT_STATES),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    orientation: z.enum(['rows', 'columns']).nullable(),
    headerLine: z.number().int().nullable(),
    rowCount: z.number().int(),
    /** Lines that are not projects: titles above, totals and footnotes below. The first 200. */
    skipped: z.array(
      z.object({
        /** Row of the sheet, or column where every initiative is one, from 1. */
        line: z.number().int(),
        place: z.string(),
        text: z.string(),
        code: z.enum(SKIP_REASON_CODES),
        reason: bilingual,
      }),
    ),
    skippedCount: z.number().int(),
    columns: z.array(column),
    /** What the file as a whole does not say and was assumed. */
    assumptions: z.array(z.enum(ASSUMPTIONS)),
    options: z.object({
      decimal: z.enum(['comma', 'point', 'auto']),
      defaultUnitId: id.nullable(),
      createUnits: z.boolean(),
      dateOrder: z.enum(['dmy', 'mdy']),
      currency: currency,
    }),
    counts: counts.nullable(),
    sums: sums.nullable(),
    /** Names of the units the dry run would create, below the organisation's top. */
    newUnits: z.array(z.string()),
    problem: bilingual.nullable(),
    jobId: id.nullable(),
    createdByName: z.string().nullable(),
    createdAt: instant,
    committedAt: instant.nullable(),
    undoneAt: instant.nullable(),
    /** After an undo: rows edited since the import, which were left as they are. */
    keptOnUndo: z.array(z.object({ kind: z.string(), id, title: z.string(), reason: bilingual })),
    version,
  })
  .meta({ id: 'Import' });
export type ImportRecord = z.output<typeof importRecord>;

export const importRow = z
  .object({
    line: z.number().int(),
    place: z.string(),
    key: z.string().nullable(),
    title: z.string().nullable(),
    outcome: z.enum(['create', 'update', 'unchanged', 'rejected']),
    /** What the row will write: field → value as shown. */
    values: z.record(z.string(), z.unknown()),
    /** Fields an update changes, with the value before. */
    changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
    issues: z.array(importIssue),
    /** What the source says and the import leaves alone on purpose: a phase, an approved benefit. */
    notes: z.array(z.object({ about: z.string(), text: bilingual })),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.output<typeof importRow>;

/** One line of the sheet as it stands: an initiative with its cells, or a line that is skipped. */
export const importLine = z
  .object({
    line: z.number().int(),
    /** What a person calls it: row number, or column letters. */
    name: z.string(),
    /** One text per column of the import; empty for a skipped line. */
    cells: z.array(z.string()),
    /** Why the line is no initiative; null for initiatives. */
    skipped: z.enum(SKIP_REASON_CODES).nullable(),
    /** What stands in a skipped line. */
    text: z.string(),
  })
  .meta({ id: 'ImportLine' });
export type ImportLine = z.output<typeof importLine>;

const params = z.strictObject({ id });

export const importRoutes = {
  listImports: defineRoute({
    id: 'listImports',
    method: 'GET',
    path: '/imports',
    area: 'exchange',
    permission: 'import.read',
    summary: 'Imports, newest first',
    query: listQuery({
      sorts: ['createdAt'],
      defaultSort: '-createdAt',
      filters: { state: { values: IMPORT_STATES }, kind: { values: IMPORT_KINDS } },
    }),
    response: page(importRecord),
  }),
  uploadImport: defineRoute({
    id: 'uploadImport',
    method: 'POST',
    path: '/imports',
    area: 'exchange',
    permission: 'import.run',
    status: 201,
    multipart: true,
    ownTransactions: true,
    summary:
      'Takes a CSV or xlsx file (parts `file` and `kind`: initiatives or actuals), reads it and proposes a mapping',
    response: importRecord,
  }),
  readImport: defineRoute({
    id: 'readImport',
    method: 'GET',
    path: '/imports/:id',
    area: 'exchange',
    permission: 'import.read',
    summary: 'One import: what was recognised, the mapping, counts and sums',
    params,
    response: importRecord,
  }),
  setMapping: defineRoute({
    id: 'setImportMapping',
    method: 'PUT',
    path: '/imports/:id/mapping',
    area: 'exchange',
    permission: 'import.run',
    summary:
      'Sets how the file is read and which column fills which field; with If-Match only when unchanged since (412 with the import as it is)',
    params,
    body: z.strictObject({
      columns: z
        .array(
          z.strictObject({
            index: z.number().int().min(0),
            target: z.enum(IMPORT_TARGETS).nullable(),
            unit: z.enum(MONEY_SCALES).nullable().optional(),
            currency: currency.nullable().optional(),
            year: z.number().int().min(1990).max(2100).nullable().optional(),
          }),
        )
        .max(2000)
        .optional(),
      /** Reading choices; changing one reads the file again and proposes the mapping anew when the headings differ. */
      sheet: z.string().max(200).optional(),
      encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']).optional(),
      delimiter: z.enum([';', ',', '\t', '|']).optional(),
      orientation: z.enum(['rows', 'columns']).optional(),
      defaultUnitId: id.nullable().optional(),
      createUnits: z.boolean().optional(),
      dateOrder: z.enum(['dmy', 'mdy']).optional(),
      decimal: z.enum(['comma', 'point', 'auto']).optional(),
      /** Line of the headings, counted in the file's own rows (or columns). */
      headerLine: z.number().int().min(1).max(1000).optional(),
      /** Lines to take as initiatives or to leave out, whatever they look like; `recognised` takes a choice back. */
      lines: z
        .array(
          z.strictObject({
            line: z.number().int().min(1).max(100_000),
            as: z.enum(['initiative', 'left_out', 'recognised']),
          }),
        )
        .max(1000)
        .optional(),
      currency: currency.optional(),
    }),
    response: importRecord,
  }),
  previewImport: defineRoute({
    id: 'previewImport',
    method: 'POST',
    path: '/imports/:id/preview',
    area: 'exchange',
    permission: 'import.run',
    ownTransactions: true,
    summary: 'Dry run over every row: what would be created, updated, left, rejected; nothing is changed',
    params,
    body: z.strictObject({}).optional(),
    response: z.object({ counts, sums, import: importRecord }),
  }),
  listImportLines: defineRoute({
    id: 'listImportLines',
    method: 'GET',
    path: '/imports/:id/lines',
    area: 'exchange',
    permission: 'import.read',
    summary: 'The first lines of the file as they stand, with those that are skipped',
    params,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(12) }),
    response: z.object({ items: z.array(importLine) }),
  }),
  downloadImportIssues: defineRoute({
    id: 'downloadImportIssues',
    method: 'GET',
    path: '/imports/:id/issues.csv',
    area: 'exchange',
    permission: 'import.read',
    raw: true,
    summary: 'CSV of the rows with issues as they stand in the file, with a last column that says what is wrong',
    params,
    query: z.strictObject({ language: z.enum(['da', 'en']).optional() }),
    response: z.string(),
  }),
  listImportRows: defineRoute({
    id: 'listImportRows',
    method: 'GET',
    path: '/imports/:id/rows',
    area: 'exchange',
    permission: 'import.read',
    summary: 'Rows of the dry run, by outcome, or only those with issues',
    params,
    query: z.strictObject({
      outcome: z.enum(['create', 'update', 'unchanged', 'rejected']).optional(),
      issues: z.enum(['true']).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(200).optional(),
    }),
    response: page(importRow),
  }),
  commitImport: defineRoute({
    id: 'commitImport',
    method: 'POST',
    path: '/imports/:id/commit',
    area: 'exchange',
    permission: 'import.run',
    status: 202,
    summary: 'Writes everything the dry run showed, in one transaction, in a background job; takes If-Match',
    params,
    body: z.strictObject({}).optional(),
    response: z.object({ jobId: id }),
  }),
  undoImport: defineRoute({
    id: 'undoImport',
    method: 'POST',
    path: '/imports/:id/undo',
    area: 'exchange',
    permission: 'import.run',
    status: 202,
    summary: 'Returns every row the import wrote to its former content; rows edited since are listed, not overwritten',
    params,
    body: z.strictObject({}).optional(),
    response: z.object({ jobId: id }),
  }),
};
