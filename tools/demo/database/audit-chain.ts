import { auditHash, type HashedAuditRow } from '@hoest/persistence';
import type { ClientBase } from 'pg';
import type { AuditHistoryEntry } from '../rows/audit-history';
import type { Cell } from '../rows/tables';
import type { WriteRows } from './copy-rows';

const COLUMNS = [
  'organisation_id',
  'sequence',
  'id',
  'occurred_at',
  'actor_id',
  'actor_kind',
  'action',
  'object_kind',
  'object_id',
  'object_version',
  'parent_kind',
  'parent_id',
  'changes',
  'reason',
  'request_id',
  'previous_hash',
  'hash',
] as const;

const REQUEST = 'demo';
const bytes = (hash: Buffer) => `\\x${hash.toString('hex')}`;

/** Writes the history of an organisation as an unbroken chain from its first entry. */
export async function writeAuditChain(
  client: ClientBase,
  writeRows: WriteRows,
  organisationId: number,
  history: readonly AuditHistoryEntry[],
): Promise<void> {
  let hash: Buffer = Buffer.alloc(32);
  const rows = history.map((entry, index): Cell[] => {
    const previous = hash;
    const row = rowOf(entry, index + 1);
    hash = auditHash(previous, organisationId, row);
    return [
      organisationId,
      row.sequence,
      row.id,
      row.occurredAt,
      row.actorId,
      row.actorKind,
      row.action,
      row.objectKind,
      row.objectId,
      row.objectVersion,
      row.parentKind,
      row.parentId,
      JSON.stringify(row.changes),
      row.reason,
      row.requestId,
      bytes(previous),
      bytes(hash),
    ];
  });
  await writeRows(client, 'audit_event', COLUMNS, rows);
  await client.query(`insert into audit_head (organisation_id, sequence, hash) values ($1, $2, $3)`, [
    organisationId,
    history.length,
    hash,
  ]);
}

function rowOf(entry: AuditHistoryEntry, sequence: number): HashedAuditRow {
  return {
    sequence: String(sequence),
    id: entryId(entry, sequence),
    occurredAt: entry.occurredAt,
    actorId: entry.actorId,
    actorKind: entry.actorId ? 'person' : 'system',
    action: entry.action,
    objectKind: entry.objectKind,
    objectId: entry.objectId,
    objectVersion: null,
    parentKind: entry.parentKind,
    parentId: entry.parentId,
    changes: entry.changes,
    reason: null,
    requestId: REQUEST,
  };
}

/** Entries are counted, so their ids are too: the object's id (the actor's where there is no object) with the number in place of its last digits. */
function entryId(entry: AuditHistoryEntry, sequence: number): string {
  return `${(entry.objectId ?? entry.actorId ?? '').slice(0, -6)}${sequence.toString(16).padStart(6, '0')}`;
}
