import { createHash } from 'node:crypto';
import type { Route } from '@hoest/contracts';
import { canonicalJson, type Transaction } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import type { FastifyRequest } from 'fastify';
import type { Identity } from './identity';

/** The answer a key stands for. */
export interface StoredAnswer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

export interface IdempotencyKey {
  key: string;
  /** What the call says; the same key with another fingerprint is a mistake of the caller. */
  fingerprint: string;
}

/** Stands in place of the headers of an answer that is not kept. */
const SHOWN_ONCE = 'shown-once';
const KEY_FORM = /^[\x21-\x7e]{8,200}$/;

/**
 * The key of a call, or null where none applies. Browsers must send one with each POST, programs may. Uploads and
 * sign-in have none: the former are found again by the hash of the file, the latter must not be repeatable.
 * @throws ProblemError `key_required`, `invalid`
 */
export function idempotencyKeyOf(
  route: Route,
  request: FastifyRequest,
  identity: Identity | null,
): IdempotencyKey | null {
  if (route.method !== 'POST' || route.multipart || route.ownTransactions || !identity) return null;
  const header = request.headers['idempotency-key'];
  if (header === undefined) {
    if (identity.by === 'session') throw new ProblemError('key_required');
    return null;
  }
  if (typeof header !== 'string' || !KEY_FORM.test(header)) {
    throw new ProblemError('invalid', {
      faults: [
        {
          pointer: '/headers/idempotency-key',
          code: 'invalid_format',
          detail: { da: 'Brug 8–200 synlige tegn, helst en UUID.', en: 'Use 8–200 visible characters, best a UUID.' },
        },
      ],
    });
  }
  const said = [route.method, request.raw.url ?? '', canonicalJson(withoutPassword(request.body))].join('\n');
  return { key: header, fingerprint: createHash('sha256').update(said).digest('hex') };
}

/** A quick hash must never be made of a password: whoever got hold of it could guess millions a second. */
function withoutPassword(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'password' in body ? { ...body, password: null } : body;
}

/**
 * The answer given to this key before, or null when the call is new. From here on the key belongs to this transaction.
 * @throws ProblemError `in_progress`, `key_reused`, `conflict` when the answer was a secret shown once
 */
export async function answerGiven(tx: Transaction, { key, fingerprint }: IdempotencyKey): Promise<StoredAnswer | null> {
  const { accountId } = tx.caller;
  const [lock] = await tx.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended($1, 7004)) as free`,
    [`${tx.organisationId} ${accountId} ${key}`],
  );
  if (!lock?.free) throw new ProblemError('in_progress');
  // A statement of its own, so that it sees what the holder of the lock before us committed.
  const [row] = await tx.query<{
    request_hash: string;
    status: number;
    response: unknown;
    headers: Record<string, string>;
  }>(
    `select request_hash, status, response, headers from idempotency_key
     where organisation_id = $1 and account_id = $2 and key = $3 and created_at > now() - interval '48 hours'`,
    [tx.organisationId, accountId, key],
  );
  if (!row) return null;
  if (row.request_hash !== fingerprint) throw new ProblemError('key_reused');
  if (SHOWN_ONCE in row.headers) {
    throw new ProblemError('conflict', {
      detail: {
        da: 'Kaldet er udført, og svaret vises kun én gang. Er det gået tabt, så tilbagekald og begynd forfra.',
        en: 'The call was done, and its answer is shown only once. If it was lost, revoke it and start again.',
      },
    });
  }
  return { status: row.status, body: row.response ?? undefined, headers: row.headers };
}

/** Keeps the answer beside the change it tells of, in the same transaction; a key older than 48 hours starts anew. */
export async function keepAnswer(
  tx: Transaction,
  { key, fingerprint }: IdempotencyKey,
  answer: StoredAnswer,
  shownOnce: boolean,
): Promise<void> {
  await tx.query(
    `insert into idempotency_key (organisation_id, account_id, key, request_hash, status, response, headers)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb)
     on conflict (organisation_id, account_id, key) do update
       set request_hash = excluded.request_hash, status = excluded.status, response = excluded.response,
         headers = excluded.headers, created_at = now()`,
    [
      tx.organisationId,
      tx.caller.accountId,
      key,
      fingerprint,
      answer.status,
      answer.body === undefined || shownOnce ? null : JSON.stringify(answer.body),
      JSON.stringify(shownOnce ? { [SHOWN_ONCE]: 'true' } : answer.headers),
    ],
  );
}
