import type { adoptionRoutes } from '@hoest/contracts';
import { AdoptionSeriesEntity, fieldChanges, readInitiativeAccess, removeVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { adoptionSeriesOf } from './adoption-rules';

/** Removes a series with its points; the trail keeps them. */
export async function removeAdoptionSeries(call: CallOf<typeof adoptionRoutes.removeAdoptionSeries>): Promise<void> {
  const { tx, caller, params } = call;
  const initiative = await readInitiativeAccess(tx, params.id, { table: 'adoption_series' });
  requireMay(caller, 'initiative.edit', initiative);
  const series = await adoptionSeriesOf(tx, params.id);
  await removeVersioned(tx, AdoptionSeriesEntity, params.id, call.ifMatch);
  tx.audit({
    action: 'removed',
    objectKind: 'adoption_series',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(series, null),
  });
  tx.announce('initiative', initiative.id);
}
