import { randomUUIDv7 } from 'node:crypto';
import type { unitRoutes } from '@hoest/contracts';
import { fieldChanges, UnitEntity } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from './organisation-day';
import { loadParent, loadUnit, lockUnitTree, refuseSecondRoot } from './unit-tree';

/** Adds a unit below its parent; without one it becomes the top of an organisation that has none. */
export async function createUnit({ tx, caller, body }: CallOf<typeof unitRoutes.createUnit>): Promise<UnitEntity> {
  await lockUnitTree(tx);
  if (body.parentId === null) await refuseSecondRoot(tx);
  const parent = body.parentId === null ? null : await loadParent(tx, body.parentId);
  requireMay(caller, 'organisation.edit', { unitAncestorIds: parent?.ancestorIds ?? [] });
  const id = randomUUIDv7();
  const above = parent?.ancestorIds ?? [];
  await tx.manager.getRepository(UnitEntity).insert({
    organisationId: tx.organisationId,
    id,
    parentId: body.parentId,
    code: body.code,
    name: body.name,
    level: above.length,
    inScope: body.inScope ?? true,
    validFrom: body.validFrom ?? (await organisationDay(tx)),
    validTo: body.validTo ?? null,
    ancestorIds: [...above, id],
  });
  const unit = await loadUnit(tx, id);
  tx.audit({ action: 'created', objectKind: 'unit', objectId: id, changes: fieldChanges(null, unit) });
  tx.announce('organisation', id);
  return unit;
}
