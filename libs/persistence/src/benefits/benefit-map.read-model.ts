import type { MapNode } from '@hoest/benefits';
import type { Transaction } from '../database/transaction';

export interface EnablerRow {
  id: string;
  initiativeId: string;
  title: string;
  kind: string | null;
  note: string | null;
  version: number;
}

export interface ChangeActivityRow {
  id: string;
  initiativeId: string;
  unitId: string | null;
  unitName: string | null;
  title: string;
  kind: string;
  ownerId: string | null;
  ownerName: string | null;
  dueOn: string | null;
  hoursPlanned: string | null;
  budgetMinor: string | null;
  currency: string;
  priceYear: number | null;
  personsPlanned: number | null;
  hoursNeeded: string | null;
  hoursDeliveredReleased: string | null;
  doneOn: string | null;
  version: number;
}

/** A benefit as a node of the map. */
export interface MapBenefitRow {
  id: string;
  initiativeId: string;
  initiativeCode: string;
  initiativeTitle: string;
  title: string;
  state: string;
  class: string;
  polarity: 1 | -1;
  ownerName: string | null;
}

export interface MapGoalRow {
  id: string;
  code: string;
  title: string;
  strategyId: string;
  strategyTitle: string;
}

/** Which rows: all of an initiative, or those with the ids. */
export type MapRows = { initiativeId: string } | { ids: readonly string[] };

const which = (rows: MapRows) => ('initiativeId' in rows ? 'x.initiative_id = $2' : 'x.id = any($2::uuid[])');
const value = (rows: MapRows) => ('initiativeId' in rows ? rows.initiativeId : [...rows.ids]);

/** Enablers in the order they were added. */
export function readEnablers(tx: Transaction, rows: MapRows): Promise<EnablerRow[]> {
  return tx.query<EnablerRow>(
    `select x.id, x.initiative_id as "initiativeId", x.title, x.kind, x.note, x.version
     from enabler x where x.organisation_id = $1 and ${which(rows)} order by x.created_at, x.id`,
    [tx.organisationId, value(rows)],
  );
}

/** Change activities by due day, those without one last. */
export function readChangeActivities(tx: Transaction, rows: MapRows): Promise<ChangeActivityRow[]> {
  return tx.query<ChangeActivityRow>(
    `select x.id, x.initiative_id as "initiativeId", x.unit_id as "unitId", u.name as "unitName", x.title, x.kind,
       x.owner_id as "ownerId", p.name as "ownerName", x.due_on as "dueOn", trim_scale(x.hours_planned)::text as "hoursPlanned",
       x.budget_minor::text as "budgetMinor", x.currency, x.price_year as "priceYear", x.persons_planned as "personsPlanned",
       trim_scale(x.hours_needed)::text as "hoursNeeded", trim_scale(x.hours_delivered_released)::text as "hoursDeliveredReleased",
       x.done_on as "doneOn", x.version
     from change_activity x left join unit u on u.organisation_id = x.organisation_id and u.id = x.unit_id
       left join person p on p.organisation_id = x.organisation_id and p.id = x.owner_id
     where x.organisation_id = $1 and ${which(rows)} order by x.due_on nulls last, x.created_at, x.id`,
    [tx.organisationId, value(rows)],
  );
}

/** Benefits before disbenefits, each in the order they were added. */
export function readMapBenefits(tx: Transaction, rows: MapRows): Promise<MapBenefitRow[]> {
  return tx.query<MapBenefitRow>(
    `select x.id, x.initiative_id as "initiativeId", i.code as "initiativeCode", i.title as "initiativeTitle", x.title, x.state,
       x.class, x.polarity, o.name as "ownerName"
     from benefit x join initiative i on i.organisation_id = x.organisation_id and i.id = x.initiative_id
       left join person o on o.organisation_id = x.organisation_id and o.id = x.owner_id
     where x.organisation_id = $1 and ${which(rows)} order by x.polarity desc, x.created_at, x.id`,
    [tx.organisationId, value(rows)],
  );
}

/** Goals by code. */
export function readMapGoals(tx: Transaction, ids: readonly string[]): Promise<MapGoalRow[]> {
  return tx.query<MapGoalRow>(
    `select x.id, x.code, x.title, x.strategy_id as "strategyId", s.title as "strategyTitle"
     from goal x join strategy s on s.organisation_id = x.organisation_id and s.id = x.strategy_id
     where x.organisation_id = $1 and x.id = any($2::uuid[]) order by x.code, x.id`,
    [tx.organisationId, [...ids]],
  );
}

const NODES: Record<MapNode['kind'], string> = {
  enabler: 'select title, initiative_id as "initiativeId" from enabler',
  change_activity: 'select title, initiative_id as "initiativeId" from change_activity',
  benefit: 'select title, initiative_id as "initiativeId" from benefit',
  goal: 'select title, null::uuid as "initiativeId" from goal',
};

/** One node by kind and id; undefined when there is none. */
export async function readMapNode(
  tx: Transaction,
  { kind, id }: Pick<MapNode, 'kind' | 'id'>,
): Promise<(MapNode & { title: string }) | undefined> {
  const [row] = await tx.query<{ title: string; initiativeId: string | null }>(
    `${NODES[kind]} where organisation_id = $1 and id = $2`,
    [tx.organisationId, id],
  );
  return row && { kind, id, ...row };
}
