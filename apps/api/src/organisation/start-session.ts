import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '@hoest/persistence';
import { newSecret, secretHash } from '../http/secret-token';

export interface StartedSession {
  id: string;
  /** Secret of the session cookie; stored only as a hash. */
  secret: string;
  csrfToken: string;
}

/** A new session of the caller's account, at most ten hours long. */
export async function startSession(tx: Transaction): Promise<StartedSession> {
  const started: StartedSession = { id: randomUUIDv7(), secret: newSecret(), csrfToken: newSecret() };
  await tx.query(
    `insert into session (organisation_id, id, account_id, token_hash, csrf_token, expires_at)
     values ($1, $2, $3, $4, $5, now() + interval '10 hours')`,
    [tx.organisationId, started.id, tx.caller.accountId, secretHash(started.secret), started.csrfToken],
  );
  return started;
}

/** Ends sessions of an account: all, or all but one. */
export async function endSessions(tx: Transaction, accountId: string, exceptId: string | null = null): Promise<void> {
  await tx.query(
    `delete from session where organisation_id = $1 and account_id = $2 and id is distinct from $3::uuid`,
    [tx.organisationId, accountId, exceptId],
  );
}

/** Notes, by the clock of the database, that whoever is at this session has just given the right password. */
export async function notePasswordGiven(tx: Transaction, sessionId: string): Promise<void> {
  await tx.query(`update session set password_given_at = now() where organisation_id = $1 and id = $2`, [
    tx.organisationId,
    sessionId,
  ]);
}
