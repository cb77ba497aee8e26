import { lastClosedMonth, type Transaction } from '@hoest/persistence';
import { addDays, addMonths, startOfMonth } from '@hoest/quantities';
import { organisationDay } from '../organisation/organisation-day';

export interface PeriodRow {
  month: string;
  closedAt: Date;
  closedByName: string;
  note: string | null;
}

/** Closed months, latest first, or the one named. */
export function readPeriods(tx: Transaction, month: string | null = null): Promise<PeriodRow[]> {
  return tx.query<PeriodRow>(
    `select x.month, x.closed_at as "closedAt", p.name as "closedByName", x.note from finance_period x
       join person p on p.organisation_id = x.organisation_id and p.id = x.closed_by
     where x.organisation_id = $1 and ($2::date is null or x.month = $2) order by x.month desc`,
    [tx.organisationId, month],
  );
}

/** The month that can be closed next: the one after the last, or the first month with money; null while it is not over. */
export async function nextToClose(tx: Transaction): Promise<string | null> {
  const today = await organisationDay(tx);
  const last = await lastClosedMonth(tx);
  const [first] = await tx.query<{ month: string | null }>(
    `select min(month) as month from benefit_month where organisation_id = $1`,
    [tx.organisationId],
  );
  const ended = startOfMonth(addDays(startOfMonth(today), -1));
  const next = last ? addMonths(last, 1) : (first?.month ?? ended);
  return next <= ended ? next : null;
}

/** Closed months, the next one, and how many claims about it wait. */
export async function listPeriods(tx: Transaction) {
  const next = await nextToClose(tx);
  const [waiting] = await tx.query<{ count: number }>(
    `select count(*)::int as count from finance_claim where organisation_id = $1 and state in ('submitted', 'disputed') and $2::date between month_from and month_to`,
    [tx.organisationId, next],
  );
  return { items: await readPeriods(tx), next, waitingInNext: waiting?.count ?? 0 };
}
