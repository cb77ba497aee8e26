import type { ImportRow, importRoutes } from '@hoest/contracts';
import type { CellIssue } from '@hoest/exchange';
import { listPage, type ListPlan, loadRow, ImportEntity } from '@hoest/persistence';
import type { CallOf } from '../http/handle';

interface StoredRow extends Pick<ImportRow, 'line' | 'place' | 'key' | 'outcome'> {
  stored: Pick<ImportRow, 'title' | 'values' | 'changes' | 'notes'>;
  issues: CellIssue[];
}

/** What rejects the row first, then as one reads the sheet. */
export const inReadingOrder = (a: CellIssue, b: CellIssue) =>
  Number(b.effect === 'row_rejected') - Number(a.effect === 'row_rejected') || a.row - b.row || a.column - b.column;

/** Rows of the dry run in the order of the file. */
export async function listImportRows({ tx, params, query }: CallOf<typeof importRoutes.listImportRows>) {
  await loadRow(tx, ImportEntity, params.id);
  const plan: ListPlan = {
    select: 'r.line, r.place, r.key, r.outcome, r."values" as stored, r.issues',
    from: 'import_row r',
    id: `('00000000-0000-0000-0000-' || lpad(to_hex(r.line), 12, '0'))::uuid`,
    where: (bind) => [
      `r.organisation_id = ${bind(tx.organisationId)}`,
      `r.import_id = ${bind(params.id)}`,
      ...(query.outcome ? [`r.outcome = ${bind(query.outcome)}`] : []),
      ...(query.issues ? [`jsonb_array_length(r.issues) > 0`] : []),
    ],
    sorts: { line: { sql: 'r.line', kind: 'number' } },
  };
  const page = await listPage<StoredRow>(tx, plan, {
    limit: query.limit,
    cursor: query.cursor,
    sort: ['line'],
    filters: {},
  });
  return {
    ...page,
    items: page.items.map(({ stored, issues, ...row }) => ({
      ...row,
      title: stored.title,
      values: stored.values,
      changes: stored.changes,
      notes: stored.notes,
      issues: [...issues].sort(inReadingOrder).map(({ place, heading, value, code, reason, suggestion }) => ({
        place,
        column: heading,
        value,
        code,
        reason,
        suggestion,
      })),
    })),
  };
}
