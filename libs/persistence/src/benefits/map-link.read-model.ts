import type { AssumptionStatus, JudgedArrow, MapNodeKind } from '@hoest/benefits';
import type { Transaction } from '../database/transaction';
import { RowNotFound } from '../database/versioned-update';

export interface AssumptionRow {
  id: string;
  mapLinkId: string;
  text: string;
  status: AssumptionStatus;
  reviewedOn: string | null;
  version: number;
}

/** A link as the map shows it, whichever column holds its ends. */
export interface MapLinkRow {
  id: string;
  version: number;
  fromKind: MapNodeKind;
  fromId: string;
  toKind: MapNodeKind;
  toId: string;
  /** Whether it is the goal or the contribution the benefit itself names. */
  own: boolean;
  required: boolean;
  note: string | null;
  /** By status, the broken first, then by age. */
  assumptions: AssumptionRow[];
}

/** A broken assumption with the two things it stands between. */
export interface BrokenAssumptionRow {
  id: string;
  mapLinkId: string;
  text: string;
  reviewedOn: string | null;
  fromTitle: string;
  toTitle: string;
  /** The initiative whose map holds the link. */
  initiativeId: string;
  initiativeTitle: string;
}

/**
 * Every link that is one now, as the relation `link`. A row that does not stand alone is a link only while its benefit
 * names that goal or that benefit.
 */
const CURRENT_LINKS = `link as materialized (
    select l.id, l.version, l.required, l.note,
      case when l.from_enabler_id is not null then 'enabler' when l.from_activity_id is not null then 'change_activity' else 'benefit' end as "fromKind",
      coalesce(l.from_enabler_id, l.from_activity_id, l.from_benefit_id) as "fromId",
      case when l.to_activity_id is not null then 'change_activity' when l.to_benefit_id is not null then 'benefit' else 'goal' end as "toKind",
      coalesce(l.to_activity_id, l.to_benefit_id, l.to_goal_id) as "toId",
      coalesce(l.to_goal_id = b.goal_id, l.to_benefit_id = b.contributes_to_id, false) as own
    from map_link l left join benefit b on b.organisation_id = l.organisation_id and b.id = l.from_benefit_id
    where l.organisation_id = $1 and (l.stands_alone or l.to_goal_id = b.goal_id or l.to_benefit_id = b.contributes_to_id)
  )`;

const ASSUMPTIONS = `coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'mapLinkId', a.map_link_id, 'text', a.text, 'status', a.status,
    'reviewedOn', a.reviewed_on, 'version', a.version) order by array_position(array['broken','uncertain','holds'], a.status), a.created_at, a.id)
  from assumption a where a.organisation_id = $1 and a.map_link_id = link.id), '[]'::jsonb)`;

/** Titles of enablers, change activities, benefits and goals, with the initiative they belong to. */
const TITLES = `(
    select id, title, initiative_id from enabler where organisation_id = $1
    union all select id, title, initiative_id from change_activity where organisation_id = $1
    union all select id, title, initiative_id from benefit where organisation_id = $1
    union all select id, title, null from goal where organisation_id = $1)`;

/** Every link that touches something of the initiative. */
export function readInitiativeLinks(tx: Transaction, initiativeId: string): Promise<MapLinkRow[]> {
  return tx.query<MapLinkRow>(
    `with ${CURRENT_LINKS}, own_node as (
       select id from enabler where organisation_id = $1 and initiative_id = $2
       union all select id from change_activity where organisation_id = $1 and initiative_id = $2
       union all select id from benefit where organisation_id = $1 and initiative_id = $2)
     select link.*, ${ASSUMPTIONS} as assumptions from link
     where link."fromId" in (select id from own_node) or link."toId" in (select id from own_node) order by link.id`,
    [tx.organisationId, initiativeId],
  );
}

/** Every link that leads to the goal, however far away it begins. */
export function readGoalLinks(tx: Transaction, goalId: string): Promise<MapLinkRow[]> {
  return tx.query<MapLinkRow>(
    `with recursive ${CURRENT_LINKS}, before_goal(id) as (
       select $2::uuid union select link."fromId" from link join before_goal on link."toId" = before_goal.id)
     select link.*, ${ASSUMPTIONS} as assumptions from link where link."toId" in (select id from before_goal) order by link.id`,
    [tx.organisationId, goalId],
  );
}

/** One link. @throws RowNotFound when it is none, also when its benefit names another goal by now */
export async function readMapLink(tx: Transaction, id: string): Promise<MapLinkRow> {
  const [link] = await tx.query<MapLinkRow>(
    `with ${CURRENT_LINKS} select link.*, ${ASSUMPTIONS} as assumptions from link where link.id = $2`,
    [tx.organisationId, id],
  );
  if (!link) throw new RowNotFound('map_link');
  return link;
}

/** What a new link between two nodes must be checked against: the links of its start, and all between benefits. */
export function readArrowsToCheck(
  tx: Transaction,
  fromId: string,
): Promise<{ id: string; from: string; to: string }[]> {
  return tx.query(
    `with ${CURRENT_LINKS} select id, "fromId" as "from", "toId" as "to" from link
     where "fromId" = $2 or ("fromKind" = 'benefit' and "toKind" = 'benefit')`,
    [tx.organisationId, fromId],
  );
}

/** The links with a broken assumption, and every link that leads on from one of them. */
export function readLinksBehindBroken(tx: Transaction): Promise<(JudgedArrow & { toKind: MapNodeKind })[]> {
  return tx.query(
    `with recursive ${CURRENT_LINKS},
       broken as (select distinct map_link_id as id from assumption where organisation_id = $1 and status = 'broken'),
       behind(id) as (
         select link."toId" from link join broken on broken.id = link.id
         union select link."toId" from link join behind on link."fromId" = behind.id)
     select link.id, link."fromId" as "from", link."toId" as "to", link."toKind",
       case when broken.id is not null then 'broken' end as status
     from link left join broken on broken.id = link.id
     where broken.id is not null or link."fromId" in (select id from behind)`,
    [tx.organisationId],
  );
}

/** The broken assumptions of these links, with what they stand between; oldest first. */
export function readBrokenAssumptions(tx: Transaction, linkIds: readonly string[]): Promise<BrokenAssumptionRow[]> {
  if (linkIds.length === 0) return Promise.resolve([]);
  return tx.query<BrokenAssumptionRow>(
    `with ${CURRENT_LINKS}, titled as materialized ${TITLES}
     select a.id, a.map_link_id as "mapLinkId", a.text, a.reviewed_on as "reviewedOn", f.title as "fromTitle", t.title as "toTitle",
       i.id as "initiativeId", i.title as "initiativeTitle"
     from assumption a join link on link.id = a.map_link_id join titled f on f.id = link."fromId" join titled t on t.id = link."toId"
       join initiative i on i.organisation_id = $1 and i.id = f.initiative_id
     where a.organisation_id = $1 and a.status = 'broken' and a.map_link_id = any($2::uuid[]) order by a.created_at, a.id`,
    [tx.organisationId, [...linkIds]],
  );
}
