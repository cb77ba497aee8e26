import type { mapRoutes } from '@hoest/contracts';
import { fieldChanges, MapLinkEntity, readMapLink, type Transaction, updateVersioned } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { announceMap, linkWithAccess } from './map-parts';
import { mapLinkAnswer } from './map.mapper';
import { changeOwnLink } from './own-link';

/** Changes what is said about a link, or makes its goal the benefit's own. */
export async function changeMapLink(call: CallOf<typeof mapRoutes.changeMapLink>) {
  const { tx, caller, params, body } = call;
  const { link, initiative } = await linkWithAccess(tx, params.id);
  requireMay(caller, 'benefit.edit', initiative);
  const { own, ...fields } = body;
  if (own && link.toKind !== 'goal') {
    throw fieldRefused('/own', 'not_a_goal', {
      da: 'Kun en forbindelse fra en gevinst til et mål kan blive gevinstens eget mål.',
      en: 'Only a link from a benefit to a goal can become the benefit’s own goal.',
    });
  }
  const { before, after } = await updateVersioned(tx, MapLinkEntity, params.id, call.ifMatch, {
    ...fields,
    ...(own && { standsAlone: false }),
  });
  if (own && !link.own) {
    await keepFormerGoal(tx, link.fromId);
    await changeOwnLink(tx, link.fromId, { goalId: link.toId });
  }
  tx.audit({
    action: 'changed',
    objectKind: 'map_link',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(before, after),
  });
  announceMap(tx, initiative.id);
  return mapLinkAnswer(await readMapLink(tx, params.id));
}

/** The goal the benefit named until now stays on the map as one more goal. */
async function keepFormerGoal(tx: Transaction, benefitId: string): Promise<void> {
  await tx.query(
    `update map_link l set stands_alone = true, version = l.version + 1, updated_at = now() from benefit b
     where l.organisation_id = $1 and l.from_benefit_id = $2 and b.organisation_id = $1 and b.id = $2 and l.to_goal_id = b.goal_id`,
    [tx.organisationId, benefitId],
  );
}
