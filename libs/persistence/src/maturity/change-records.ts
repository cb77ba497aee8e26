import { indicatorDefinition, type ObjectKind, type Reason, reasonsOf } from '@hoest/maturity';
import type { Transaction } from '../database/transaction';
import type { ChangedMember } from './changed-members';
import { objectSql } from './member-objects';

/**
 * What made a record count otherwise: somebody edited it, it came in or left by somebody's doing, time alone passed, the record
 * was recomputed after a fault, or the definition changed.
 */
export const CHANGE_CAUSES = ['edited', 'entered', 'left', 'time', 'correction', 'definition'] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** One record, or all people together, with what it contributed. */
export interface ChangeRecord {
  indicatorId: string;
  /** Null for people, who are told together per cause. */
  objectId: string | null;
  cause: ChangeCause;
  /** In units of the value; null when there was no value on one of the days. */
  contribution: number | null;
  /** Null when the record was deleted since, and for people. */
  title: string | null;
  target: { kind: 'initiative' | 'benefit' | 'strategy'; id: string } | null;
  changedAt: Date | null;
  /** Who wrote; null when time or the product did. */
  personName: string | null;
  /** Why it counted as it did, and does; null = it was, or is, no member. Empty for people. */
  before: Reason[] | null;
  after: Reason[] | null;
}

export interface UnnamedRecord {
  changed: ChangedMember;
  contribution: number | null;
}

/** Adds titles, pages and persons; people are added up per cause. Largest contributions first. */
export async function nameRecords(tx: Transaction, records: readonly UnnamedRecord[]): Promise<ChangeRecord[]> {
  const about = ({ changed }: UnnamedRecord) => indicatorDefinition(changed.indicatorId);
  const named = records.filter((record) => !about(record)?.aboutPeople);
  const titles = await readTitles(
    tx,
    named.flatMap((record) => {
      const kind = about(record)?.objectKind;
      return kind ? [{ kind, id: record.changed.objectId }] : [];
    }),
  );
  const names = await readNames(
    tx,
    named.flatMap(({ changed }) => changed.changedBy ?? []),
  );
  const told = named.map(({ changed, contribution }): ChangeRecord => {
    const object = titles.get(changed.objectId);
    return {
      indicatorId: changed.indicatorId,
      objectId: changed.objectId,
      cause: causeOf(changed),
      contribution,
      title: object?.title ?? null,
      target: object?.target ?? null,
      changedAt: changed.changedAt,
      personName: names.get(changed.changedBy ?? '') ?? null,
      before: changed.before && reasonsOf(changed.indicatorId, changed.before.reason),
      after: changed.after && reasonsOf(changed.indicatorId, changed.after.reason),
    };
  });
  const size = ({ contribution }: ChangeRecord) => Math.abs(contribution ?? 0);
  return [...told, ...together(records.filter((record) => about(record)?.aboutPeople))].sort(
    (a, b) => size(b) - size(a),
  );
}

function causeOf({ cause, before, after }: ChangedMember): ChangeCause {
  if (cause === 'time' || cause === 'definition') return cause;
  if (cause === 'rebuild') return 'correction';
  return before === null ? 'entered' : after === null ? 'left' : 'edited';
}

function together(people: readonly UnnamedRecord[]): ChangeRecord[] {
  const groups = Map.groupBy(people, ({ changed }) => `${changed.indicatorId} ${causeOf(changed)}`);
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const known = group.every(({ contribution }) => contribution !== null);
    return {
      indicatorId: first.changed.indicatorId,
      objectId: null,
      cause: causeOf(first.changed),
      contribution: known ? group.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0) : null,
      title: null,
      target: null,
      changedAt: null,
      personName: null,
      before: [],
      after: [],
    };
  });
}

type Titled = Pick<ChangeRecord, 'title' | 'target'>;

async function readTitles(
  tx: Transaction,
  objects: readonly { kind: ObjectKind; id: string }[],
): Promise<Map<string, Titled>> {
  const titles = new Map<string, Titled>();
  for (const [kind, group] of Map.groupBy(objects, (object) => object.kind)) {
    const { joins, columns } = objectSql(kind);
    const rows = await tx.query<{
      objectId: string;
      title: string | null;
      targetKind: 'initiative' | 'benefit' | 'strategy' | null;
      targetId: string | null;
    }>(
      `select m.object_id as "objectId", ${columns} from unnest($2::uuid[]) m(object_id) ${joins}
       where $1::int is not null`,
      [tx.organisationId, group.map(({ id }) => id)],
    );
    for (const { objectId, title, targetKind, targetId } of rows) {
      titles.set(objectId, { title, target: targetKind && targetId ? { kind: targetKind, id: targetId } : null });
    }
  }
  return titles;
}

async function readNames(tx: Transaction, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from person where organisation_id = $1 and id = any($2::uuid[])`,
    [tx.organisationId, [...new Set(personIds)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
