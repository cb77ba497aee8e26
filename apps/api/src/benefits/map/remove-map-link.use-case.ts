import type { mapRoutes } from '@hoest/contracts';
import { fieldChanges, MapLinkEntity, removeVersioned } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { linkFacts } from './audit-links';
import { announceMap, linkWithAccess } from './map-parts';
import { changeOwnLink } from './own-link';

/** Removes a link with its assumptions; where the benefit itself names the goal or the benefit, that is emptied. */
export async function removeMapLink(call: CallOf<typeof mapRoutes.removeMapLink>): Promise<void> {
  const { tx, caller, params } = call;
  const { link, initiative } = await linkWithAccess(tx, params.id);
  requireMay(caller, 'benefit.edit', initiative);
  await removeVersioned(tx, MapLinkEntity, params.id, call.ifMatch);
  if (link.own)
    await changeOwnLink(tx, link.fromId, link.toKind === 'goal' ? { goalId: null } : { contributesToId: null });
  tx.audit({
    action: 'removed',
    objectKind: 'map_link',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(linkFacts(link), null),
  });
  announceMap(tx, initiative.id);
}
