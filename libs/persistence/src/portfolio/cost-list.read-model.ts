import type { Transaction } from '../database/transaction';

export interface CostLineRow {
  id: string;
  initiativeId: string;
  name: string | null;
  year: number | null;
  kind: string;
  planMinor: string | null;
  forecastMinor: string | null;
  actualMinor: string | null;
  hours: string | null;
  currency: string;
  priceYear: number | null;
  isChangeEffort: boolean;
  note: string | null;
  version: number;
}

/** Cost lines of an initiative by year, kind and name; undated ones last. */
export function listCostLines(tx: Transaction, initiativeId: string): Promise<CostLineRow[]> {
  return costLines(tx, 'c.initiative_id = $2', initiativeId);
}

/** One cost line; undefined when there is none. */
export async function readCostLine(tx: Transaction, id: string): Promise<CostLineRow | undefined> {
  return (await costLines(tx, 'c.id = $2', id))[0];
}

function costLines(tx: Transaction, where: string, id: string): Promise<CostLineRow[]> {
  return tx.query<CostLineRow>(
    `select c.id, c.initiative_id as "initiativeId", c.name, c.year, c.kind, c.plan_minor::text as "planMinor",
       c.forecast_minor::text as "forecastMinor", c.actual_minor::text as "actualMinor", trim_scale(c.hours)::text as hours, c.currency,
       c.price_year as "priceYear", c.is_change_effort as "isChangeEffort", c.note, c.version
     from cost_line c where c.organisation_id = $1 and ${where}
     order by c.year nulls last, array_position(array['one_off','operation','internal_hours'], c.kind), c.name nulls first, c.id`,
    [tx.organisationId, id],
  );
}
