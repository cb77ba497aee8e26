import type { AccessGrant } from '@hoest/organisation';
import type { Caller } from '../database/caller';
import type { Transaction } from '../database/transaction';

/**
 * The person a job acts for, with the rights they have now, not those they had when they asked (reliability rules, S4).
 * @returns null when the person or their account is no longer active.
 */
export async function callerOfPerson(tx: Transaction, personId: string, requestId: string): Promise<Caller | null> {
  const [row] = await tx.query<{ account_id: string; pseudonym_id: string; grants: AccessGrant[] }>(
    `select a.id as account_id, p.pseudonym_id,
        coalesce((select jsonb_agg(jsonb_build_object('role', g.access_role, 'unitId', g.unit_id)) from access_grant g
          where g.organisation_id = a.organisation_id and g.account_id = a.id), '[]') as grants
      from account a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
      where a.organisation_id = $1 and a.person_id = $2 and a.active and p.active`,
    [tx.organisationId, personId],
  );
  if (!row) return null;
  return {
    organisationId: tx.organisationId,
    kind: 'job',
    accountId: row.account_id,
    personId,
    pseudonymId: row.pseudonym_id,
    grants: row.grants,
    tokenScopes: null,
    requestId,
  };
}
