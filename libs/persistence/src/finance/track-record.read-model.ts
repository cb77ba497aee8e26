import type { ClosedBenefitFacts } from '@hoest/benefits';
import type { Transaction } from '../database/transaction';

/** How far back closed benefits are looked at, months. Source: domain rules, gr.forecast-accuracy (W36) */
export const TRACK_RECORD_MONTHS = 36;

/** Currency and today's date of the organisation; undefined when it has no such unit. */
export async function readTrackScope(
  tx: Transaction,
  unitId: string | null,
): Promise<{ currency: string; today: string } | undefined> {
  const [scope] = await tx.query<{ currency: string; today: string }>(
    `select o.currency, (now() at time zone o.time_zone)::date as today from organisation o
     where o.organisation_id = $1 and ($2::uuid is null or exists (select from unit u where u.organisation_id = $1 and u.id = $2::uuid))`,
    [tx.organisationId, unitId],
  );
  return scope;
}

/** A closed benefit as its record needs it; amounts are minor units as digits. */
export interface ClosedBenefitRow extends ClosedBenefitFacts {
  class: string;
  estimateBasis: string | null;
  /** The administration (first level below the top) of the owner's unit, else of the initiative's. */
  unitId: string;
  unitName: string;
}

/**
 * What closed benefits promised and gave, up to a day. A benefit is closed when its period ended, it was closed or written off,
 * or its initiative has been live for twelve months, if that day lies within W36. Months count when their money has come due,
 * or are over without anybody owing a measurement: a promise without obligations would escape otherwise. Known is what is
 * known today.
 * @param question unit whose benefits count with everything below it; null = all
 * Source: domain rules, F20 and gr.forecast-accuracy
 */
export async function readClosedBenefits(
  tx: Transaction,
  question: { asOf: string; unitId: string | null },
): Promise<ClosedBenefitRow[]> {
  return tx.query<ClosedBenefitRow>(
    `with closed as materialized (
       select b.id, b.class, b.estimate_basis, b.price_year, u.ancestor_ids[least(2, cardinality(u.ancestor_ids))] as administration_id
       from benefit b
         join organisation o on o.organisation_id = b.organisation_id
         join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
         join unit u on u.organisation_id = b.organisation_id and u.id = coalesce(b.owner_unit_id, i.unit_id)
       where b.organisation_id = $1 and b.monetised and b.polarity = 1 and b.currency = o.currency
         and ($3::uuid is null or u.ancestor_ids @> array[$3::uuid])
         and exists (
           select from (values (b.ends_on), (case when b.state in ('closed', 'written_off') then b.state_since end),
             ((i.go_live_actual + interval '12 months')::date)) closing(day)
           where closing.day <= $2::date and closing.day > ($2::date - make_interval(months => ${TRACK_RECORD_MONTHS}))::date)
     ), years as (
       select c.id, extract(year from m.month)::int as year, sum(m.planned_minor) as planned, sum(m.realised_minor) as realised
       from closed c cross join lateral (
         select x.planned_minor, x.realised_minor, x.status, x.month, (x.month + interval '1 month')::date - 1 as month_end
         from benefit_month x where x.organisation_id = $1 and x.benefit_id = c.id offset 0) m
       where m.month_end <= $2::date and (m.status <> 'not_due' or not exists (
         select from measure s join obligation d on d.organisation_id = s.organisation_id and d.measure_id = s.id
         where s.organisation_id = $1 and s.benefit_id = c.id and d.period_start <= m.month_end and d.period_end >= m.month))
       group by c.id, year
     ), cases as (
       select y.id, jsonb_agg(jsonb_build_object('year', y.year, 'planned', y.planned::text, 'realised', y.realised::text) order by y.year) as years
       from years y group by y.id having sum(y.planned) > 0
     )
     select c.class, c.estimate_basis as "estimateBasis", c.administration_id as "unitId", u.name as "unitName", c.price_year as "priceYear",
       coalesce(m.money_basis = 'amount', false) as "measuredInMoney", k.years
     from cases k join closed c on c.id = k.id join unit u on u.organisation_id = $1 and u.id = c.administration_id
       left join lateral (select q.money_basis from measure q where q.organisation_id = $1 and q.benefit_id = c.id
         order by q.position, q.id limit 1) m on true
     order by u.code, c.class, c.estimate_basis nulls last, c.id`,
    [tx.organisationId, question.asOf, question.unitId],
  );
}

/** What a benefit promises a year: by the plan in force (the one frozen at go-live, else the approved one), else by its own value. */
export interface PromiseRow {
  class: string;
  estimateBasis: string | null;
  currency: string;
  promisedMinor: string | null;
}

/** The promise of one benefit; undefined when there is none of that id. */
export async function readPromise(tx: Transaction, benefitId: string): Promise<PromiseRow | undefined> {
  const [row] = await tx.query<PromiseRow>(
    `select b.class, b.estimate_basis as "estimateBasis", b.currency,
       case when b.monetised and b.polarity = 1 then
         (case when v.id is null then b.full_year_value_minor else v.full_year_value_minor end)::text end as "promisedMinor"
     from benefit b left join lateral (
       select x.id, x.full_year_value_minor from plan_version x where x.organisation_id = b.organisation_id and x.benefit_id = b.id
         and x.kind in ('approved', 'frozen_at_go_live')
       order by x.kind = 'frozen_at_go_live' desc, x.number desc limit 1) v on true
     where b.organisation_id = $1 and b.id = $2`,
    [tx.organisationId, benefitId],
  );
  return row;
}
