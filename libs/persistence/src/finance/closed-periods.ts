import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';

/** Key of the advisory lock that a closing takes alone, per organisation; the migration that makes the periods has it, too. */
const CALENDAR_LOCK = 7_004_120;

/** Latest closed month of the accounts; null when none is closed. Periods are closed one after the other. */
export async function lastClosedMonth(tx: Transaction): Promise<CalendarDate | null> {
  const [row] = await tx.query<{ month: CalendarDate | null }>(
    `select max(p.month) as month from finance_period p where p.organisation_id = $1`,
    [tx.organisationId],
  );
  return row?.month ?? null;
}

/** The same; and none is closed before the caller's transaction ends, so that what is decided by the answer still holds when it is written. */
export async function holdPeriods(tx: Transaction): Promise<CalendarDate | null> {
  await tx.query(`select pg_advisory_xact_lock_shared($1, $2)`, [CALENDAR_LOCK, tx.organisationId]);
  return lastClosedMonth(tx);
}

/** Months of the lines of actuals an import wrote or took away, in order. */
export async function monthsOfChanges(tx: Transaction, importId: string): Promise<CalendarDate[]> {
  const rows = await tx.query<{ month: CalendarDate }>(
    `select distinct coalesce(c.after, c.before) ->> 'month' as month from import_change c
      where c.organisation_id = $1 and c.import_id = $2 and c.table_name = 'finance_actual' order by 1`,
    [tx.organisationId, importId],
  );
  return rows.map(({ month }) => month);
}
