/** A row's values as JSON: money and other bigint as strings of digits. */
function asJson(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  return value ?? null;
}

/**
 * Before and after of every field that differs; `before` null = the row is new, `after` null = the row is gone.
 * Version and time stamps are left out: they change with every write and say nothing.
 */
export function fieldChanges(
  before: object | null,
  after: object | null,
  fields?: readonly string[],
): Record<string, { from: unknown; to: unknown }> {
  const left = (before ?? {}) as Record<string, unknown>;
  const right = (after ?? {}) as Record<string, unknown>;
  const names =
    fields ?? [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((name) => !UNTOLD.has(name));
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const name of names) {
    const from = asJson(left[name]);
    const to = asJson(right[name]);
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[name] = { from, to };
  }
  return changes;
}

const UNTOLD = new Set([
  'organisationId',
  'id',
  'version',
  'createdAt',
  'updatedAt',
  'content',
  'passwordHash',
  'tokenHash',
]);
