import type { Transaction } from '../../database/transaction';
import { IS_LATE, PROMISED_BENEFIT, SHOWN_STATUS, STATUS_FRESH_DAYS } from '../initiative-columns';

/** Days a planned go-live may move from the first plan before that is worth a leader's time. */
const NOTABLE_SLIP_DAYS = 30;

/**
 * Realised share of the plan below which an initiative needs attention: twice the tolerance of 0.10 that a status allows.
 * Source: domain rules, F18
 */
const LEAST_RATIO = 0.8;

export const MOST_ATTENTION = 50;

/** What is wrong with an initiative; a null or false fact is no reason. */
export interface AttentionRow {
  initiativeId: string;
  code: string;
  title: string;
  unitName: string;
  status: string;
  isStale: boolean;
  /** Days since the status was confirmed; null when it never was. */
  confirmedDaysAgo: number | null;
  goLivePlanned: string | null;
  /** Days past the planned go-live. */
  lateDays: number | null;
  slipDays: number | null;
  /** Benefits whose latest due month, of the last two years, is not measured. */
  notMeasured: number;
  /** Realised of planned over the last twelve months, when it is too low; decimal with four places. */
  ratio: string | null;
  hasOwner: boolean;
  atStake: string;
  /** Initiatives that need attention altogether. */
  total: number;
}

/** Proposed and active initiatives with a reason to look at them, most money at stake first, at most 50. */
export function listAttention(
  tx: Transaction,
  question: { unitId: string; currency: string; today: string },
): Promise<AttentionRow[]> {
  return tx.query<AttentionRow>(
    `with scope as materialized (select i.*, u.name as unit_name from initiative i join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
         where i.organisation_id = $1 and u.ancestor_ids @> array[$2::uuid] and i.phase in ('proposed', 'approved', 'executing', 'realising')),
       months as (select b.initiative_id, b.id, b.polarity, t.month, t.status, t.planned_minor, t.realised_minor,
           row_number() over (partition by b.id order by t.month desc) = 1 as latest
         from scope i join benefit b on b.organisation_id = i.organisation_id and b.initiative_id = i.id and ${PROMISED_BENEFIT}
           join benefit_month t on t.organisation_id = b.organisation_id and t.benefit_id = b.id
         where t.status <> 'not_due' and t.month between $4::date - interval '24 months' and $4::date and b.currency = $3),
       money as (select initiative_id, count(*) filter (where latest and status = 'not_measured')::int as not_measured,
           bool_or(status = 'measured') filter (where month > $4::date - interval '12 months') as any_measured,
           sum(polarity * planned_minor) filter (where month > $4::date - interval '12 months') as planned,
           sum(polarity * realised_minor) filter (where month > $4::date - interval '12 months') as realised
         from months group by initiative_id),
       stake as (select b.initiative_id, sum(b.polarity * b.full_year_value_minor) as amount
         from scope i join benefit b on b.organisation_id = i.organisation_id and b.initiative_id = i.id and ${PROMISED_BENEFIT} and b.currency = $3
         group by b.initiative_id),
       facts as (select i.id as "initiativeId", i.code, i.title, i.unit_name as "unitName", ${SHOWN_STATUS} as status,
           coalesce(i.status_confirmed_on < $4::date - ${STATUS_FRESH_DAYS}, true) as "isStale", $4::date - i.status_confirmed_on as "confirmedDaysAgo",
           i.go_live_planned as "goLivePlanned", case when ${IS_LATE} then $4::date - i.go_live_planned end as "lateDays",
           case when i.go_live_actual is null and i.go_live_planned - i.go_live_first_planned > ${NOTABLE_SLIP_DAYS}
             then i.go_live_planned - i.go_live_first_planned end as "slipDays",
           coalesce(m.not_measured, 0) as "notMeasured",
           case when m.any_measured and m.planned > 0 and m.realised < m.planned * ${LEAST_RATIO} then round(m.realised / m.planned, 4)::text end as ratio,
           i.owner_id is not null as "hasOwner", coalesce(s.amount, 0) as amount
         from scope i left join money m on m.initiative_id = i.id left join stake s on s.initiative_id = i.id)
     select "initiativeId", code, title, "unitName", status, "isStale", "confirmedDaysAgo", "goLivePlanned", "lateDays", "slipDays",
       "notMeasured", ratio, "hasOwner", amount::text as "atStake", (count(*) over ())::int as total
     from facts i
     where status in ('deviation', 'watch') or "isStale" or "lateDays" is not null or "slipDays" is not null or "notMeasured" > 0
       or ratio is not null or not "hasOwner"
     order by amount desc, code limit ${MOST_ATTENTION}`,
    [tx.organisationId, question.unitId, question.currency, question.today],
  );
}
