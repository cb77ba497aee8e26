import type { Transaction } from '@hoest/persistence';

/** The currency the organisation counts in unless something says otherwise. */
export async function organisationCurrency(tx: Transaction): Promise<string> {
  const [row] = await tx.query<{ currency: string }>(`select currency from organisation where organisation_id = $1`, [
    tx.organisationId,
  ]);
  if (!row) throw new Error('The organisation of the transaction does not exist');
  return row.currency;
}
