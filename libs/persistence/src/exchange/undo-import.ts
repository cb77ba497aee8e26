import type { Transaction } from '../database/transaction';
import {
  contentOf,
  type ImportedTable,
  IMPORTED_TABLES,
  type JsonRow,
  readRowsAsJson,
  removeRows,
  restoreRows,
} from './business-rows';

interface Change {
  tableName: ImportedTable;
  id: string | null;
  before: JsonRow | null;
  after: JsonRow;
}

/** A row the undo left as it is, because somebody edited it, or built on it, since the import. */
export interface KeptRow {
  kind: string;
  id: string;
  title: string;
  reason: 'edited' | 'built_on';
}

export interface UndoneImport {
  restored: number;
  removed: number;
  kept: KeptRow[];
}

/** Rows that hang on an initiative and were not made by the import: with one of them the initiative stays. */
const CHILDREN_OF_INITIATIVE = [
  'cost_line',
  'benefit',
  'phase_plan',
  'adoption_series',
  'decision',
  'gate_passage',
  'status_confirmation',
  'initiative_affected_unit',
  'initiative_secondary_goal',
  'enabler',
  'change_activity',
];

/**
 * Returns what an import wrote to its former content: created rows go, changed rows get their old content back. Rows that
 * were edited since are left and listed – of a created initiative then everything it owns, too.
 */
export async function undoImport(tx: Transaction, importId: string): Promise<UndoneImport> {
  const changes = await tx.query<Change>(
    `select table_name as "tableName", key ->> 'id' as id, before, after from import_change where organisation_id = $1 and import_id = $2 order by sequence`,
    [tx.organisationId, importId],
  );
  const of = (table: ImportedTable) =>
    changes.filter(({ tableName, id }) => tableName === table && id !== null) as (Change & { id: string })[];
  // The history of roles is put back row by row; the trigger that keeps it would write a second one.
  await tx.query(`select set_config('app.role_history', 'off', true)`);

  const now = new Map<ImportedTable, Map<string, JsonRow>>();
  for (const table of IMPORTED_TABLES.slice(1)) {
    now.set(
      table,
      await readRowsAsJson(
        tx,
        table,
        of(table).map(({ id }) => id),
      ),
    );
  }
  const untouched = (change: Change & { id: string }) =>
    contentOf(now.get(change.tableName)?.get(change.id) ?? null) === contentOf(change.after);
  const gone = (change: Change & { id: string }) => !now.get(change.tableName)?.has(change.id);
  const kept: KeptRow[] = [];
  const keep = (change: Change & { id: string }, reason: KeptRow['reason']) => {
    const row = now.get(change.tableName)?.get(change.id) ?? change.after;
    kept.push({ kind: change.tableName, id: change.id, title: String(row['title'] ?? row['name'] ?? ''), reason });
  };

  // Created initiatives: whole or not at all.
  const created = of('initiative').filter(({ before }) => before === null);
  const ownedBy = (initiativeId: string) =>
    [...of('cost_line'), ...of('benefit')].filter(({ after }) => after['initiative_id'] === initiativeId);
  const builtOn = await withStrangers(
    tx,
    changes,
    created.map(({ id }) => id),
  );
  const keptInitiatives = new Set<string>();
  for (const initiative of created) {
    const owned = ownedBy(initiative.id).filter(({ before }) => before === null);
    if (gone(initiative)) continue;
    if (!untouched(initiative) || owned.some((row) => !gone(row) && !untouched(row))) {
      keptInitiatives.add(initiative.id);
      keep(initiative, 'edited');
    } else if (builtOn.has(initiative.id)) {
      keptInitiatives.add(initiative.id);
      keep(initiative, 'built_on');
    }
  }
  const removable = (change: Change & { id: string }) =>
    change.before === null && !gone(change) && !keptInitiatives.has(String(change.after['initiative_id'] ?? change.id));
  const remove: [ImportedTable, string[]][] = [];
  for (const table of ['benefit', 'cost_line'] as const) {
    const rows = of(table).filter(removable);
    const safe = rows.filter(untouched);
    for (const row of rows) if (!untouched(row)) keep(row, 'edited');
    remove.push([table, safe.map(({ id }) => id)]);
  }
  remove.push(['initiative', created.filter(removable).map(({ id }) => id)]);
  let removed = 0;
  for (const [table, ids] of remove) removed += await removeRows(tx, table, ids);

  let restored = 0;
  for (const table of ['initiative', 'cost_line', 'benefit'] as const) {
    const rows = of(table).filter((change) => change.before !== null && !gone(change));
    for (const row of rows) if (!untouched(row)) keep(row, 'edited');
    restored += await restoreRows(
      tx,
      table,
      rows.filter(untouched).map(({ before }) => before as JsonRow),
    );
  }
  const assignments = of('role_assignment').filter(
    (change) => !keptInitiatives.has(String(change.after['object_id'])) && !gone(change) && untouched(change),
  );
  removed += await removeRows(
    tx,
    'role_assignment',
    assignments.filter(({ before }) => before === null).map(({ id }) => id),
  );
  await restoreRows(
    tx,
    'role_assignment',
    assignments.flatMap(({ before }) => (before ? [before] : [])),
  );
  removed += await removeUnits(
    tx,
    of('unit').filter((change) => !gone(change)),
    untouched,
    keep,
  );
  await restoreCounter(tx, changes);
  tx.audit({
    action: 'undone',
    objectKind: 'import',
    objectId: importId,
    changes: {
      restored: { from: null, to: restored },
      removed: { from: null, to: removed },
      kept: { from: null, to: kept.length },
    },
  });
  return { restored, removed, kept };
}

/** Created initiatives that own rows which the import did not make, or that others point to. */
async function withStrangers(
  tx: Transaction,
  changes: readonly Change[],
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const made = changes.flatMap(({ tableName, id, before }) =>
    before === null && id && tableName !== 'initiative' ? [id] : [],
  );
  const parts = CHILDREN_OF_INITIATIVE.map((table) => {
    const own = table === 'cost_line' || table === 'benefit' ? 'and not (x.id = any($3::uuid[]))' : '';
    return `select x.initiative_id as id from ${table} x where x.organisation_id = $1 and x.initiative_id = any($2::uuid[]) ${own}`;
  });
  const rows = await tx.query<{ id: string }>(
    `${parts.join(' union ')}
     union select b.initiative_id from benefit b join measure m on m.organisation_id = b.organisation_id and m.benefit_id = b.id where b.organisation_id = $1 and b.initiative_id = any($2::uuid[])
     union select b.initiative_id from benefit b join plan_version v on v.organisation_id = b.organisation_id and v.benefit_id = b.id where b.organisation_id = $1 and b.initiative_id = any($2::uuid[])
     union select b.initiative_id from benefit b join benefit c on c.organisation_id = b.organisation_id and c.contributes_to_id = b.id where b.organisation_id = $1 and b.initiative_id = any($2::uuid[])
     union select b.initiative_id from benefit b join finance_matching_rule r on r.organisation_id = b.organisation_id and r.benefit_id = b.id where b.organisation_id = $1 and b.initiative_id = any($2::uuid[])
     union select b.initiative_id from benefit b join finance_claim c on c.organisation_id = b.organisation_id and c.benefit_id = b.id where b.organisation_id = $1 and b.initiative_id = any($2::uuid[])
     union select b.initiative_id from benefit b join map_link l on l.organisation_id = b.organisation_id and b.id in (l.from_benefit_id, l.to_benefit_id)
       and (l.stands_alone or exists (select from assumption a where a.organisation_id = l.organisation_id and a.map_link_id = l.id))
       where b.organisation_id = $1 and b.initiative_id = any($2::uuid[])`,
    [tx.organisationId, [...ids], made],
  );
  return new Set(rows.map(({ id }) => id));
}

type Keep = (change: Change & { id: string }, reason: KeptRow['reason']) => void;

/** Removes the units the import made that nobody uses. */
async function removeUnits(
  tx: Transaction,
  units: (Change & { id: string })[],
  untouched: (change: Change & { id: string }) => boolean,
  keep: Keep,
): Promise<number> {
  if (units.length === 0) return 0;
  const used = await tx.query<{ id: string }>(
    `select u.id from unit u where u.organisation_id = $1 and u.id = any($2::uuid[]) and (
        exists (select from initiative x where x.organisation_id = $1 and x.unit_id = u.id) or exists (select from person x where x.organisation_id = $1 and x.unit_id = u.id)
        or exists (select from unit x where x.organisation_id = $1 and x.parent_id = u.id) or exists (select from benefit x where x.organisation_id = $1 and x.owner_unit_id = u.id)
        or exists (select from initiative_affected_unit x where x.organisation_id = $1 and x.unit_id = u.id) or exists (select from adoption_series x where x.organisation_id = $1 and x.unit_id = u.id)
        or exists (select from change_activity x where x.organisation_id = $1 and x.unit_id = u.id)
        or exists (select from access_grant x where x.organisation_id = $1 and x.unit_id = u.id))`,
    [tx.organisationId, units.map(({ id }) => id)],
  );
  const inUse = new Set(used.map(({ id }) => id));
  for (const unit of units) {
    if (!untouched(unit)) keep(unit, 'edited');
    else if (inUse.has(unit.id)) keep(unit, 'built_on');
  }
  const free = units.filter((unit) => untouched(unit) && !inUse.has(unit.id)).map(({ id }) => id);
  // Maturity members of removed initiatives name the unit until they are recomputed, and snapshots do for ever: no key binds them.
  return removeRows(tx, 'unit', free);
}

/** The counter of codes goes back when nobody has taken a code since. */
async function restoreCounter(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const counter = changes.find(({ tableName }) => tableName === 'organisation');
  if (!counter) return;
  await tx.query(`update organisation set next_code = $2::jsonb where organisation_id = $1 and next_code = $3::jsonb`, [
    tx.organisationId,
    JSON.stringify(counter.before?.['next_code'] ?? {}),
    JSON.stringify(counter.after['next_code']),
  ]);
}
