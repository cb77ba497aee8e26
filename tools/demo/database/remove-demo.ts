import type { ClientBase } from 'pg';

/**
 * Removes organisations with everything they hold, in one transaction. Append-only tables refuse deletion by trigger; the
 * owner switches the triggers off for this transaction, which keeps all other writers of those tables waiting, so that no
 * row of theirs can slip through meanwhile. Foreign keys stay on.
 * @param organisationIds organisations whose `is_demo` is true; others are refused.
 * @returns rows removed
 */
export async function removeDemoOrganisations(owner: ClientBase, organisationIds: readonly number[]): Promise<number> {
  const { tables, loosened } = await tenantTables(owner);
  let removed = 0;
  await owner.query('begin');
  try {
    for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
    for (const id of organisationIds) {
      await owner.query(`select set_config('app.organisation_id', $1, true)`, [String(id)]);
      const { rows } = await owner.query(`select from organisation where organisation_id = $1 and is_demo`, [id]);
      if (rows.length === 0) throw new Error(`Organisation ${id} holds no demo data`);
      for (const { table, column } of loosened)
        await owner.query(`update ${table} set ${column} = null where organisation_id = $1 and ${column} is not null`, [
          id,
        ]);
      for (const table of tables) {
        const result = await owner.query(`delete from ${table} where organisation_id = $1`, [id]);
        removed += result.rowCount ?? 0;
      }
    }
    for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return removed;
}

interface TablesInOrder {
  /** Those that name others before those they name; `organisation` itself last. */
  tables: string[];
  /** References that may be empty and are emptied first, because tables name each other in a circle. */
  loosened: { table: string; column: string }[];
}

/** Every table of an organisation, in the order in which their rows can be deleted. */
async function tenantTables(owner: ClientBase): Promise<TablesInOrder> {
  const tables = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  const keys = await owner.query<{ from: string; to: string; optional: string | null }>(
    `select distinct f.relname as "from", t.relname as "to",
       (select min(a.attname::text) from pg_attribute a where a.attrelid = f.oid and a.attnum = any(k.conkey) and not a.attnotnull) as optional
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`,
  );
  const left = new Set(tables.rows.map(({ name }) => name));
  const ordered: string[] = [];
  const loosened: TablesInOrder['loosened'] = [];
  const naming = (name: string) => keys.rows.filter((key) => key.to === name && left.has(key.from));
  // Only a table that names itself by way of others: one they merely all name is no part of the circle.
  const isInCircle = (name: string) => {
    const reached = new Set([name]);
    for (const table of reached) {
      for (const key of keys.rows) {
        if (key.from !== table || !left.has(key.to)) continue;
        if (key.to === name) return true;
        reached.add(key.to);
      }
    }
    return false;
  };
  while (left.size > 0) {
    let free = [...left].filter((name) => naming(name).length === 0);
    if (free.length === 0) {
      const next = [...left].find(
        (name) => isInCircle(name) && naming(name).every(({ optional }) => optional !== null),
      );
      if (next === undefined) throw new Error(`Foreign keys go round in a circle among ${[...left].join(', ')}`);
      for (const { from, optional } of naming(next)) loosened.push({ table: from, column: optional ?? '' });
      free = [next];
    }
    for (const name of free) left.delete(name);
    ordered.push(...free);
  }
  return { tables: ordered, loosened };
}
