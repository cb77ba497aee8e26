import type { Transaction } from '../database/transaction';

/**
 * The next codes of a year, `2026-014`, in order and without gap. Locks the organisation's row until the transaction
 * ends, so that no two initiatives get the same one; take them late. Codes that came otherwise are passed over.
 * @param count how many, at least 1
 */
export async function takeInitiativeCodes(tx: Transaction, year: number, count = 1): Promise<string[]> {
  const [row] = await tx.query<{ next: number }>(
    `update organisation o set next_code = jsonb_set(o.next_code, array[$2::text], to_jsonb($3::int + greatest(
         coalesce((o.next_code ->> $2)::int, 1),
         1 + coalesce((select max(substr(i.code, 6)::int) from initiative i
           where i.organisation_id = $1 and i.code ~ ('^' || $2 || '-[0-9]{1,8}$')), 0))))
     where o.organisation_id = $1
     returning (o.next_code ->> $2)::int as next`,
    [tx.organisationId, String(year), count],
  );
  if (!row) throw new Error('The organisation of the transaction does not exist');
  return Array.from({ length: count }, (_, index) => `${year}-${String(row.next - count + index).padStart(3, '0')}`);
}
