import { systemCaller } from '../database/caller';
import type { Database } from '../database/transaction';
import { auditHash, type HashedAuditRow } from './audit-trail';

/** `intact` with the number of entries, or the first entry that does not fit and why. */
export type AuditChainResult =
  { kind: 'intact'; entries: number } | { kind: 'broken'; sequence: string; reason: string };

const BATCH = 2000;

type StoredRow = HashedAuditRow & { previousHash: Buffer; hash: Buffer };

/**
 * Recomputes every hash of an organisation's audit chain: an entry that was edited, removed, inserted or moved shows, and
 * so does a tail that was cut, because the head names the last entry.
 */
export async function verifyAuditChain(database: Database, organisationId: number): Promise<AuditChainResult> {
  return database.transaction(systemCaller(organisationId, 'audit-verify'), { readOnly: true }, async (tx) => {
    let previous: Buffer = Buffer.alloc(32);
    let sequence = 0n;
    for (;;) {
      const rows = await tx.query<StoredRow>(
        `select sequence::text, id, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt", actor_id as "actorId",
            actor_kind as "actorKind", action, object_kind as "objectKind", object_id as "objectId", object_version as "objectVersion", parent_kind as "parentKind", parent_id as "parentId",
            changes, reason, request_id as "requestId", previous_hash as "previousHash", hash
          from audit_event where organisation_id = $1 and sequence > $2 order by audit_event.sequence limit ${BATCH}`,
        [organisationId, sequence.toString()],
      );
      for (const row of rows) {
        if (BigInt(row.sequence) !== sequence + 1n)
          return { kind: 'broken', sequence: row.sequence, reason: `entry ${sequence + 1n} is missing` };
        if (!row.previousHash.equals(previous))
          return { kind: 'broken', sequence: row.sequence, reason: 'it does not name the entry before it' };
        if (!auditHash(previous, organisationId, row).equals(row.hash))
          return { kind: 'broken', sequence: row.sequence, reason: 'its content was changed' };
        previous = row.hash;
        sequence += 1n;
      }
      if (rows.length < BATCH) break;
    }
    const [head] = await tx.query<{ sequence: string; hash: Buffer }>(
      'select sequence::text, hash from audit_head where organisation_id = $1',
      [organisationId],
    );
    if (head && (BigInt(head.sequence) !== sequence || !head.hash.equals(previous)))
      return { kind: 'broken', sequence: head.sequence, reason: 'entries at the end are missing' };
    return { kind: 'intact', entries: Number(sequence) };
  });
}
