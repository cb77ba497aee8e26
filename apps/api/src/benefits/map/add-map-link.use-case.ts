import { randomUUIDv7 } from 'node:crypto';
import type { BodyOf, mapRoutes } from '@hoest/contracts';
import {
  BenefitEntity,
  fieldChanges,
  loadRow,
  MapLinkEntity,
  readInitiativeAccess,
  readMapLink,
  type Transaction,
} from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { refuseCountedTwice } from '../contributes-to';
import { linkFacts } from './audit-links';
import { checkNewLink, type NamedNode, requireNode } from './check-new-link';
import { announceMap } from './map-parts';
import { mapLinkAnswer } from './map.mapper';
import { changeOwnLink, type OwnLink } from './own-link';

/**
 * Links two nodes. The first goal of a benefit becomes the goal its profile names, and so does the first benefit of
 * another initiative it contributes to: those two facts stand on the benefit, not here.
 */
export async function addMapLink({ tx, caller, params, body }: CallOf<typeof mapRoutes.addMapLink>) {
  const initiative = await readInitiativeAccess(tx, params.id);
  requireMay(caller, 'benefit.edit', initiative);
  const from = await requireNode(tx, '/from', body.from);
  const to = await requireNode(tx, '/to', body.to);
  if (from.kind !== 'goal' && from.initiativeId !== params.id) {
    throw fieldRefused('/from', 'other_initiative', {
      da: 'Forbindelsen begynder i en anden indsats. Tilføj den på kortet for den indsats.',
      en: 'The link begins in another initiative. Add it on the map of that initiative.',
    });
  }
  await checkNewLink(tx, '/to', from, to);
  const own = await ownLinkOf(tx, from, to);
  if (own) await changeOwnLink(tx, from.id, own);
  const id = await writeLink(tx, from, to, own === null, body);
  const link = await readMapLink(tx, id);
  tx.audit({
    action: 'added',
    objectKind: 'map_link',
    objectId: id,
    parent: { kind: 'initiative', id: params.id },
    changes: fieldChanges(null, linkFacts(link)),
  });
  announceMap(tx, params.id);
  return mapLinkAnswer(link);
}

/** What the link makes the benefit name by itself; null = it stands beside what the benefit names. */
async function ownLinkOf(tx: Transaction, from: NamedNode, to: NamedNode): Promise<OwnLink | null> {
  if (from.kind !== 'benefit') return null;
  const { goalId, contributesToId, monetised } = await loadRow(tx, BenefitEntity, from.id);
  if (to.kind === 'goal') return goalId === null ? { goalId: to.id } : null;
  if (contributesToId !== null || to.initiativeId === from.initiativeId) return null;
  await refuseCountedTwice(tx, { id: from.id, monetised, contributesToId: to.id }, '/to');
  return { contributesToId: to.id };
}

/** Writes the row of the link, or takes over the one that slept since the benefit named another goal. */
async function writeLink(
  tx: Transaction,
  from: NamedNode,
  to: NamedNode,
  standsAlone: boolean,
  { required = false, note = null }: BodyOf<typeof mapRoutes.addMapLink>,
): Promise<string> {
  const ends = {
    ...(from.kind === 'enabler' && { fromEnablerId: from.id }),
    ...(from.kind === 'change_activity' && { fromActivityId: from.id }),
    ...(from.kind === 'benefit' && { fromBenefitId: from.id }),
    ...(to.kind === 'change_activity' && { toActivityId: to.id }),
    ...(to.kind === 'benefit' && { toBenefitId: to.id }),
    ...(to.kind === 'goal' && { toGoalId: to.id }),
  };
  const repository = tx.manager.getRepository(MapLinkEntity);
  const sleeping = await repository.findOne({ where: { organisationId: tx.organisationId, ...ends } });
  if (!sleeping) {
    const id = randomUUIDv7();
    await repository.insert({ organisationId: tx.organisationId, id, ...ends, standsAlone, required, note });
    return id;
  }
  const { id, version } = sleeping;
  await repository.update(
    { organisationId: tx.organisationId, id },
    { standsAlone, required, note, version: version + 1, updatedAt: () => 'now()' },
  );
  return id;
}
