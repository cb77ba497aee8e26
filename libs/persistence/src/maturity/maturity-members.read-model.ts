import { type Actor, indicatorDefinition, type IndicatorDefinition, type Reason, reasonsOf } from '@hoest/maturity';
import type { CalendarDate, Label } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';
import { type ListPage, listPage, type ListRequest } from '../database/list-page';
import { objectSql, type People } from './member-objects';
import { readSnapshot, type StoredSnapshot } from './maturity-snapshot.read-model';
import { inScope, type MaturityUnitScope, readMaturityScope, scopeFilter } from './maturity-scope';

export type MemberOutcome = 'hit' | 'partial' | 'miss' | 'exempt';

/** One record behind a figure. */
export interface MaturityMemberRow {
  scopeKind: string;
  objectKind: IndicatorDefinition['objectKind'];
  objectId: string;
  /** Null when the record was deleted since. */
  title: string | null;
  target: { kind: 'initiative' | 'benefit' | 'strategy'; id: string } | null;
  unitId: string;
  unitName: string | null;
  group: string | null;
  numerator: string;
  denominator: string;
  status: 'counted' | 'exempt' | 'missing';
  outcome: MemberOutcome;
  /** Why it counts as it does, and what would repair it, in the order of the rule. */
  reasons: Reason[];
  fresh: boolean | null;
  nextChangeAt: CalendarDate | null;
  /** Who can repair the first reason; null when nobody is named. */
  actor: { role: Actor; id: string | null; name: string | null } | null;
}

/** Members are not listed: they are people. */
export interface PeopleWithheld {
  kind: 'people';
  reason: Label;
}

export type MembersAnswer = { kind: 'members'; page: ListPage<MaturityMemberRow> } | PeopleWithheld;

const WITHHELD: Label = {
  da: 'Tallet handler om personer og vises kun samlet',
  en: 'The figure is about people and is shown as a whole only',
};

const OUTCOME = `case when m.status = 'exempt' then 'exempt' when m.denominator > 0 and m.numerator >= m.denominator then 'hit'
  when m.numerator > 0 then 'partial' when m.denominator = 0 and m.numerator = 0 then 'hit' else 'miss' end`;

/** A day in the past, as known at an instant; null = as known now. */
export interface PastMoment {
  asOf: CalendarDate;
  knownAt: Date | null;
}

/**
 * Records behind an indicator in a scope, by title. `filter[unitId]` limits to one unit and everything below it,
 * `filter[outcome]` to hits, partial hits, misses or exempt ones. Answers no list for an indicator about people.
 * @param past null = now; else the records of the month-end snapshot that `readMaturity` answers for the moment
 * @returns undefined when there is no such indicator, unit or snapshot
 * @throws InvalidCursor
 */
export async function listMaturityMembers(
  tx: Transaction,
  indicatorId: string,
  request: ListRequest,
  past: PastMoment | null = null,
): Promise<MembersAnswer | undefined> {
  const definition = indicatorDefinition(indicatorId);
  const scope = await readMaturityScope(tx, request.filters['unitId']?.in?.[0] ?? null);
  if (!definition || !scope) return undefined;
  if (definition.aboutPeople) return { kind: 'people', reason: WITHHELD };
  const snapshot = past && (await readSnapshot(tx, scope.unitId, { until: past.asOf, knownAt: past.knownAt }));
  if (past && !snapshot) return undefined;
  const page = await listPage<StoredMember>(tx, planOf(tx, definition, scope, snapshot ?? null), {
    ...request,
    filters: { outcome: request.filters['outcome'] },
  });
  return { kind: 'members', page: { ...page, items: page.items.map((row) => memberRow(definition, row)) } };
}

interface StoredMember extends Omit<MaturityMemberRow, 'objectKind' | 'target' | 'reasons' | 'actor'> {
  targetKind: 'initiative' | 'benefit' | 'strategy' | null;
  targetId: string | null;
  people: People;
  reason: string;
}

function planOf(
  tx: Transaction,
  definition: IndicatorDefinition,
  scope: MaturityUnitScope,
  snapshot: Pick<StoredSnapshot, 'asOf' | 'knownAt'> | null,
) {
  const object = objectSql(definition.objectKind);
  const table = snapshot ? 'maturity_snapshot_member' : 'maturity_member';
  return {
    select: `m.scope_kind as "scopeKind", m.object_id as "objectId", m.unit_id as "unitId", u.name as "unitName", m.member_group as "group",
      trim_scale(m.numerator) as numerator, trim_scale(m.denominator) as denominator, m.status, m.reason, m.fresh,
      ${snapshot ? 'null::date' : 'm.next_change_at'} as "nextChangeAt", ${OUTCOME} as outcome, ${object.columns}`,
    from: `${table} m left join unit u on u.organisation_id = m.organisation_id and u.id = m.unit_id ${object.joins}`,
    id: 'm.object_id',
    where: (bind: (value: unknown) => string) => {
      // The joins name the organisation as the first parameter.
      const organisation = bind(tx.organisationId);
      return [
        `m.organisation_id = ${organisation}`,
        `m.indicator_id = ${bind(definition.id)}`,
        inScope('m.unit_id', bind(scopeFilter(scope))),
        ...(snapshot ? [`m.as_of = ${bind(snapshot.asOf)}`, `m.known_at = ${bind(snapshot.knownAt)}`] : []),
      ];
    },
    sorts: { title: { sql: object.title, kind: 'text' as const } },
    filters: { outcome: { sql: OUTCOME, kind: 'text' as const } },
    search: [object.title],
  };
}

function memberRow(definition: IndicatorDefinition, row: StoredMember): MaturityMemberRow {
  const { targetKind, targetId, people, reason, ...member } = row;
  const reasons = reasonsOf(definition.id, reason);
  return {
    ...member,
    objectKind: definition.objectKind,
    target: targetKind && targetId ? { kind: targetKind, id: targetId } : null,
    reasons,
    actor: actorOf(reasons, people),
  };
}

/** Who can repair the first reason that anybody can repair. */
export function actorOf(reasons: readonly Reason[], people: People): MaturityMemberRow['actor'] {
  const role = reasons.find(({ actor }) => actor !== null)?.actor ?? null;
  if (!role) return null;
  const person = people[role] ?? null;
  return { role, id: person?.id ?? null, name: person?.name ?? null };
}
