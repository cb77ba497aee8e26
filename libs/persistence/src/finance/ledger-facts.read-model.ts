import { MONTH_DELAYED, MONTH_LIVE, monthDue, PROMISING } from '../benefits/month-due';
import type { Transaction } from '../database/transaction';

/** Which part of the ledger is asked for. */
export interface LedgerQuestion {
  /** First and last month, the first of one year, the last of the same or a later one. */
  firstMonth: string;
  lastMonth: string;
  /** Day up to which money has come due. */
  asOf: string;
  /** The unit and those below it; null = the whole organisation. */
  unitId: string | null;
  currency: string;
  /** Only these classes; null = all. */
  classes: readonly string[] | null;
  /** Figures as they stood when this month was closed; null = as of now. */
  closed: string | null;
}

export interface LedgerFactsMonth {
  month: string;
  planned: string;
  realised: string;
  status: 'measured' | 'not_measured' | 'not_due';
  due: boolean;
  delayed: boolean;
}

/** An entry, or a claim finance disputes; the months it is about lie in one year. */
export interface LedgerFactsAmount {
  rung: number | 'disputed';
  monthFrom: string;
  monthTo: string;
  amountMinor: string;
  priceYear: number;
}

/** One benefit with its money; amounts are minor units as digits, magnitudes to be signed by polarity. */
export interface LedgerFactsRow {
  benefitId: string;
  title: string;
  class: string;
  state: string;
  polarity: 1 | -1;
  initiativeId: string;
  initiativeCode: string;
  initiativeTitle: string;
  unitId: string;
  unitName: string;
  groupId: string;
  groupName: string;
  ownerName: string | null;
  account: string | null;
  costCentre: string | null;
  scopeReduction: boolean;
  priceYear: number | null;
  /** Whether what is measured is money of its own time rather than a share of the planned value. */
  measuredInMoney: boolean;
  months: LedgerFactsMonth[];
  amounts: LedgerFactsAmount[];
  /** Claims on any rung that wait for finance, and what they are about. */
  waitingCount: number;
  waitingMinor: string;
  /** Everything that came due up to the day, whatever year, for the rate of the forecast. */
  plannedToDate: string;
  realisedToDate: string;
}

const LIVE_MONTHS = `select t.benefit_id, jsonb_agg(jsonb_build_object('month', t.month, 'planned', t.planned_minor::text, 'realised', t.realised_minor::text,
      'status', t.status, 'due', ${monthDue('$4::date')}, 'delayed', ${MONTH_DELAYED}) order by t.month) as months
    from benefit_month t
      join benefit b on b.organisation_id = t.organisation_id and b.id = t.benefit_id
      join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
      ${MONTH_LIVE}
    where t.organisation_id = $1 and t.month between $2::date and $3::date group by t.benefit_id`;

const CLOSED_MONTHS = `select t.benefit_id, jsonb_agg(jsonb_build_object('month', t.month, 'planned', t.planned_minor::text, 'realised', t.realised_minor::text,
      'status', t.status, 'due', t.due, 'delayed', t.delayed) order by t.month) as months
    from finance_period_figure t where t.organisation_id = $1 and t.closed_month = $8::date and t.month between $2::date and $3::date group by t.benefit_id`;

const LIVE_AMOUNTS = `select x.benefit_id, jsonb_agg(jsonb_build_object('rung', x.rung, 'monthFrom', x.month_from, 'monthTo', x.month_to,
      'amountMinor', x.amount_minor::text, 'priceYear', x.price_year)) as amounts
    from (
      select e.benefit_id, to_jsonb(e.rung) as rung, e.month_from, e.month_to, e.amount_minor, e.price_year from finance_entry e
        where e.organisation_id = $1 and e.month_from <= $3::date and e.month_to >= $2::date
      union all
      select c.benefit_id, to_jsonb('disputed'::text), c.month_from, c.month_to, c.amount_minor, c.price_year from finance_claim c
        where c.organisation_id = $1 and c.state = 'disputed' and c.rung = 1 and c.month_from <= $3::date and c.month_to >= $2::date
    ) x group by x.benefit_id`;

/**
 * What stood on the rungs at a closing: the entries booked up to it, which are never changed and each in its own prices; what was in
 * dispute is only known from the figures kept, in the prices its measurement was claimed in.
 */
const CLOSED_AMOUNTS = `select x.benefit_id, jsonb_agg(jsonb_build_object('rung', x.rung, 'monthFrom', x.month_from, 'monthTo', x.month_to,
      'amountMinor', x.amount_minor::text, 'priceYear', x.price_year)) as amounts
    from (
      select e.benefit_id, to_jsonb(e.rung) as rung, e.month_from, e.month_to, e.amount_minor, e.price_year from finance_entry e
        where e.organisation_id = $1 and e.booked_month <= $8::date and e.month_from <= $3::date and e.month_to >= $2::date
      union all
      select f.benefit_id, to_jsonb('disputed'::text), f.month, f.month, f.disputed_minor,
          case when m.money_basis = 'amount' then extract(year from f.month)::int else coalesce(b.price_year, extract(year from f.month)::int) end
        from finance_period_figure f join benefit b on b.organisation_id = f.organisation_id and b.id = f.benefit_id
          left join lateral (select q.money_basis from measure q where q.organisation_id = b.organisation_id and q.benefit_id = b.id
            order by q.position, q.id limit 1) m on true
        where f.organisation_id = $1 and f.closed_month = $8::date and f.month between $2::date and $3::date and f.disputed_minor <> 0
    ) x group by x.benefit_id`;

const LIVE_TO_DATE = `select t.benefit_id, sum(t.planned_minor) as planned, sum(t.realised_minor) as realised from benefit_month t
      join benefit b on b.organisation_id = t.organisation_id and b.id = t.benefit_id
      join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
      ${MONTH_LIVE}
    where t.organisation_id = $1 and ${monthDue('$4::date')} group by t.benefit_id`;

/** What had come due at a closing: of its year as kept by it, of earlier years as kept by their Decembers; no later correction moves it. */
const CLOSED_TO_DATE = `select f.benefit_id, sum(f.planned_minor) as planned, sum(f.realised_minor) as realised from finance_period_figure f
    where f.organisation_id = $1 and f.due and f.month <= $4::date
      and (f.closed_month = $8::date or (f.closed_month < $8::date and extract(month from f.closed_month) = 12)) group by f.benefit_id`;

/** Benefits with money or entries in the months asked for, by administration, then initiative and title. */
export async function readLedgerFacts(tx: Transaction, question: LedgerQuestion): Promise<LedgerFactsRow[]> {
  const closed = question.closed !== null;
  return tx.query<LedgerFactsRow>(
    `with months as materialized (${closed ? CLOSED_MONTHS : LIVE_MONTHS}),
       amounts as materialized (${closed ? CLOSED_AMOUNTS : LIVE_AMOUNTS}),
       waiting as materialized (select c.benefit_id, count(*)::int as waiting, sum(c.amount_minor) as amount from finance_claim c
         where c.organisation_id = $1 and c.state = 'submitted' and c.month_from <= $3::date and c.month_to >= $2::date group by c.benefit_id),
       to_date as materialized (${closed ? CLOSED_TO_DATE : LIVE_TO_DATE})
     select b.id as "benefitId", b.title, b.class, b.state, b.polarity, i.id as "initiativeId", i.code as "initiativeCode", i.title as "initiativeTitle",
       u.id as "unitId", u.name as "unitName", g.id as "groupId", g.name as "groupName", o.name as "ownerName", b.account, b.cost_centre as "costCentre",
       b.scope_reduction as "scopeReduction", b.price_year as "priceYear", coalesce(m.money_basis = 'amount', false) as "measuredInMoney",
       coalesce(months.months, '[]') as months, coalesce(amounts.amounts, '[]') as amounts,
       coalesce(waiting.waiting, 0) as "waitingCount", coalesce(waiting.amount, 0)::text as "waitingMinor",
       coalesce(to_date.planned, 0)::text as "plannedToDate", coalesce(to_date.realised, 0)::text as "realisedToDate"
     from benefit b
       join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
       join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
       join unit g on g.organisation_id = u.organisation_id and g.id = coalesce(u.ancestor_ids[2], u.id)
       left join person o on o.organisation_id = b.organisation_id and o.id = b.owner_id
       left join lateral (select x.money_basis from measure x where x.organisation_id = b.organisation_id and x.benefit_id = b.id
         order by x.position, x.id limit 1) m on true
       left join months on months.benefit_id = b.id
       left join amounts on amounts.benefit_id = b.id
       left join waiting on waiting.benefit_id = b.id
       left join to_date on to_date.benefit_id = b.id
     where b.organisation_id = $1 and b.currency = $6 and ${PROMISING} and ($5::uuid is null or u.ancestor_ids @> array[$5::uuid])
       and ($7::text[] is null or b.class = any($7)) and (months.months is not null or amounts.amounts is not null or waiting.waiting is not null)
     order by g.name collate "da-x-icu", g.id, i.code, b.polarity desc, b.title collate "da-x-icu", b.id`,
    [
      tx.organisationId,
      question.firstMonth,
      question.lastMonth,
      question.asOf,
      question.unitId,
      question.currency,
      question.classes,
      ...(closed ? [question.closed] : []),
    ],
  );
}

/** Other currencies with money in the months. */
export async function readLedgerCurrencies(
  tx: Transaction,
  question: Pick<LedgerQuestion, 'firstMonth' | 'lastMonth' | 'unitId' | 'currency'>,
): Promise<string[]> {
  const rows = await tx.query<{ currency: string }>(
    `select distinct b.currency from benefit b
       join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
       join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
     where b.organisation_id = $1 and b.currency <> $5 and ($4::uuid is null or u.ancestor_ids @> array[$4::uuid])
       and exists (select from benefit_month t where t.organisation_id = b.organisation_id and t.benefit_id = b.id and t.month between $2::date and $3::date)
     order by 1`,
    [tx.organisationId, question.firstMonth, question.lastMonth, question.unitId, question.currency],
  );
  return rows.map(({ currency }) => currency);
}
