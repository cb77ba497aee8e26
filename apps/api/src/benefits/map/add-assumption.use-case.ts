import { randomUUIDv7 } from 'node:crypto';
import type { mapRoutes } from '@hoest/contracts';
import { AssumptionEntity, fieldChanges, loadRow } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { refuseFuture } from '../../portfolio/refuse-future';
import { assumptionAnswer } from './assumptions';
import { announceMap, linkWithAccess } from './map-parts';

/** Says what a link rests on; without a status it is taken to hold, without a day it has not been reviewed. */
export async function addAssumption({ tx, caller, params, body }: CallOf<typeof mapRoutes.addAssumption>) {
  const { initiative } = await linkWithAccess(tx, params.id);
  requireMay(caller, 'benefit.edit', initiative);
  refuseFuture('/reviewedOn', body.reviewedOn, initiative.today);
  const id = randomUUIDv7();
  const fields = {
    text: body.text,
    status: body.status ?? 'holds',
    reviewedOn: body.reviewedOn === undefined && body.status ? initiative.today : (body.reviewedOn ?? null),
  };
  await tx.manager
    .getRepository(AssumptionEntity)
    .insert({ ...fields, organisationId: tx.organisationId, id, mapLinkId: params.id });
  tx.audit({
    action: 'added',
    objectKind: 'assumption',
    objectId: id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(null, fields),
  });
  announceMap(tx, initiative.id);
  return assumptionAnswer(await loadRow(tx, AssumptionEntity, id));
}
