import type { Transaction } from '@hoest/persistence';

/** Today's calendar date where the organisation is, by the clock of the database. */
export async function organisationDay(tx: Transaction): Promise<string> {
  const [row] = await tx.query<{ today: string }>(
    `select (now() at time zone time_zone)::date as today from organisation where organisation_id = $1`,
    [tx.organisationId],
  );
  if (!row) throw new Error('The organisation of the transaction does not exist');
  return row.today;
}
