import { DEFINITION_VERSION } from '@hoest/maturity';
import type { CalendarDate } from '@hoest/quantities';
import { randomUUID } from 'node:crypto';
import { systemCaller } from '../database/caller';
import type { Database, Transaction } from '../database/transaction';
import { readLateFacts } from './late-facts';
import { type ChildUnit, figuresOf } from './maturity-figures';
import { type GroupedSums, SUMS } from './member-sums';

/** Any number; two that write snapshots of one organisation at once take turns. */
const SNAPSHOT_LOCK = 7_004_115;
const TIME_LIMIT_MS = 600_000;

export interface MonthEndSnapshot {
  /** Whether a revision was written; false when nothing is known that was not known before. */
  written: boolean;
  /** When the revision that now holds was written. */
  knownAt: Date;
}

/**
 * Stores the members of every scope as they are on a day, and the figures of every unit, for ever. Computed for exactly that
 * day from the source rows as known now, so it may run hours into the next one. A second run writes nothing, unless dated facts
 * for the day were recorded since, or the definitions changed: then it writes a new revision with its own `knownAt`, and the
 * old one stays. Late facts change only what they speak about; everything else is taken from the revision before, because
 * what carries no date (a phase, an owner) is known for today only.
 * @param knownAt when it counts as known; only for generated history, default now
 */
export async function writeMonthEndSnapshot(
  database: Database,
  organisationId: number,
  asOf: CalendarDate,
  knownAt: Date | null = null,
): Promise<MonthEndSnapshot> {
  const caller = systemCaller(organisationId, 'month-end');
  return database.transaction(caller, { statementTimeoutMs: TIME_LIMIT_MS }, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1, $2)', [SNAPSHOT_LOCK, organisationId]);
    const latest = await latestRevision(tx, asOf);
    const revision = knownAt ?? (await now(tx));
    if (!latest || latest.definitionVersion !== DEFINITION_VERSION) {
      await writeMembers(tx, asOf, revision);
    } else if ((await writeLateMembers(tx, asOf, revision, latest.knownAt)) === 0) {
      return { written: false, knownAt: latest.knownAt };
    }
    await writeFigures(tx, asOf, revision);
    return { written: true, knownAt: revision };
  });
}

/** Whole milliseconds, as code and contract carry them: else a revision asked for by its own time would not be found. */
async function now(tx: Transaction): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>(`select date_trunc('milliseconds', clock_timestamp()) as now`);
  if (!row) throw new Error('The database does not say what time it is');
  return row.now;
}

async function latestRevision(tx: Transaction, asOf: CalendarDate) {
  const [latest] = await tx.query<{ knownAt: Date; definitionVersion: string }>(
    `select known_at as "knownAt", definition_version as "definitionVersion" from maturity_snapshot
     where organisation_id = $1 and as_of = $2 and kind = 'month_end' order by known_at desc limit 1`,
    [tx.organisationId, asOf],
  );
  return latest;
}

const MEMBER =
  'scope_kind, scope_id, indicator_id, object_id, unit_id, member_group, numerator, denominator, status, reason, fresh';

const COMPUTED = `
  select c.scope_kind, c.scope_id, (c.member).indicator_id, (c.member).object_id, (c.member).unit_id, (c.member).member_group,
    (c.member).numerator, (c.member).denominator, (c.member).status, (c.member).reason, (c.member).fresh
  from maturity_members_at($1, $2) c`;

async function writeMembers(tx: Transaction, asOf: CalendarDate, knownAt: Date): Promise<void> {
  await tx.query(
    `insert into maturity_snapshot_member (organisation_id, as_of, known_at, ${MEMBER}) select $1, $2, $3, ${MEMBER} from (${COMPUTED}) c`,
    [tx.organisationId, asOf, knownAt],
  );
}

/** Writes a revision in which what late facts speak about is computed anew. @returns members written; 0 = it would repeat the latest */
async function writeLateMembers(tx: Transaction, asOf: CalendarDate, knownAt: Date, latest: Date): Promise<number> {
  const late = await readLateFacts(tx, asOf, latest);
  if (late.length === 0) return 0;
  const [row] = await tx.query<{ count: number }>(
    `with late as materialized (
       select l."scopeKind" as scope_kind, l."scopeId" as scope_id, l."indicatorId" as indicator_id
       from jsonb_to_recordset($5::jsonb) as l("scopeKind" text, "scopeId" uuid, "indicatorId" text)
     ), known as materialized (
       select ${MEMBER} from maturity_snapshot_member where organisation_id = $1 and as_of = $2 and known_at = $4
     ), revised as materialized (
       select ${MEMBER} from known where (scope_kind, scope_id, indicator_id) not in (select l.scope_kind, l.scope_id, l.indicator_id from late l)
       union all
       select ${MEMBER} from (${COMPUTED}) c where (scope_kind, scope_id, indicator_id) in (select l.scope_kind, l.scope_id, l.indicator_id from late l)
     ), news as (
       select exists (select ${MEMBER} from revised except select ${MEMBER} from known)
         or exists (select ${MEMBER} from known except select ${MEMBER} from revised) as any
     ), written as (
       insert into maturity_snapshot_member (organisation_id, as_of, known_at, ${MEMBER})
         select $1, $2, $3, ${MEMBER} from revised where (select n.any from news n) returning 1
     ) select greatest(count(*)::int, case when (select n.any from news n) then 1 else 0 end) as count from written`,
    [tx.organisationId, asOf, knownAt, latest, JSON.stringify(late)],
  );
  return row?.count ?? 0;
}

interface UnitRow extends ChildUnit {
  parentId: string | null;
  whole: boolean;
}

/** Figures of every unit from the members of the revision. */
async function writeFigures(tx: Transaction, asOf: CalendarDate, knownAt: Date): Promise<void> {
  const units = await readUnits(tx, asOf);
  const sums = await readSums(tx, asOf, knownAt);
  const children = Map.groupBy(units, ({ parentId }) => parentId);
  const of = Map.groupBy(sums, ({ scopeId }) => scopeId);
  const rows = units.map((unit) => ({
    id: randomUUID(),
    unitId: unit.unitId,
    scores: figuresOf(
      of.get(unit.whole ? null : unit.unitId) ?? [],
      (children.get(unit.unitId) ?? []).map(({ unitId, unitName, initiatives }) => ({ unitId, unitName, initiatives })),
      unit.whole,
    ),
  }));
  await tx.query(
    `insert into maturity_snapshot (organisation_id, id, unit_id, as_of, known_at, definition_version, kind, scores)
     select $1, r.id, r."unitId", $2, $3, $4, 'month_end', r.scores
     from jsonb_to_recordset($5::jsonb) as r(id uuid, "unitId" uuid, scores jsonb)`,
    [tx.organisationId, asOf, knownAt, DEFINITION_VERSION, JSON.stringify(rows)],
  );
}

/** Units that exist on the day, by code, with the initiatives in and below them as they stand now. */
function readUnits(tx: Transaction, asOf: CalendarDate): Promise<UnitRow[]> {
  return tx.query<UnitRow>(
    `with root as (select u.id from unit u where u.organisation_id = $1 and u.parent_id is null order by u.level, u.code collate "C", u.id limit 1)
     select u.id as "unitId", u.name as "unitName", u.parent_id as "parentId", u.id = r.id as whole,
       (select count(*)::int from initiative i join unit x on x.organisation_id = i.organisation_id and x.id = i.unit_id
         where i.organisation_id = $1 and x.ancestor_ids @> array[u.id] and i.phase not in ('closed', 'stopped', 'rejected')) as initiatives
     from unit u cross join root r
     where u.organisation_id = $1 and u.valid_from <= $2 and (u.valid_to is null or u.valid_to > $2) order by u.code, u.id`,
    [tx.organisationId, asOf],
  );
}

/** As `readMemberSums`, for every unit at once; scopeId null = the whole organisation. */
function readSums(
  tx: Transaction,
  asOf: CalendarDate,
  knownAt: Date,
): Promise<(GroupedSums & { scopeId: string | null })[]> {
  return tx.query(
    `select m.scope as "scopeId", m.indicator_id as "indicatorId", m.child as "unitId", m.member_group as "group", ${SUMS}
     from (select x.*, a.id as scope, u.ancestor_ids[a.place::int + 1] as child
       from maturity_snapshot_member x left join unit u on u.organisation_id = x.organisation_id and u.id = x.unit_id
         cross join lateral (
           select t.id, t.place from unnest(u.ancestor_ids) with ordinality t(id, place)
           union all select null, 1) a
       where x.organisation_id = $1 and x.as_of = $2 and x.known_at = $3) m
     group by grouping sets ((m.scope, m.indicator_id), (m.scope, m.indicator_id, m.child), (m.scope, m.indicator_id, m.member_group))
     having grouping(m.child, m.member_group) = 3 or (grouping(m.child) = 0 and m.child is not null) or (grouping(m.member_group) = 0 and m.member_group is not null)`,
    [tx.organisationId, asOf, knownAt],
  );
}
