import { randomBytes, randomUUID } from 'node:crypto';
import type { QueryResult } from 'pg';

interface Queryable {
  query(sql: string, parameters?: unknown[]): Promise<QueryResult>;
}

interface Column {
  name: string;
  type: string;
  required: boolean;
}

interface Reference {
  table: string;
  columns: string[];
  target: string;
  targetColumns: string[];
}

type Row = Record<string, unknown>;

/** Values that neither the type of a column nor its check tells, by name of the column, or of table and column. */
const FITTING: Record<string, unknown> = {
  'finance_actual.amount_minor': '1',
  currency: 'DKK',
  scope_kind: 'initiative',
  'baseline.planned_on': '2026-01-01',
  year: 2026,
  price_year: 2026,
  // Replaced by the rows they refer to.
  'map_link.from_benefit_id': '00000000-0000-0000-0000-000000000000',
  'map_link.to_goal_id': '00000000-0000-0000-0000-000000000000',
};

/** Every table that belongs to an organisation, in the order in which rows can be added. */
export async function tenantTables(owner: Queryable): Promise<string[]> {
  const { rows } = await owner.query(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const names = rows.map((row) => row.name as string);
  const references = await foreignKeys(owner);
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const ready = names.filter(
      (name) =>
        !ordered.includes(name) &&
        references.every(
          ({ table, target }) =>
            table !== name || target === name || ordered.includes(target) || !names.includes(target),
        ),
    );
    // Tables that need each other: take the first; the reference that does not fit yet is one that may be empty.
    ordered.push(...(ready.length > 0 ? ready : [names.find((name) => !ordered.includes(name)) ?? '']));
  }
  return ordered;
}

/** Adds one row to every table that has none of the organisation yet; returns one row of each table. */
export async function fillEveryTable(owner: Queryable, organisationId: number): Promise<Map<string, Row>> {
  const filled = new Map<string, Row>();
  const references = await foreignKeys(owner);
  const tables = await tenantTables(owner);
  // Parts of a plan version and figures of a closed period are written in the transaction of what they belong to.
  await owner.query('begin');
  for (const table of tables) {
    const { rows } = await owner.query(`select * from ${table} where organisation_id = $1 limit 1`, [organisationId]);
    const row = (rows[0] as Row | undefined) ?? (await addRow(owner, table, organisationId, references, filled));
    filled.set(table, row);
  }
  await owner.query('commit');
  return filled;
}

async function addRow(
  owner: Queryable,
  table: string,
  organisationId: number,
  references: readonly Reference[],
  filled: ReadonlyMap<string, Row>,
): Promise<Row> {
  const row: Row = { organisation_id: organisationId };
  for (const { name, type, required } of await columnsOf(owner, table)) {
    const fitting = FITTING[`${table}.${name}`] ?? (required ? FITTING[name] : undefined);
    if (name in row || (!required && fitting === undefined)) continue;
    row[name] = fitting ?? (await allowedValues(owner, table, name))[0] ?? valueOf(type);
  }
  for (const reference of references.filter((one) => one.table === table)) {
    const target = filled.get(reference.target);
    if (!target) continue;
    reference.columns.forEach((column, index) => {
      if (column !== 'organisation_id' && column in row) row[column] = target[reference.targetColumns[index] ?? ''];
    });
  }
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const { rows } = await owner.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) returning *`,
    Object.values(row),
  );
  return rows[0] as Row;
}

async function columnsOf(owner: Queryable, table: string): Promise<Column[]> {
  const { rows } = await owner.query(
    `select column_name as name, data_type as type,
       (is_nullable = 'NO' and column_default is null and is_identity = 'NO' and is_generated = 'NEVER') as required
     from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  return rows as Column[];
}

async function foreignKeys(owner: Queryable): Promise<Reference[]> {
  const { rows } = await owner.query(
    `select conrelid::regclass::text as table, confrelid::regclass::text as target,
       array(select attname::text from unnest(conkey) with ordinality k(n, o) join pg_attribute on attrelid = conrelid and attnum = k.n order by o) as columns,
       array(select attname::text from unnest(confkey) with ordinality k(n, o) join pg_attribute on attrelid = confrelid and attnum = k.n order by o) as "targetColumns"
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  return rows as Reference[];
}

/** Values that a check of the form `column in ('a', 'b')` allows; empty when there is none. */
async function allowedValues(owner: Queryable, table: string, column: string): Promise<string[]> {
  const { rows } = await owner.query(
    `select pg_get_constraintdef(oid) as rule from pg_constraint where contype = 'c' and conrelid = $1::regclass`,
    [table],
  );
  for (const { rule } of rows as { rule: string }[]) {
    if (!new RegExp(`^CHECK \\(\\(${column} = (ANY|')`).test(rule)) continue;
    return [...rule.matchAll(/'([^']*)'::text/g)].map(([, value]) => value ?? '');
  }
  return [];
}

function valueOf(type: string): unknown {
  switch (type) {
    case 'uuid':
      return randomUUID();
    case 'smallint':
    case 'integer':
    case 'bigint':
    case 'numeric':
      return 1;
    case 'boolean':
      return false;
    case 'date':
      return '2026-01-01';
    case 'timestamp with time zone':
      return '2026-01-01T00:00:00Z';
    case 'jsonb':
      return '{}';
    case 'bytea':
      return randomBytes(32);
    case 'ARRAY':
      return [];
    default:
      return 'x';
  }
}
