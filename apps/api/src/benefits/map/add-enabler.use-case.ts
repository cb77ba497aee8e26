import { randomUUIDv7 } from 'node:crypto';
import type { mapRoutes } from '@hoest/contracts';
import { EnablerEntity, fieldChanges, readInitiativeAccess } from '@hoest/persistence';
import type { CallOf } from '../../http/handle';
import { requireMay } from '../../http/require-may';
import { announceMap, enablerOf } from './map-parts';

/** Adds an enabler to an initiative. */
export async function addEnabler({ tx, caller, params, body }: CallOf<typeof mapRoutes.addEnabler>) {
  requireMay(caller, 'benefit.edit', await readInitiativeAccess(tx, params.id));
  const id = randomUUIDv7();
  await tx.manager
    .getRepository(EnablerEntity)
    .insert({ ...body, organisationId: tx.organisationId, id, initiativeId: params.id });
  tx.audit({
    action: 'added',
    objectKind: 'enabler',
    objectId: id,
    parent: { kind: 'initiative', id: params.id },
    changes: fieldChanges(null, body),
  });
  announceMap(tx, params.id);
  return enablerOf(tx, id);
}
