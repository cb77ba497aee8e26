import { randomUUIDv7 } from 'node:crypto';
import type { mapRoutes } from '@hoest/contracts';
import { ChangeActivityEntity, fieldChanges, readInitiativeAccess } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { refuseFuture } from '../../portfolio/refuse-future';
import { activityColumns } from './activity-columns';
import { announceMap, changeActivityOf } from './map-parts';

/** Adds a change activity to an initiative. */
export async function addChangeActivity({ tx, caller, params, body }: CallOf<typeof mapRoutes.addChangeActivity>) {
  const initiative = await readInitiativeAccess(tx, params.id);
  requireMay(caller, 'benefit.edit', initiative);
  refuseFuture('/doneOn', body.doneOn, initiative.today);
  const id = randomUUIDv7();
  await tx.manager.getRepository(ChangeActivityEntity).insert({
    currency: initiative.currency,
    ...activityColumns(body),
    kind: body.kind,
    title: body.title,
    organisationId: tx.organisationId,
    id,
    initiativeId: params.id,
  });
  tx.audit({
    action: 'added',
    objectKind: 'change_activity',
    objectId: id,
    parent: { kind: 'initiative', id: params.id },
    changes: fieldChanges(null, body),
  });
  announceMap(tx, params.id);
  return changeActivityOf(tx, id);
}
