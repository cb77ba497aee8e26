import { Buffer } from 'node:buffer';

/** What kind of value a sort or filter expression has, which decides how it is compared and what a cursor may carry. */
export type SqlKind = 'text' | 'uuid' | 'number' | 'date' | 'instant' | 'boolean';

/** PostgreSQL's name of each kind; parameters are cast to it. */
export const SQL_TYPE: Record<SqlKind, string> = {
  text: 'text',
  uuid: 'uuid',
  number: 'numeric',
  date: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
};

/** The cursor was not made for this list and order, or was altered. */
export class InvalidCursor extends Error {
  constructor() {
    super('The cursor does not belong to this list');
  }
}

/** Where a page ended: the last row's sort values as PostgreSQL writes them, and its id. */
export interface CursorPosition {
  /** The `sort` the walk was begun with; another one would skip or repeat rows. */
  sort: readonly string[];
  values: readonly (string | null)[];
  id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FORMS: Record<SqlKind, RegExp> = {
  text: /^[^\0]*$/,
  uuid: UUID,
  number: /^-?\d{1,40}(\.\d{1,40})?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  instant: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}$/,
  boolean: /^(true|false)$/,
};

/** An opaque text for the caller to send back. */
export function writeCursor(position: CursorPosition): string {
  return Buffer.from(JSON.stringify([position.sort.join(','), position.values, position.id])).toString('base64url');
}

/**
 * The position a cursor stands for.
 * @param kinds of the sort expressions, in order
 * @throws InvalidCursor
 */
export function readCursor(cursor: string, sort: readonly string[], kinds: readonly SqlKind[]): CursorPosition {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursor();
  }
  if (!Array.isArray(parsed) || parsed.length !== 3) throw new InvalidCursor();
  const [order, values, id] = parsed as unknown[];
  if (order !== sort.join(',') || !Array.isArray(values) || values.length !== kinds.length) throw new InvalidCursor();
  if (typeof id !== 'string' || !UUID.test(id)) throw new InvalidCursor();
  for (const [index, value] of (values as unknown[]).entries()) {
    const form = FORMS[kinds[index] ?? 'text'];
    if (value !== null && (typeof value !== 'string' || !form.test(value))) throw new InvalidCursor();
  }
  return { sort, values: values as (string | null)[], id };
}
