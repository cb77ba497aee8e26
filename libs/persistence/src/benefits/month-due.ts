/**
 * When the money of a month of a benefit has come due: it is measured or its measurement is missing – or, of an initiative
 * that was not live at its end, it is over: its money is delayed, whatever obligations say. A month that was measured counts as
 * measured even before go-live, because what a pilot realised is no delay. Stopped and rejected initiatives promise nothing.
 *
 * One place for it, so that overview, ledger and closed periods can never disagree about a krone.
 */

/** Joins for `benefit_month t` with `benefit b` and `initiative i`: when the month ends and whether the initiative was live then. */
export const MONTH_LIVE = `cross join lateral (select (t.month + interval '1 month' - interval '1 day')::date as month_end) e
    cross join lateral (select e.month_end, case when i.go_live_actual is null then i.phase in ('realising', 'closed')
      else i.go_live_actual <= e.month_end end as live) l`;

export const MONTH_DELAYED = `t.status <> 'measured' and not l.live`;

/** Whether the month has come due on a day; `day` is a placeholder or a date expression. */
export const monthDue = (day: string) =>
  `case when t.status = 'measured' or l.live then t.status <> 'not_due' and t.month <= ${day} else l.month_end <= ${day} end`;

/** Initiatives whose benefits count. */
export const PROMISING = `i.phase not in ('stopped', 'rejected')`;
