import { checkMapping, countPlan, type PlannedRow } from '@hoest/exchange';
import type { importRoutes } from '@hoest/contracts';
import {
  type ImportPlan,
  loadExistingPortfolio,
  loadStoredImport,
  planStoredImport,
  type Transaction,
} from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { readImport, sumAnswers } from './import-answer';
import { refuseUnlessOpen } from './set-mapping.use-case';

const STATEMENT_TIMEOUT_MS = 60_000;

/** Field → value of everything a row writes, amounts in minor units as digits. */
function valuesOf(row: PlannedRow): Record<string, unknown> {
  return {
    ...Object.fromEntries(row.fields.map(({ field, after }) => [field, after])),
    ...(row.newUnit !== null && { unit: row.newUnit }),
    ...Object.fromEntries(
      row.costs.map(({ cost, after }) => [
        cost.lineKey,
        { ...after, name: cost.name, currency: cost.currency, year: cost.year },
      ]),
    ),
    ...Object.fromEntries(
      row.benefits.map(({ benefit, after }) => [
        benefit.lineKey,
        { ...after, name: benefit.name, currency: benefit.currency },
      ]),
    ),
  };
}

/** Field → before and after, of a row that changes an initiative. */
function changesOf(row: PlannedRow): Record<string, { from: unknown; to: unknown }> {
  if (row.outcome !== 'update') return {};
  const lines = [
    ...row.costs.map(({ cost, before, after }) => [cost.lineKey, before, after] as const),
    ...row.benefits.map(({ benefit, before, after }) => [benefit.lineKey, before, after] as const),
  ];
  return {
    ...Object.fromEntries(row.fields.map(({ field, before, after }) => [field, { from: before, to: after }])),
    ...Object.fromEntries(lines.map(([key, from, to]) => [key, { from, to }])),
  };
}

async function storeRows(tx: Transaction, importId: string, plan: ImportPlan): Promise<void> {
  await tx.query(`delete from import_row where organisation_id = $1 and import_id = $2`, [tx.organisationId, importId]);
  const rows = plan.rows.map((row) => ({
    line: row.line,
    place: row.place,
    key: row.key,
    outcome: row.outcome,
    values: {
      title: plan.titles.get(row.line) ?? null,
      values: valuesOf(row),
      changes: changesOf(row),
      notes: row.notes,
    },
    issues: row.issues,
    objectId: row.objectId,
  }));
  await tx.query(
    `insert into import_row (organisation_id, import_id, line, place, key, outcome, "values", issues, object_id)
      select $1, $2, x.line, x.place, x.key, x.outcome, x."values", x.issues, x."objectId"
      from jsonb_to_recordset($3::jsonb) as x(line int, place text, key text, outcome text, "values" jsonb, issues jsonb, "objectId" uuid)`,
    [tx.organisationId, importId, JSON.stringify(rows)],
  );
}

/** Dry run over every row: counts, sums and rows are stored with the import, the portfolio stays as it is. */
export async function previewImport(call: CallOf<typeof importRoutes.previewImport>) {
  const { params } = call;
  const options = { statementTimeoutMs: STATEMENT_TIMEOUT_MS };
  const { stored, existing } = await call.open({ ...options, readOnly: true }, async (tx) => {
    const stored = await loadStoredImport(tx, params.id);
    refuseUnlessOpen((await readImport(tx, params.id)).state);
    return { stored, existing: await loadExistingPortfolio(tx) };
  });
  const faults = checkMapping(stored.reading.table, stored.mapping);
  if (faults.length > 0) {
    throw new ProblemError('rule_refused', {
      faults: faults.map(({ code, text }) => ({ pointer: '/columns', code, detail: text })),
    });
  }
  // Computed outside of any transaction: reading thousands of rows must not hold a connection.
  const plan = planStoredImport(stored, existing);
  const counts = { ...countPlan(plan.rows), skippedLines: stored.reading.table.skipped.length };
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
    await storeRows(tx, params.id, plan);
    await tx.query(
      `update import set state = 'previewed', counts = $3::jsonb, sums = $4::jsonb, version = version + 1, updated_at = now() where organisation_id = $1 and id = $2`,
      [
        tx.organisationId,
        params.id,
        JSON.stringify({ ...counts, newUnits: plan.newUnits }),
        JSON.stringify(plan.columnSums),
      ],
    );
    tx.announce('import', params.id);
    return { counts, sums: sumAnswers(plan.columnSums), import: await readImport(tx, params.id) };
  });
}
