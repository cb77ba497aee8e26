import { type ImportMapping, headingFingerprint, proposeMapping, readTable, type TableOptions } from '@hoest/exchange';
import type { ImportReading, Transaction } from '@hoest/persistence';
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
async function rememberedMapping(tx: Transaction, headings: readonly string[]): Promise<ImportMapping | undefined> {
  const [row] = await tx.query<{ mapping: ImportMapping }>(
    `select mapping from import_profile where organisation_id = $1 and kind = 'initiatives' and heading_fingerprint = $2`,
    [tx.organisationId, headingFingerprint(headings)],
  );
  return row?.mapping;
}

/** Recognises the table in a grid and proposes what its columns fill. */
export async function readGrid(
  tx: Transaction,
  workbook: Workbook,
  format: ImportReading['format'],
  options: TableOptions,
  currency: string,
): Promise<{ reading: ImportReading; mapping: ImportMapping }> {
  const table = readTable(workbook.grid, options);
  const remembered = await rememberedMapping(
    tx,
    table.columns.map(({ heading }) => heading),
  );
  const proposal = proposeMapping(table, { currency, ...(remembered && { remembered }) });
  const by = proposal.remembered ? ('remembered' as const) : ('proposal' as const);
  return {
    reading: { format, table, chosenBy: Object.fromEntries(table.columns.map(({ index }) => [index, by])) },
    mapping: proposal.mapping,
  };
}
