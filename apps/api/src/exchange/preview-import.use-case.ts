import { checkMapping, countPlan, type ToldRow } from '@hoest/exchange';
import type { importRoutes } from '@hoest/contracts';
import { IMPORT_WORK, loadStoredImport, type Transaction } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { readImport, sumAnswers } from './import-answer';
import { refuseUnlessMayRun } from './refuse-kind';
import { refuseUnlessOpen } from './set-mapping.use-case';

const STATEMENT_TIMEOUT_MS = 60_000;

async function storeRows(tx: Transaction, importId: string, told: readonly ToldRow[]): Promise<void> {
  await tx.query(`delete from import_row where organisation_id = $1 and import_id = $2`, [tx.organisationId, importId]);
  const rows = told.map(({ title, values, changes, notes, ...row }) => ({
    ...row,
    values: { title, values, changes, notes },
  }));
  await tx.query(
    `insert into import_row (organisation_id, import_id, line, place, key, outcome, "values", issues, object_id)
      select $1, $2, x.line, x.place, x.key, x.outcome, x."values", x.issues, x."objectId"
      from jsonb_to_recordset($3::jsonb) as x(line int, place text, key text, outcome text, "values" jsonb, issues jsonb, "objectId" uuid)`,
    [tx.organisationId, importId, JSON.stringify(rows)],
  );
}

/** Dry run over every row: counts, sums and rows are stored with the import, everything else stays as it is. */
export async function previewImport(call: CallOf<typeof importRoutes.previewImport>) {
  const { params } = call;
  const options = { statementTimeoutMs: STATEMENT_TIMEOUT_MS };
  const { stored, draftOf, faults } = await call.open({ ...options, readOnly: true }, async (tx) => {
    const stored = await loadStoredImport(tx, params.id);
    refuseUnlessMayRun(call.caller, stored.kind);
    refuseUnlessOpen((await readImport(tx, params.id)).state);
    const faults = checkMapping(stored.reading.table, stored.mapping, stored.kind);
    return { stored, faults, draftOf: await IMPORT_WORK[stored.kind].load(tx, stored) };
  });
  if (faults.length > 0) {
    throw new ProblemError('rule_refused', {
      faults: faults.map(({ code, text }) => ({ pointer: '/columns', code, detail: text })),
    });
  }
  // Computed outside of any transaction: reading thousands of rows must not hold a connection.
  const draft = draftOf();
  const counts = { ...countPlan(draft.rows), skippedLines: stored.reading.table.skipped.length };
  return call.open(options, async (tx) => {
    const now = await loadStoredImport(tx, params.id, true);
    refuseUnlessOpen((await readImport(tx, params.id)).state);
    if (JSON.stringify(now.mapping) !== JSON.stringify(stored.mapping)) {
      throw new ProblemError('conflict', {
        params: {
          what: 'Kolonnevalget er ændret imens; kør prøvekørslen igen. / The mapping was changed meanwhile; run the dry run again.',
        },
      });
    }
    await storeRows(tx, params.id, draft.rows);
    await tx.query(
      `update import set state = 'previewed', counts = $3::jsonb, sums = $4::jsonb, version = version + 1, updated_at = now() where organisation_id = $1 and id = $2`,
      [
        tx.organisationId,
        params.id,
        JSON.stringify({ ...counts, newUnits: draft.newUnits }),
        JSON.stringify(draft.columnSums),
      ],
    );
    tx.announce('import', params.id);
    return { counts, sums: sumAnswers(draft.columnSums), import: await readImport(tx, params.id) };
  });
}
