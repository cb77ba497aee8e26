import type { unitRoutes } from '@hoest/contracts';
import { fieldChanges, UnitEntity, updateVersioned } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { refuseReversedPeriod } from './refuse-reversed-period';
import { loadParent, loadUnit, lockUnitTree, moveSubtree } from './unit-tree';

/** Changes a unit. A new parent takes the unit and everything below it along. */
export async function changeUnit(call: CallOf<typeof unitRoutes.changeUnit>): Promise<UnitEntity> {
  const { tx, caller, body, params } = call;
  await lockUnitTree(tx);
  const unit = await loadUnit(tx, params.id);
  requireMay(caller, 'organisation.edit', { unitAncestorIds: unit.ancestorIds });
  const moves = body.parentId !== undefined && body.parentId !== unit.parentId;
  const { before, after } = await updateVersioned(tx, UnitEntity, params.id, call.ifMatch, body);
  refuseReversedPeriod(after.validFrom, after.validTo);
  if (moves) {
    const parent = await loadNewParent(call);
    requireMay(caller, 'organisation.edit', { unitAncestorIds: parent.ancestorIds });
    await moveSubtree(tx, before, parent);
  }
  tx.audit({
    action: moves ? 'moved' : 'changed',
    objectKind: 'unit',
    objectId: unit.id,
    changes: fieldChanges(before, after),
  });
  tx.announce('organisation', unit.id);
  return moves ? loadUnit(tx, unit.id) : after;
}

function loadNewParent({ tx, body }: CallOf<typeof unitRoutes.changeUnit>): Promise<UnitEntity> {
  if (body.parentId === null || body.parentId === undefined) {
    throw fieldRefused('/parentId', 'second_root', {
      da: 'Kun den øverste enhed har ingen over sig.',
      en: 'Only the top unit has none above it.',
    });
  }
  return loadParent(tx, body.parentId);
}
