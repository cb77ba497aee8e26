import type { adoptionRoutes } from '@hoest/contracts';
import {
  AdoptionSeriesEntity,
  type AdoptionSeriesRow,
  fieldChanges,
  readInitiativeAccess,
  updateVersioned,
} from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { adoptionSeriesOf, refuseEmptyAim } from './adoption-rules';
import { requireReferences } from './references';

/** Changes a series; its points stay. */
export async function changeAdoptionSeries(
  call: CallOf<typeof adoptionRoutes.changeAdoptionSeries>,
): Promise<AdoptionSeriesRow> {
  const { tx, caller, body, params } = call;
  const initiative = await readInitiativeAccess(tx, params.id, { table: 'adoption_series' });
  requireMay(caller, 'initiative.edit', initiative);
  await requireReferences(tx, [{ pointer: '/unitId', kind: 'unit', id: body.unitId }]);
  refuseEmptyAim(body);
  const { before, after } = await updateVersioned(tx, AdoptionSeriesEntity, params.id, call.ifMatch, body);
  tx.audit({
    action: 'changed',
    objectKind: 'adoption_series',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(before, after),
  });
  tx.announce('initiative', initiative.id);
  return adoptionSeriesOf(tx, params.id);
}
