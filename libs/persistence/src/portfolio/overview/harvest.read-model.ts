import { MONTH_DELAYED, MONTH_LIVE, monthDue, PROMISING } from '../../benefits/month-due';
import type { Transaction } from '../../database/transaction';

/** Scope and time of the figures. */
export interface HarvestQuestion {
  unitId: string;
  /** Only benefits of this currency count. */
  currency: string;
  today: string;
  /** First and last month of `months`; the former not after January of this year. */
  firstMonth: string;
  lastMonth: string;
}

/**
 * This year's promised money and where it is, minor units as strings of digits, disbenefits subtracted. The four parts
 * add up to `promised`; `surplus` is what came above plan. Source: domain rules, F23
 */
export interface HarvestParts {
  promised: string;
  delayed: string;
  notMeasured: string;
  shortfall: string;
  realised: string;
  realisedCash: string;
  surplus: string;
  benefitsDue: number;
  benefitsNotMeasured: number;
}

/** Money of one month over all benefits. What is not due yet is planned alone. */
export interface MoneyMonth {
  month: string;
  planned: string;
  /** The part of `planned` that has come due, and what of it was realised. */
  plannedDue: string;
  realised: string;
  /** Whether anything of the month has come due. */
  isDue: boolean;
}

export interface Harvest extends HarvestParts {
  /** Months with money only, earliest first. */
  months: MoneyMonth[];
  /** Other currencies that monetised benefits of the scope are in. */
  otherCurrencies: string[];
}

/** Months of every benefit in the scope, with whether their money has come due. */
const MONTHS = `select b.id, b.class, b.polarity, t.month, t.planned_minor as planned, t.realised_minor as realised, t.status,
    ${MONTH_DELAYED} as delayed, ${monthDue('$4::date')} as due
  from benefit_month t
    join benefit b on b.organisation_id = t.organisation_id and b.id = t.benefit_id
    join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
    join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
    ${MONTH_LIVE}
  where t.organisation_id = $1 and t.month between $5::date and $6::date and u.ancestor_ids @> array[$2::uuid] and b.currency = $3
    and ${PROMISING}`;

/** Harvest of this year and money per month, from the stored months of every benefit in the scope. */
export async function readHarvest(tx: Transaction, question: HarvestQuestion): Promise<Harvest> {
  const [row] = await tx.query<Harvest>(
    `with months as materialized (${MONTHS}),
       benefits as (select id, class, polarity,
           coalesce(sum(planned) filter (where delayed), 0) as delayed,
           coalesce(sum(planned) filter (where not delayed and status = 'not_measured'), 0) as missing,
           coalesce(sum(planned) filter (where status = 'measured'), 0) as measured,
           coalesce(sum(realised) filter (where status = 'measured'), 0) as realised,
           bool_or(not delayed and status = 'not_measured') as has_missing
         from months where due and month >= date_trunc('year', $4::date)::date group by id, class, polarity),
       parts as (select *, least(measured, realised) as kept from benefits)
     select coalesce(sum(polarity * (delayed + missing + measured)), 0)::text as promised,
       coalesce(sum(polarity * delayed), 0)::text as delayed,
       coalesce(sum(polarity * missing), 0)::text as "notMeasured",
       coalesce(sum(polarity * (measured - kept)), 0)::text as shortfall,
       coalesce(sum(polarity * kept), 0)::text as realised,
       coalesce(sum(polarity * kept) filter (where class in ('cash_releasing', 'income')), 0)::text as "realisedCash",
       coalesce(sum(polarity * (realised - kept)), 0)::text as surplus,
       count(*)::int as "benefitsDue", (count(*) filter (where has_missing))::int as "benefitsNotMeasured",
       coalesce((select jsonb_agg(to_jsonb(m) order by m.month) from (
         select month, sum(polarity * planned)::text as planned, coalesce(sum(polarity * planned) filter (where due), 0)::text as "plannedDue",
           coalesce(sum(polarity * realised) filter (where due), 0)::text as realised, bool_or(due) as "isDue"
         from months group by month) m), '[]') as months,
       array(select distinct b.currency from benefit b join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
           join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
         where b.organisation_id = $1 and u.ancestor_ids @> array[$2::uuid] and b.currency <> $3
           and coalesce(b.full_year_value_minor, b.whole_life_value_minor) is not null order by 1) as "otherCurrencies"
     from parts`,
    [tx.organisationId, question.unitId, question.currency, question.today, question.firstMonth, question.lastMonth],
  );
  if (!row) throw new Error('An aggregate without groups has one row');
  return row;
}
