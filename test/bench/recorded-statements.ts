import pg from 'pg';

/** A statement as the api sent it. */
export interface Statement {
  text: string;
  values: unknown[];
}

const FRAME = /^\s*(begin|start transaction|commit|rollback|select set_config|set )/i;

/**
 * Runs `work` and notes the statements that go to PostgreSQL meanwhile, without those that only open and close a
 * transaction: replayed on a bare connection they are the yardstick of what a call costs beyond its SQL.
 */
export async function recordStatements(
  work: () => Promise<unknown>,
  keep: (text: string) => boolean,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...call: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function record(this: unknown, ...call: unknown[]) {
    const [first, second] = call;
    const text = typeof first === 'string' ? first : String((first as { text?: string } | null)?.text ?? '');
    const values = Array.isArray(second) ? second : ((first as { values?: unknown[] } | null)?.values ?? []);
    if (text && !FRAME.test(text) && keep(text)) statements.push({ text, values });
    return original.apply(this, call);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return statements;
}

/** Sends the statements one after the other as named, prepared statements. */
export function replay(client: InstanceType<typeof pg.Client>, statements: readonly Statement[]): () => Promise<void> {
  return async () => {
    for (const [index, { text, values }] of statements.entries()) {
      await client.query({ name: `yardstick-${index}-${text.length}`, text, values: values as never[] });
    }
  };
}
