import { type Database, systemCaller } from '@hoest/persistence';
import { addMonths, type CalendarDate, endOfMonth, monthsBetween } from '@hoest/quantities';
import type { ClientBase } from 'pg';

/** Months of history a newcomer finds. */
const HISTORY_MONTHS = 12;

const REQUEST = 'demo';

/**
 * Lets the maturity of the last year come about: every scope is recomputed as of each month's end, oldest first, as the
 * nightly run would have done, and last as of today. What was recorded later than a month's end but dated before it counts
 * in that month already; the story has no other knowledge of its past.
 */
export async function writeMaturityHistory(
  database: Database,
  owner: ClientBase,
  organisationId: number,
  today: CalendarDate,
): Promise<void> {
  const monthEnds = monthsBetween(addMonths(today, -HISTORY_MONTHS), addMonths(today, -1)).map(endOfMonth);
  for (const asOf of monthEnds) await recalculateAll(database, organisationId, asOf);
  await recalculateAll(database, organisationId, today);
  await backdate(owner, organisationId, today);
}

/** Recomputes every scope of the organisation as of a day. @returns member rows that changed */
export async function recalculateAll(database: Database, organisationId: number, asOf: CalendarDate): Promise<number> {
  return database.transaction(systemCaller(organisationId, REQUEST), { statementTimeoutMs: 600_000 }, async (tx) => {
    const [row] = await tx.query<{ changed: string | null }>(
      `select sum(recalculate_scope(w.organisation_id, w.scope_kind, w.scope_id, $2::date)) as changed
       from (select * from maturity_wanted where organisation_id = $1 order by scope_kind, scope_id) w`,
      [organisationId, asOf],
    );
    return Number(row?.changed ?? 0);
  });
}

/** History says when things changed: the night after each month's end, not the minute in which the demo was loaded. */
async function backdate(owner: ClientBase, organisationId: number, today: CalendarDate): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(`select set_config('app.organisation_id', $1, true)`, [String(organisationId)]);
    await owner.query(`alter table maturity_member_change disable trigger refuse_change`);
    await owner.query(
      `update maturity_member_change set changed_at = ((as_of + 1)::timestamp + interval '2 hours') at time zone 'Europe/Copenhagen'
       where organisation_id = $1 and as_of < $2`,
      [organisationId, today],
    );
    await owner.query(`alter table maturity_member_change enable trigger refuse_change`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
