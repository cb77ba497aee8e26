import { randomUUIDv7 } from 'node:crypto';
import type { adoptionRoutes } from '@hoest/contracts';
import {
  AdoptionSeriesEntity,
  type AdoptionSeriesRow,
  fieldChanges,
  loadRow,
  readInitiativeAccess,
} from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { adoptionSeriesOf, refuseEmptyAim } from './adoption-rules';
import { requireReferences } from './references';

/** Adds a series of actual against intended use. */
export async function addAdoptionSeries(
  call: CallOf<typeof adoptionRoutes.addAdoptionSeries>,
): Promise<AdoptionSeriesRow> {
  const { tx, caller, body, params } = call;
  requireMay(caller, 'initiative.edit', await readInitiativeAccess(tx, params.id));
  await requireReferences(tx, [{ pointer: '/unitId', kind: 'unit', id: body.unitId }]);
  refuseEmptyAim(body);
  const id = randomUUIDv7();
  await tx.manager
    .getRepository(AdoptionSeriesEntity)
    .insert({ ...body, organisationId: tx.organisationId, id, initiativeId: params.id });
  const row = await loadRow(tx, AdoptionSeriesEntity, id);
  tx.audit({
    action: 'added',
    objectKind: 'adoption_series',
    objectId: id,
    parent: { kind: 'initiative', id: params.id },
    changes: fieldChanges(null, row, Object.keys(body)),
  });
  tx.announce('initiative', params.id);
  return adoptionSeriesOf(tx, id);
}
