import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../database/transaction';

/** One thing somebody did. */
export interface AuditEntry {
  /** Verb in the past tense: `changed`, `registered`, `signed_in`. */
  action: string;
  objectKind: string;
  objectId: string | null;
  /** The initiative, strategy or import the object belongs to, so that its history shows everything it owns. */
  parent?: { kind: string; id: string } | null;
  /** Per field: value before and after; JSON values, money as digit strings. */
  changes: Record<string, { from: unknown; to: unknown }>;
  reason?: string | null;
}

/** An entry with the version the object got by what was done; null where that is not known. */
export type VersionedAuditEntry = AuditEntry & { objectVersion: number | null };

const GENESIS = Buffer.alloc(32);

/**
 * Appends entries to the organisation's chain: each hash covers the hash before it and every field, so that an edit, a
 * deletion or a swap shows. The head row is locked last in the transaction, which keeps writers from waiting on each other.
 */
export async function appendAuditEvents(tx: Transaction, entries: readonly VersionedAuditEntry[]): Promise<void> {
  await tx.query(`insert into audit_head (organisation_id, sequence, hash) values ($1, 0, $2) on conflict do nothing`, [
    tx.organisationId,
    GENESIS,
  ]);
  const [head] = await tx.query<{ sequence: string; hash: Buffer; now: Date }>(
    `select sequence, hash, clock_timestamp() as now from audit_head where organisation_id = $1 for update`,
    [tx.organisationId],
  );
  if (!head) throw new Error('The audit chain has no head');
  let sequence = BigInt(head.sequence);
  let previous = head.hash;
  const rows: unknown[] = [];
  for (const entry of entries) {
    sequence += 1n;
    const row = {
      sequence: sequence.toString(),
      id: randomUUIDv7(),
      occurredAt: head.now.toISOString(),
      actorId: tx.caller.pseudonymId,
      actorKind: tx.caller.kind,
      action: entry.action,
      objectKind: entry.objectKind,
      objectId: entry.objectId,
      objectVersion: entry.objectVersion,
      parentKind: entry.parent?.kind ?? null,
      parentId: entry.parent?.id ?? null,
      changes: entry.changes,
      reason: entry.reason ?? null,
      requestId: tx.caller.requestId,
    };
    const hash = auditHash(previous, tx.organisationId, row);
    rows.push({ ...row, previousHash: previous.toString('hex'), hash: hash.toString('hex') });
    previous = hash;
  }
  await tx.query(
    `insert into audit_event (organisation_id, sequence, id, occurred_at, actor_id, actor_kind, action, object_kind, object_id, object_version, parent_kind, parent_id, changes, reason, request_id, previous_hash, hash)
     select $1, r.sequence, r.id, r."occurredAt", r."actorId", r."actorKind", r.action, r."objectKind", r."objectId", r."objectVersion", r."parentKind", r."parentId", r.changes, r.reason, r."requestId",
       decode(r."previousHash", 'hex'), decode(r.hash, 'hex')
     from jsonb_to_recordset($2::jsonb) as r(sequence bigint, id uuid, "occurredAt" timestamptz, "actorId" uuid, "actorKind" text, action text, "objectKind" text, "objectId" uuid, "objectVersion" int, "parentKind" text,
       "parentId" uuid, changes jsonb, reason text, "requestId" text, "previousHash" text, hash text)`,
    [tx.organisationId, JSON.stringify(rows)],
  );
  await tx.query(`update audit_head set sequence = $2, hash = $3 where organisation_id = $1`, [
    tx.organisationId,
    sequence.toString(),
    previous,
  ]);
}

/** Fields of one entry as they are hashed. */
export interface HashedAuditRow {
  sequence: string;
  id: string;
  occurredAt: string;
  actorId: string | null;
  actorKind: string;
  action: string;
  objectKind: string;
  objectId: string | null;
  objectVersion: number | null;
  parentKind: string | null;
  parentId: string | null;
  changes: unknown;
  reason: string | null;
  requestId: string;
}

/** SHA-256 over the previous hash and the length-prefixed fields, `changes` with sorted keys. */
export function auditHash(previous: Buffer, organisationId: number, row: HashedAuditRow): Buffer {
  const hash = createHash('sha256').update(previous);
  const fields = [
    String(organisationId),
    row.sequence,
    row.id,
    row.occurredAt,
    row.actorId,
    row.actorKind,
    row.action,
    row.objectKind,
    row.objectId,
    row.objectVersion === null ? null : String(row.objectVersion),
    row.parentKind,
    row.parentId,
    canonicalJson(row.changes),
    row.reason,
    row.requestId,
  ];
  for (const field of fields) {
    const bytes = field === null ? null : Buffer.from(field, 'utf8');
    hash.update(bytes === null ? 'n;' : `${bytes.length}:`);
    if (bytes) hash.update(bytes);
  }
  return hash.digest();
}

/**
 * Names of the fields of a row that changed after one version up to and including another; null when the trail does not
 * tell for every version in between.
 */
export async function changedSince(
  tx: Transaction,
  object: { kind: string; id: string },
  version: number,
  currentVersion: number,
): Promise<string[] | null> {
  const rows = await tx.query<{ objectVersion: number; fields: string[] }>(
    `select object_version as "objectVersion", array(select jsonb_object_keys(changes)) as fields from audit_event
     where organisation_id = $1 and object_kind = $2 and object_id = $3 and object_version > $4 and object_version <= $5`,
    [tx.organisationId, object.kind, object.id, version, currentVersion],
  );
  const versions = new Set(rows.map((row) => row.objectVersion));
  if (versions.size !== currentVersion - version) return null;
  return [...new Set(rows.flatMap((row) => row.fields))].sort();
}

/** JSON with object keys in order, so that the text does not depend on how the database stores it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
