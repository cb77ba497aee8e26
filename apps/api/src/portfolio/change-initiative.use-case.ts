import type { initiativeRoutes } from '@hoest/contracts';
import {
  InitiativeEntity,
  type InitiativePageRow,
  loadRow,
  readInitiativePage,
  updateVersioned,
} from '@hoest/persistence';
import { freezePlans } from '../benefits/freeze-plans';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { changedFields } from './changed-fields';
import { accessOf } from './initiative.mapper';
import { initiativeChanges } from './initiative-changes';
import { derivedColumns, initiativeColumns, initiativeReferences, refuseImpossible } from './initiative-fields';
import { refuseContradictingLists, writeLists } from './initiative-lists';
import { namingTaken } from './naming-taken';
import { requireReferences } from './references';
import { INITIATIVE_TAKEN } from './register-initiative.use-case';
import { requireUnit } from './require-unit';

/**
 * Changes the named fields of an initiative. Who moves it to another unit must be allowed to edit there, too. An actual
 * go-live that was not there before freezes the benefit plans.
 */
export async function changeInitiative(
  call: CallOf<typeof initiativeRoutes.changeInitiative>,
): Promise<InitiativePageRow> {
  const { tx, caller, body, params } = call;
  const pageBefore = await readInitiativePage(tx, params.id);
  requireMay(caller, 'initiative.edit', accessOf(pageBefore));
  const row = await loadRow(tx, InitiativeEntity, params.id);
  const named = changedFields(row, initiativeColumns(body));
  const change = { ...named, ...derivedColumns(row, named) };
  const namesList = Boolean(body.affectedUnits ?? body.secondaryGoalIds ?? body.phasePlan);
  if (Object.keys(change).length === 0 && !namesList && row.version === call.ifMatch) return pageBefore;

  await requireReferences(tx, initiativeReferences(body));
  if (named.unitId !== undefined) {
    const { unitAncestorIds } = await requireUnit(tx, named.unitId);
    requireMay(caller, 'initiative.edit', { ...accessOf(pageBefore), unitAncestorIds });
  }
  refuseImpossible({ ...row, ...change }, body, pageBefore.today);
  refuseContradictingLists(body);

  const { before, after } = await namingTaken(
    INITIATIVE_TAKEN,
    updateVersioned(tx, InitiativeEntity, params.id, call.ifMatch, change),
  );
  await writeLists(tx, params.id, body);
  if (after.goLiveActual !== null && before.goLiveActual === null) await freezePlans(tx, params.id, after.goLiveActual);
  const page = await readInitiativePage(tx, params.id);
  tx.audit({
    action: 'changed',
    objectKind: 'initiative',
    objectId: params.id,
    changes: initiativeChanges({ before, after }, { before: pageBefore, after: page }),
  });
  tx.announce('initiative', params.id);
  return page;
}
