import type { TokenScope } from '@hoest/organisation';
import type { Transaction } from '@hoest/persistence';

export interface AccessTokenRow {
  id: string;
  name: string;
  scopes: TokenScope[];
  expiresOn: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** The caller's own tokens that still work, newest first. */
export function ownAccessTokens(tx: Transaction): Promise<AccessTokenRow[]> {
  return tx.query<AccessTokenRow>(
    `select id, name, scopes, expires_on as "expiresOn", created_at as "createdAt", last_used_at as "lastUsedAt"
     from access_token
     where organisation_id = $1 and account_id = $2 and revoked_at is null
       and expires_on >= (now() at time zone 'Europe/Copenhagen')::date
     order by created_at desc, id`,
    [tx.organisationId, tx.caller.accountId],
  );
}
