import * as z from 'zod';
import { id } from './fields';

/**
 * Query of a list: `limit`, `cursor`, `sort`, `q`, and `filter[field]=a,b` or `filter[field][op]=value`. Names outside the
 * lists are refused, never ignored. The parsed form groups the filters by field.
 */
export const FILTER_OPERATORS = ['gte', 'lte', 'is'] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

/** How a field may be filtered: one of values, by id, by texts nobody can list, by range, or `is=null|present`. */
export interface FilterField {
  values?: readonly string[];
  ids?: boolean;
  texts?: z.ZodType<string, string>;
  range?: z.ZodType<string, string>;
  nullable?: boolean;
}

const one = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(schema).min(1).max(100));

/** A list's query as a caller writes it; arrays joined by commas. */
export type ListQueryInput<Filters extends Record<string, FilterField>> = {
  limit?: number | string;
  cursor?: string;
  sort?: string;
  q?: string;
} & {
  [
    Field in keyof Filters & string as Filters[Field] extends
      { values: readonly string[] } | { ids: boolean } | { texts: z.ZodType }
      ? `filter[${Field}]`
      : never
  ]?: string;
} & {
  [
    Field in keyof Filters & string as Filters[Field] extends { range: z.ZodType }
      ? `filter[${Field}][${'gte' | 'lte'}]`
      : never
  ]?: string;
} & {
  [Field in keyof Filters & string as Filters[Field] extends { nullable: boolean } ? `filter[${Field}][is]` : never]?:
    'null' | 'present';
};

export function listQuery<
  const Sorts extends readonly string[],
  const Filters extends Record<string, FilterField>,
>(options: { sorts: Sorts; defaultSort: string; filters: Filters }) {
  const sortValues = options.sorts.flatMap((field) => [field, `-${field}`]);
  const shape: Record<string, z.ZodType> = {};
  for (const [field, how] of Object.entries(options.filters)) {
    if (how.values) shape[`filter[${field}]`] = one(z.enum(how.values as [string, ...string[]])).optional();
    if (how.ids) shape[`filter[${field}]`] = one(id).optional();
    if (how.texts) shape[`filter[${field}]`] = one(how.texts).optional();
    if (how.range) {
      shape[`filter[${field}][gte]`] = how.range.optional();
      shape[`filter[${field}][lte]`] = how.range.optional();
    }
    if (how.nullable) shape[`filter[${field}][is]`] = z.enum(['null', 'present']).optional();
  }
  const schema = z
    .strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(2000).optional(),
      sort: one(z.enum(sortValues as [string, ...string[]])).default([options.defaultSort]),
      q: z.string().trim().max(200).optional(),
      ...shape,
    })
    .transform((query) => {
      const filters: Partial<
        Record<keyof Filters & string, Partial<Record<FilterOperator, string>> & { in?: string[] }>
      > = {};
      for (const [key, value] of Object.entries(query)) {
        const match = /^filter\[(\w+)\](?:\[(\w+)\])?$/.exec(key);
        if (!match || value === undefined) continue;
        const field = match[1] as keyof Filters & string;
        filters[field] = {
          ...filters[field],
          ...(match[2] ? { [match[2]]: value as string } : { in: value as string[] }),
        };
      }
      return {
        limit: query.limit,
        cursor: query.cursor,
        q: query.q || undefined,
        sort: query.sort as string[],
        filters,
      };
    });
  // The shape is built at run time, so its keys are told to the compiler here.
  return schema as unknown as z.ZodType<z.output<typeof schema>, ListQueryInput<Filters>>;
}

/** Answer of a list. `total` counts exactly up to a limit and says `{atLeast}` above it. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.union([z.number().int(), z.object({ atLeast: z.number().int() })]),
  });
}
