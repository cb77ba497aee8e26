import { type CursorPosition, readCursor, SQL_TYPE, type SqlKind, writeCursor } from './list-cursor';
import type { Transaction } from './transaction';

/** Adds a value to the statement and returns its placeholder, `$3`. The only way values get into list SQL. */
export type Bind = (value: unknown) => string;

export interface SqlExpression {
  /** SQL over the plan's tables, written by us. */
  sql: string;
  kind: SqlKind;
  /** Whether it is never null: then an index in its order can serve the list. */
  required?: boolean;
}

/** One parsed filter of a list query. */
export interface FilterValue {
  in?: readonly string[];
  gte?: string;
  lte?: string;
  is?: string;
}

/** How a field is filtered: by an expression that is compared, or by SQL of its own (a subtree, a related row). */
export type FilterSql = SqlExpression | ((filter: FilterValue, bind: Bind) => string);

/** A list of rows as SQL. Field names come from the contract, expressions from us; nothing of a request is spliced in. */
export interface ListPlan {
  /** `i.id, i.title, …` with quoted aliases for camel case. */
  select: string;
  /** `initiative i left join person p on …` */
  from: string;
  /** UUID that is unique in the list: breaks ties, so that every row has one place. */
  id: string;
  /** Conditions besides row-level security; name the organisation here. */
  where?: (bind: Bind) => string[];
  sorts: Record<string, SqlExpression>;
  filters?: Record<string, FilterSql>;
  /** Text expressions that `q` looks in; give each a trigram index. */
  search?: readonly string[];
}

/** The parsed form of `listQuery` of the contracts. */
export interface ListRequest {
  limit: number;
  cursor?: string | undefined;
  q?: string | undefined;
  /** Field names, `-` in front for descending. */
  sort: readonly string[];
  filters: Record<string, FilterValue | undefined>;
}

export interface ListPage<Row> {
  items: Row[];
  nextCursor: string | null;
  /** Exact up to `COUNT_LIMIT`. */
  total: number | { atLeast: number };
}

/** Up to how many rows a list is counted; counting all of a large one would cost more than showing it. */
export const COUNT_LIMIT = 1000;

/**
 * One page of a list: keyset paging, so that the thousandth page costs what the first does and rows that come or go
 * meanwhile neither repeat nor hide others. Empty values come last in both directions; texts sort the Danish way.
 * @throws InvalidCursor
 */
export async function listPage<Row extends object>(
  tx: Transaction,
  plan: ListPlan,
  request: ListRequest,
): Promise<ListPage<Row>> {
  const order = orderOf(plan, request.sort);
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const base = listWhere(plan, request, bind);
  const counted = [...parameters];

  const paging = request.cursor
    ? ` and ${afterCursor(
        plan,
        order,
        readCursor(
          request.cursor,
          request.sort,
          order.map((field) => field.kind),
        ),
        bind,
      )}`
    : '';
  const values = order.map((field, index) => `(${field.sql})::text as sort_${index}`);
  const rows = await tx.query<Record<string, unknown>>(
    `select ${[plan.select, ...values, `${plan.id}::text as sort_id`].join(', ')} from ${plan.from} where ${base}${paging}
     order by ${[...order.map(orderSql), plan.id].join(', ')} limit ${bind(request.limit + 1)}`,
    parameters,
  );
  const more = rows.length > request.limit;
  const items = more ? rows.slice(0, request.limit) : rows;
  const last = items.at(-1);
  const nextCursor =
    more && last
      ? writeCursor({
          sort: request.sort,
          values: order.map((_, index) => last[`sort_${index}`] as string | null),
          id: last['sort_id'] as string,
        })
      : null;
  return {
    items: items.map((row) => withoutSortValues<Row>(row, order.length)),
    nextCursor,
    total: await countRows(tx, plan, base, counted),
  };
}

/** The condition that picks a list's rows, without paging: for sums over everything the filter finds. */
export function listWhere(plan: ListPlan, request: Pick<ListRequest, 'filters' | 'q'>, bind: Bind): string {
  const conditions = [...(plan.where?.(bind) ?? []), ...filterConditions(plan, request, bind)];
  return conditions.length > 0 ? conditions.map((part) => `(${part})`).join(' and ') : 'true';
}

interface OrderField extends SqlExpression {
  descending: boolean;
}

function orderOf(plan: ListPlan, sort: readonly string[]): OrderField[] {
  return sort.map((name) => {
    const descending = name.startsWith('-');
    const field = descending ? name.slice(1) : name;
    const expression = Object.hasOwn(plan.sorts, field) ? plan.sorts[field] : undefined;
    if (!expression) throw new Error(`The list has no sort field ${field}`);
    return { ...expression, descending };
  });
}

/** Danish alphabetical order: aa = å, after z. */
const collated = (field: SqlExpression) =>
  field.kind === 'text' ? `(${field.sql}) collate "da-x-icu"` : `(${field.sql})`;

// On a column that is never null, "nulls last" would only keep a descending index from being used.
const orderSql = (field: OrderField) =>
  `${collated(field)} ${field.descending ? 'desc' : 'asc'}${field.required ? '' : ' nulls last'}`;

/**
 * "Comes after the cursor" as one condition: equal in the first k fields and after in the next, for each k, the id last.
 * A row comparison `(a, b) > (x, y)` would be shorter, but knows neither mixed directions nor empty values.
 */
function afterCursor(plan: ListPlan, order: readonly OrderField[], position: CursorPosition, bind: Bind): string {
  const equal: string[] = [];
  const cases: string[] = [];
  for (const [index, field] of order.entries()) {
    const value = position.values[index] ?? null;
    const column = collated(field);
    if (value === null) {
      equal.push(`${column} is null`);
      continue;
    }
    const placeholder = `${bind(value)}::${SQL_TYPE[field.kind]}`;
    const beyond = `${column} ${field.descending ? '<' : '>'} ${placeholder}`;
    const after = field.required ? beyond : `(${beyond} or ${column} is null)`;
    cases.push([...equal, after].join(' and '));
    equal.push(`${column} = ${placeholder}`);
  }
  cases.push([...equal, `${plan.id} > ${bind(position.id)}::uuid`].join(' and '));
  return `(${cases.map((one) => `(${one})`).join(' or ')})`;
}

function filterConditions(plan: ListPlan, request: Pick<ListRequest, 'filters' | 'q'>, bind: Bind): string[] {
  const conditions: string[] = [];
  for (const [name, filter] of Object.entries(request.filters)) {
    if (!filter) continue;
    const how = plan.filters && Object.hasOwn(plan.filters, name) ? plan.filters[name] : undefined;
    if (!how) throw new Error(`The list has no filter ${name}`);
    conditions.push(...(typeof how === 'function' ? [how(filter, bind)] : comparisons(how, filter, bind)));
  }
  for (const word of request.q?.split(/\s+/).filter(Boolean) ?? []) {
    const pattern = bind(`%${escapeLike(word)}%`);
    if (plan.search?.length) conditions.push(plan.search.map((sql) => `(${sql}) ilike ${pattern}`).join(' or '));
  }
  return conditions;
}

function comparisons({ sql, kind }: SqlExpression, filter: FilterValue, bind: Bind): string[] {
  const type = SQL_TYPE[kind];
  const conditions: string[] = [];
  if (filter.in) conditions.push(`(${sql}) = any(${bind([...filter.in])}::${type}[])`);
  if (filter.gte !== undefined) conditions.push(`(${sql}) >= ${bind(filter.gte)}::${type}`);
  if (filter.lte !== undefined) conditions.push(`(${sql}) <= ${bind(filter.lte)}::${type}`);
  if (filter.is !== undefined) conditions.push(`(${sql}) is ${filter.is === 'null' ? 'null' : 'not null'}`);
  return conditions;
}

/** A user's text as a literal part of a LIKE pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

async function countRows(
  tx: Transaction,
  plan: ListPlan,
  base: string,
  parameters: readonly unknown[],
): Promise<ListPage<object>['total']> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select 1 from ${plan.from} where ${base} limit ${COUNT_LIMIT + 1}) counted`,
    parameters,
  );
  const count = row?.count ?? 0;
  return count > COUNT_LIMIT ? { atLeast: COUNT_LIMIT } : count;
}

function withoutSortValues<Row extends object>(row: Record<string, unknown>, count: number): Row {
  const item = { ...row };
  delete item['sort_id'];
  for (let index = 0; index < count; index++) delete item[`sort_${index}`];
  return item as Row;
}
