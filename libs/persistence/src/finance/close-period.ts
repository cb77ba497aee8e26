import { MONTH_DELAYED, MONTH_LIVE, monthDue, PROMISING } from '../benefits/month-due';
import type { Transaction } from '../database/transaction';

export interface PeriodToClose {
  /** First day of the month. */
  month: string;
  closedBy: string;
  note: string | null;
  /** When it was closed; null = now. Only told by the demo, whose closings lie in the past. */
  closedAt: string | null;
}

/**
 * Closes an accounting month and keeps what the ledger says about every month of its year: planned, realised and whether it had
 * come due (of the months after it the plan, which the forecast rests on), and what is validated per rung by entries booked up to
 * that month. The database refuses a month out of turn.
 * Entries are spread over their months as `spreadOverMonths` does: evenly, the øre left over on the first.
 * @returns how many figures were kept
 */
export async function closePeriod(tx: Transaction, period: PeriodToClose): Promise<number> {
  await tx.query(
    `insert into finance_period (organisation_id, month, closed_by, note, closed_at) values ($1, $2, $3, $4, coalesce($5::timestamptz, clock_timestamp()))`,
    [tx.organisationId, period.month, period.closedBy, period.note, period.closedAt],
  );
  const kept = await tx.query<{ month: string }>(
    `with year as (select date_trunc('year', $2::date)::date as first_month, ($2::date + interval '1 month' - interval '1 day')::date as last_day),
       money as (select t.benefit_id, t.month, t.planned_minor as planned, t.realised_minor as realised, t.status,
           ${monthDue('y.last_day')} as due, ${MONTH_DELAYED} as delayed
         from year y join benefit_month t on t.organisation_id = $1 and t.month >= y.first_month and t.month < y.first_month + interval '1 year'
           join benefit b on b.organisation_id = t.organisation_id and b.id = t.benefit_id
           join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
           ${MONTH_LIVE}
         where ${PROMISING}),
       amounts as (
         select e.benefit_id, e.rung::int as rung, e.month_from, e.month_to, e.amount_minor from year y join finance_entry e
           on e.organisation_id = $1 and e.year = extract(year from y.first_month) and e.booked_month <= $2::date
         union all
         select c.benefit_id, 0, c.month_from, c.month_to, c.amount_minor from year y join finance_claim c
           on c.organisation_id = $1 and c.year = extract(year from y.first_month) and c.state = 'disputed' and c.rung = 1
             and c.state_since <= coalesce($3::timestamptz, clock_timestamp())),
       spread as (select a.benefit_id, g.month::date as month, a.rung,
           sign(a.amount_minor) * (div(abs(a.amount_minor), n.months) + case when g.place <= mod(abs(a.amount_minor), n.months) then 1 else 0 end) as amount
         from amounts a
           cross join lateral (select (extract(month from a.month_to) - extract(month from a.month_from) + 1)::numeric as months) n
           cross join lateral generate_series(a.month_from::timestamp, a.month_to::timestamp, interval '1 month') with ordinality g(month, place)
         where g.month <= $2::date),
       rungs as (select benefit_id, month,
           coalesce(sum(amount) filter (where rung = 0), 0) as disputed, coalesce(sum(amount) filter (where rung = 1), 0) as assured,
           coalesce(sum(amount) filter (where rung = 2), 0) as budgeted, coalesce(sum(amount) filter (where rung = 3), 0) as taken_out,
           coalesce(sum(amount) filter (where rung = 4), 0) as confirmed
         from spread group by benefit_id, month)
     insert into finance_period_figure (organisation_id, closed_month, benefit_id, month, planned_minor, realised_minor, status, due, delayed,
       quality_assured_minor, budgeted_minor, taken_out_minor, confirmed_minor, disputed_minor)
     select $1, $2, coalesce(m.benefit_id, r.benefit_id), coalesce(m.month, r.month), coalesce(m.planned, 0), coalesce(m.realised, 0),
       coalesce(m.status, 'not_due'), coalesce(m.due, false), coalesce(m.delayed, false), coalesce(r.assured, 0), coalesce(r.budgeted, 0),
       coalesce(r.taken_out, 0), coalesce(r.confirmed, 0), coalesce(r.disputed, 0)
     from money m full join rungs r on r.benefit_id = m.benefit_id and r.month = m.month
     returning month`,
    [tx.organisationId, period.month, period.closedAt],
  );
  return kept.length;
}
