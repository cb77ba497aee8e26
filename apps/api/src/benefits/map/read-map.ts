import type { mapRoutes } from '@hoest/contracts';
import { may } from '@hoest/organisation';
import {
  type MapLinkRow,
  readChangeActivities,
  readEnablers,
  readGoalLinks,
  readInitiativeAccess,
  readInitiativeLinks,
  readMapBenefits,
  readMapGoals,
  RowNotFound,
  type Transaction,
} from '@hoest/persistence';
import type { MapNodeKind } from '@hoest/benefits';
import type { CallOf } from '../../http/handle';
import { readBehindBroken } from './broken-assumptions';
import { mapLinkAnswer } from './map.mapper';

/** Ids of one kind at the ends of the links. */
function ends(links: readonly MapLinkRow[], kind: MapNodeKind): string[] {
  const ids = links.flatMap(({ fromKind, fromId, toKind, toId }) => [
    ...(fromKind === kind ? [fromId] : []),
    ...(toKind === kind ? [toId] : []),
  ]);
  return [...new Set(ids)];
}

/** Links and what rests on a broken assumption, both as the answer holds them, for the nodes of one map. */
async function linksAnswer(tx: Transaction, links: readonly MapLinkRow[], nodeIds: ReadonlySet<string>) {
  const behind = await readBehindBroken(tx);
  return { links: links.map(mapLinkAnswer), behindBroken: behind.filter(({ node }) => nodeIds.has(node.id)) };
}

/** Everything of one initiative, the goals it serves, and benefits of others that it contributes to or that contribute to it. */
export async function readInitiativeMap({ tx, caller, params }: CallOf<typeof mapRoutes.readInitiativeMap>) {
  const initiative = await readInitiativeAccess(tx, params.id);
  const [subject] = await tx.query<{ code: string; title: string }>(
    `select code, title from initiative where organisation_id = $1 and id = $2`,
    [tx.organisationId, params.id],
  );
  if (!subject) throw new RowNotFound('initiative');
  const own = { initiativeId: params.id };
  const links = await readInitiativeLinks(tx, params.id);
  const enablers = await readEnablers(tx, own);
  const changeActivities = await readChangeActivities(tx, own);
  const ownBenefits = await readMapBenefits(tx, own);
  const known = new Set(ownBenefits.map(({ id }) => id));
  const foreign = ends(links, 'benefit').filter((id) => !known.has(id));
  const benefits = [...ownBenefits, ...(await readMapBenefits(tx, { ids: foreign }))];
  const goals = await readMapGoals(tx, ends(links, 'goal'));
  const nodes = [...enablers, ...changeActivities, ...benefits, ...goals];
  return {
    subject: { kind: 'initiative' as const, id: params.id, ...subject },
    enablers,
    changeActivities,
    benefits,
    goals,
    ...(await linksAnswer(tx, links, new Set(nodes.map(({ id }) => id)))),
    mayEdit: may(caller, 'benefit.edit', initiative),
  };
}

/** Everything that leads to one goal. Each part is edited on the map of its own initiative. */
export async function readGoalMap({ tx, params }: CallOf<typeof mapRoutes.readGoalMap>) {
  const goals = await readMapGoals(tx, [params.id]);
  const [goal] = goals;
  if (!goal) throw new RowNotFound('goal');
  const links = await readGoalLinks(tx, params.id);
  const enablers = await readEnablers(tx, { ids: ends(links, 'enabler') });
  const changeActivities = await readChangeActivities(tx, { ids: ends(links, 'change_activity') });
  const benefits = await readMapBenefits(tx, { ids: ends(links, 'benefit') });
  const nodes = [...enablers, ...changeActivities, ...benefits, ...goals];
  return {
    subject: { kind: 'goal' as const, id: goal.id, code: goal.code, title: goal.title },
    enablers,
    changeActivities,
    benefits,
    goals,
    ...(await linksAnswer(tx, links, new Set(nodes.map(({ id }) => id)))),
    mayEdit: false,
  };
}
