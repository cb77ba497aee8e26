import { importRoutes } from '@hoest/contracts';
import { checkMapping, type ImportMapping, isStillToChoose, type MappingFault } from '@hoest/exchange';
import {
  type ImportOptions,
  type ImportReading,
  loadRow,
  loadStoredImport,
  type StoredImport,
  type Transaction,
  UnitEntity,
} from '@hoest/persistence';
import { ProblemError, ruleRefused } from '@hoest/platform';
import type { Delimiter, Encoding, Workbook } from '@hoest/spreadsheets';
import { answerBody } from '../http/answer-body';
import type { CallOf } from '../http/handle';
import { versionIn } from '../http/if-match';
import { type ImportAnswer, readImport } from './import-answer';
import { withChoices } from './mapping-choices';
import { readFileOrRefuse, readGrid } from './read-upload';
import { refuseUnlessMayRun } from './refuse-kind';

type Call = CallOf<typeof importRoutes.setMapping>;
type Body = Call['body'];

/** States in which an import may still be changed. */
export const OPEN_STATES = ['uploaded', 'mapped', 'previewed', 'failed', 'cancelled'];

/** @throws ProblemError when the import was committed already */
export function refuseUnlessOpen(state: string): void {
  if (OPEN_STATES.includes(state)) return;
  throw ruleRefused({
    da: 'Importen er gennemført. Fortryd den, eller læg filen op igen.',
    en: 'The import has been carried out. Undo it, or upload the file again.',
  });
}

/**
 * Refuses when the caller names the version it saw (If-Match) and somebody has changed the import since. Scripts may leave
 * it out: each call says all it means.
 * @throws ProblemError `stale` with the import as it is now
 */
export function refuseIfChanged(header: string | undefined, current: ImportAnswer): void {
  if (header === undefined || versionIn(header) === current.version) return;
  throw new ProblemError('stale', { extra: { current: answerBody(importRoutes.readImport, current) } });
}

const readsAgain = (body: Body) =>
  body.sheet !== undefined ||
  body.encoding !== undefined ||
  body.delimiter !== undefined ||
  body.orientation !== undefined ||
  body.headerLine !== undefined ||
  body.lines !== undefined;

/** Whether the lines of the file are other ones now, so that choices about single lines no longer hold. */
const hasOtherLines = (body: Body) =>
  body.sheet !== undefined || body.delimiter !== undefined || body.orientation !== undefined;

function lineChoices(former: ImportReading['lineChoices'], body: Body): ImportReading['lineChoices'] {
  const choices = new Map(Object.entries(hasOtherLines(body) ? {} : former));
  for (const { line, as } of body.lines ?? []) {
    if (as === 'recognised') choices.delete(String(line));
    else choices.set(String(line), as);
  }
  return Object.fromEntries(choices);
}

/** Reads the stored file once more with other choices. */
async function readAgain(
  tx: Transaction,
  stored: StoredImport,
  body: Body,
): Promise<{ workbook: Workbook; reading: ImportReading; mapping: ImportMapping }> {
  const [file] = await tx.query<{
    content: Buffer;
    sheet: string | null;
    encoding: Encoding | null;
    delimiter: Delimiter | null;
  }>(`select content, sheet, encoding, delimiter from import where organisation_id = $1 and id = $2`, [
    tx.organisationId,
    stored.id,
  ]);
  if (!file) throw new Error('The import has no file');
  const { format } = stored.reading;
  const sheet = body.sheet ?? file.sheet ?? undefined;
  const encoding = body.encoding ?? file.encoding ?? undefined;
  const delimiter = body.delimiter ?? (body.encoding === undefined ? file.delimiter : null) ?? undefined;
  const workbook = await readFileOrRefuse(file.content, {
    format,
    ...(sheet !== undefined && { sheet }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
  });
  const { table } = stored.reading;
  const keepsPlace = body.sheet === undefined && body.delimiter === undefined;
  const orientation = body.orientation ?? (keepsPlace ? table.orientation : undefined);
  const headingLine = body.headerLine ?? (hasOtherLines(body) ? undefined : table.headingLine);
  const { reading, mapping } = await readGrid(tx, workbook, {
    kind: stored.kind,
    format,
    table: { ...(orientation && { orientation }), ...(headingLine !== undefined && { headingLine }) },
    currency: body.currency ?? stored.options.currency,
    lineChoices: lineChoices(stored.reading.lineChoices, body),
    former: stored,
  });
  return { workbook, reading, mapping };
}

/** Names each fault at the column of the call that brought it in. */
function mappingRefused(faults: readonly MappingFault[], mapping: ImportMapping, body: Body): ProblemError {
  return new ProblemError('rule_refused', {
    faults: faults.map(({ code, at, text }) => {
      const index = at === null ? undefined : mapping.columns[at]?.index;
      const position = body.columns?.findIndex((choice) => choice.index === index) ?? -1;
      return { pointer: position < 0 ? '/columns' : `/columns/${position}`, code, detail: text };
    }),
  });
}

/** Sets how the file is read and what its columns fill. A dry run made before no longer holds. */
export async function setMapping({ tx, params, body, request, caller }: Call) {
  const stored = await loadStoredImport(tx, params.id, true);
  refuseUnlessMayRun(caller, stored.kind);
  const current = await readImport(tx, params.id);
  refuseUnlessOpen(current.state);
  refuseIfChanged(request.headers['if-match'], current);
  if (body.defaultUnitId) await loadRow(tx, UnitEntity, body.defaultUnitId);
  const again = readsAgain(body) ? await readAgain(tx, stored, body) : null;
  const options: ImportOptions = {
    defaultUnitId: body.defaultUnitId === undefined ? stored.options.defaultUnitId : body.defaultUnitId,
    createUnits: body.createUnits ?? stored.options.createUnits,
    currency: body.currency ?? stored.options.currency,
  };
  const { mapping, reading } = withChoices(
    again?.mapping ?? stored.mapping,
    again?.reading ?? stored.reading,
    body,
    options.currency,
  );
  const faults = checkMapping(reading.table, mapping, stored.kind).filter((fault) => !isStillToChoose(fault));
  if (faults.length > 0) throw mappingRefused(faults, mapping, body);
  await tx.query(
    `update import set state = 'mapped', reading = $3::jsonb, mapping = $4::jsonb, options = $5::jsonb, orientation = $6, counts = null, sums = null,
        encoding = coalesce($7, encoding), delimiter = coalesce($8, delimiter), sheet = coalesce($9, sheet), version = version + 1, updated_at = now()
      where organisation_id = $1 and id = $2`,
    [
      tx.organisationId,
      params.id,
      JSON.stringify(reading),
      JSON.stringify(mapping),
      JSON.stringify(options),
      reading.table.orientation,
      again?.workbook.encoding ?? null,
      again?.workbook.delimiter ?? null,
      again?.workbook.sheet ?? null,
    ],
  );
  await tx.query(`delete from import_row where organisation_id = $1 and import_id = $2`, [
    tx.organisationId,
    params.id,
  ]);
  tx.announce('import', params.id);
  return readImport(tx, params.id);
}
