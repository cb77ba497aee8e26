import { type Database, systemCaller, writeMonthEndSnapshot } from '@hoest/persistence';
import { addDays, addMonths, type CalendarDate, endOfMonth, monthsBetween } from '@hoest/quantities';
import type { ClientBase } from 'pg';
import type { ClosedMonth } from '../rows/tables';
import { ClosingPeriods } from './close-periods';
import { PastState } from './past-state';

/** Months of history a newcomer finds. */
const HISTORY_MONTHS = 12;

const REQUEST = 'demo';

/**
 * Lets the maturity of the last year come about: for each month's end, oldest first, the records are put back to what they
 * said then, every scope is recomputed as the nightly run would have done, and the month's snapshot is kept. Last comes
 * today. A measurement recorded after a month's end but dated before it counts in that month already. Accounting months are closed on
 * the way.
 * @param closedMonths oldest first
 */
export async function writeMaturityHistory(
  { database, owner, app }: { database: Database; owner: ClientBase; app: ClientBase },
  organisationId: number,
  today: CalendarDate,
  closedMonths: readonly ClosedMonth[],
): Promise<void> {
  const closing = new ClosingPeriods(database, organisationId, closedMonths);
  const monthEnds = monthsBetween(addMonths(today, -HISTORY_MONTHS), addMonths(today, -1)).map(endOfMonth);
  const past = await PastState.remember(app, organisationId);
  for (const asOf of monthEnds) {
    await past.goTo(asOf);
    await recalculateAll(database, organisationId, asOf);
    await writeMonthEndSnapshot(database, organisationId, asOf, nightAfter(asOf));
    await closing.closeUntil(asOf);
  }
  await past.goTo(today);
  await past.forget();
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

/** Two in the morning by Danish winter time: when the nightly run has the day that ended. */
function nightAfter(day: CalendarDate): Date {
  return new Date(`${addDays(day, 1)}T01:00:00Z`);
}

/** History says when things changed: the night after each month's end, not the minute in which the demo was loaded. */
async function backdate(owner: ClientBase, organisationId: number, today: CalendarDate): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(`select set_config('app.organisation_id', $1, true)`, [String(organisationId)]);
    await owner.query(`alter table maturity_member_change disable trigger refuse_change`);
    await owner.query(
      `update maturity_member_change set changed_at = ((as_of + 1)::timestamp + interval '1 hour') at time zone 'UTC'
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
