import {
  type ImportKind,
  type ImportMapping,
  headingFingerprint,
  proposeMapping,
  readTable,
  type Table,
  type TableOptions,
} from '@hoest/exchange';
import type { ImportReading, StoredImport, Transaction } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import { type Workbook, type WorkbookOptions, type UploadFault } from '@hoest/spreadsheets';
import { readWorkbookInChild } from './read-workbook';

/** The refusal of a file, naming the part of the call and what to do. */
export function uploadRefused({ code, text }: UploadFault): ProblemError {
  return new ProblemError('rule_refused', { faults: [{ pointer: '/file', code, detail: text }] });
}

/** Reads a guarded file into a grid, in a process of its own. @throws ProblemError when the file cannot be read */
export async function readFileOrRefuse(
  bytes: Uint8Array,
  options: WorkbookOptions,
  signal?: AbortSignal,
): Promise<Workbook> {
  const reading = await readWorkbookInChild(bytes, options, signal);
  if (reading.kind === 'refused') throw uploadRefused(reading.fault);
  return reading;
}

/** The mapping the organisation used last for a file with these headings; undefined when there is none. */
async function rememberedMapping(
  tx: Transaction,
  kind: ImportKind,
  headings: readonly string[],
): Promise<ImportMapping | undefined> {
  const [row] = await tx.query<{ mapping: ImportMapping }>(
    `select mapping from import_profile where organisation_id = $1 and kind = $2 and heading_fingerprint = $3`,
    [tx.organisationId, kind, headingFingerprint(headings)],
  );
  return row?.mapping;
}

/** How a grid is to be read, and how it was read before. */
export interface GridOptions extends Pick<ImportReading, 'format' | 'lineChoices'> {
  kind: ImportKind;
  /** Choices of a person; the rest is recognised. */
  table: Pick<TableOptions, 'orientation' | 'headingLine'>;
  /** Taken where the file names none. */
  currency: string;
  /** The reading and mapping before; kept as they are when the headings stay the same. */
  former?: Pick<StoredImport, 'reading' | 'mapping'>;
}

const linesChosen = (choices: ImportReading['lineChoices'], as: 'initiative' | 'left_out') =>
  Object.entries(choices).flatMap(([line, choice]) => (choice === as ? [Number(line)] : []));

const sameHeadings = (a: Table, b: Table) =>
  a.columns.length === b.columns.length &&
  a.columns.every(({ heading }, index) => heading === b.columns[index]?.heading);

/** Recognises the table in a grid and proposes what its columns fill. */
export async function readGrid(
  tx: Transaction,
  workbook: Workbook,
  { kind, format, lineChoices, table: options, currency, former }: GridOptions,
): Promise<{ reading: ImportReading; mapping: ImportMapping }> {
  const table = readTable(workbook.grid, {
    kind,
    ...options,
    keepLines: linesChosen(lineChoices, 'initiative'),
    skipLines: linesChosen(lineChoices, 'left_out'),
  });
  if (former && sameHeadings(former.reading.table, table)) {
    return { reading: { ...former.reading, table, lineChoices }, mapping: former.mapping };
  }
  const remembered = await rememberedMapping(
    tx,
    kind,
    table.columns.map(({ heading }) => heading),
  );
  const proposal = proposeMapping(table, { kind, currency, ...(remembered && { remembered }) });
  const by = proposal.remembered ? ('remembered' as const) : ('proposal' as const);
  return {
    reading: {
      format,
      table,
      chosenBy: Object.fromEntries(table.columns.map(({ index }) => [index, by])),
      assumptions: {
        file: proposal.assumptions,
        columns: Object.fromEntries(
          proposal.columns.flatMap(({ index, assumptions }) => (assumptions.length > 0 ? [[index, assumptions]] : [])),
        ),
      },
      lineChoices,
    },
    mapping: proposal.mapping,
  };
}
