/**
 * The fields of a change that differ from the row as it stands. A field that is left out stays; a change that says what
 * is already so is none, and leaves neither a version nor a line in the history.
 */
export function changedFields<Row extends object>(row: Row, change: Partial<Row>): Partial<Row> {
  const entries = Object.entries(change).filter(
    ([name, value]) => value !== undefined && !same(row[name as keyof Row], value),
  );
  return Object.fromEntries(entries) as Partial<Row>;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}
