import type { Transaction } from '../../database/transaction';

/** Costs of one year in one currency, minor units as strings of digits. */
export interface YearCosts {
  /** Null = undated. */
  year: number | null;
  currency: string;
  oneOff: string;
  operation: string;
}

/**
 * Money costs per year and currency, hours aside. Of years gone by the actual amount counts, else the forecast, else the
 * plan; of this year and later ones the forecast, else the plan. Initiatives that are not approved, or no longer, count
 * with what they have spent only.
 */
export function readYearCosts(
  tx: Transaction,
  question: { unitId: string; firstYear: number; lastYear: number; today: string },
): Promise<YearCosts[]> {
  return tx.query<YearCosts>(
    `select year, currency, coalesce(sum(amount) filter (where kind = 'one_off'), 0)::text as "oneOff",
       coalesce(sum(amount) filter (where kind = 'operation'), 0)::text as operation
     from (select c.year, c.currency, c.kind, case
           when coalesce(i.phase_before_hold, i.phase) not in ('approved', 'executing', 'realising', 'closed') then c.actual_minor
           when c.year < extract(year from $3::date) then coalesce(c.actual_minor, c.forecast_minor, c.plan_minor)
           else coalesce(c.forecast_minor, c.plan_minor, c.actual_minor) end as amount
         from cost_line c join initiative i on i.organisation_id = c.organisation_id and i.id = c.initiative_id
           join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
         where c.organisation_id = $1 and u.ancestor_ids @> array[$2::uuid] and c.kind <> 'internal_hours'
           and (c.year is null or c.year between $4 and $5)) money
     where amount is not null group by year, currency order by year, currency`,
    [tx.organisationId, question.unitId, question.today, question.firstYear, question.lastYear],
  );
}
