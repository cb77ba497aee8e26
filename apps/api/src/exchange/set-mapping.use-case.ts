import { checkMapping, type ImportMapping, isMoneyTarget, type MappedColumn } from '@hoest/exchange';
import type { importRoutes } from '@hoest/contracts';
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
import type { CallOf } from '../http/handle';
import { readImport } from './import-answer';
import { readFileOrRefuse, readGrid } from './read-upload';

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

const readsAgain = (body: Body) =>
  body.sheet !== undefined ||
  body.encoding !== undefined ||
  body.delimiter !== undefined ||
  body.orientation !== undefined ||
  body.headerLine !== undefined;

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
  const orientation = body.orientation ?? (body.sheet === undefined ? stored.reading.table.orientation : undefined);
  const { reading, mapping } = await readGrid(
    tx,
    workbook,
    format,
    { ...(orientation && { orientation }), ...(body.headerLine !== undefined && { headingLine: body.headerLine }) },
    body.currency ?? stored.options.currency,
  );
  return { workbook, reading, mapping };
}

/** The mapping with the caller's choices; a column that is not named keeps what it had, target null leaves it out. */
function withChoices(mapping: ImportMapping, reading: ImportReading, body: Body, currency: string): ImportMapping {
  const columns = new Map(mapping.columns.map((column) => [column.index, column]));
  for (const choice of body.columns ?? []) {
    const former = columns.get(choice.index);
    if (choice.target === null) {
      columns.delete(choice.index);
      continue;
    }
    const heading = reading.table.columns.find(({ index }) => index === choice.index)?.heading ?? '';
    const money = former?.money ?? { scale: 'one' as const, currency, year: null, priceYear: null };
    const column: MappedColumn = { index: choice.index, heading, target: choice.target };
    if (isMoneyTarget(choice.target)) {
      column.money = {
        ...money,
        scale: choice.unit ?? money.scale,
        currency: choice.currency ?? money.currency,
        year: choice.year === undefined ? money.year : choice.year,
      };
    }
    columns.set(choice.index, column);
  }
  return {
    columns: [...columns.values()].sort((a, b) => a.index - b.index),
    decimal: body.decimal ?? mapping.decimal,
    dateOrder: body.dateOrder ?? mapping.dateOrder,
  };
}

/** Sets how the file is read and what its columns fill. A dry run made before no longer holds. */
export async function setMapping({ tx, params, body }: Call) {
  const stored = await loadStoredImport(tx, params.id, true);
  refuseUnlessOpen((await readImport(tx, params.id)).state);
  if (body.defaultUnitId) await loadRow(tx, UnitEntity, body.defaultUnitId);
  const again = readsAgain(body) ? await readAgain(tx, stored, body) : null;
  const reading = again?.reading ?? stored.reading;
  const options: ImportOptions = {
    defaultUnitId: body.defaultUnitId === undefined ? stored.options.defaultUnitId : body.defaultUnitId,
    createUnits: body.createUnits ?? stored.options.createUnits,
    currency: body.currency ?? stored.options.currency,
  };
  const mapping = withChoices(again?.mapping ?? stored.mapping, reading, body, options.currency);
  const faults = checkMapping(reading.table, mapping).filter(
    ({ code }) => code !== 'no_title' || body.columns !== undefined,
  );
  if (faults.length > 0) {
    throw new ProblemError('rule_refused', {
      faults: faults.map(({ code, at, text }) => ({
        pointer: at === null ? '/columns' : `/columns/${at}`,
        code,
        detail: text,
      })),
    });
  }
  for (const { index } of body.columns ?? []) reading.chosenBy[index] = 'person';
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
