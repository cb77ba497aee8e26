import { randomUUIDv7 } from 'node:crypto';
import type { roleAssignmentRoutes } from '@hoest/contracts';
import { fieldChanges, loadRow, RoleAssignmentEntity } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { refuseKeptRole, unitsOfObject } from './assignable-object';
import { organisationDay } from './organisation-day';
import { refuseReversedPeriod } from './refuse-reversed-period';
import { readRoleAssignment, type RoleAssignmentRow } from './role-assignment-list';

/** Says who answers for something from a day on; the day counts as its first confirmation. */
export async function createRoleAssignment(
  call: CallOf<typeof roleAssignmentRoutes.createRoleAssignment>,
): Promise<RoleAssignmentRow> {
  const { tx, body, caller } = call;
  refuseKeptRole(body.objectKind, body.role);
  requireMay(caller, 'people.edit', { unitAncestorIds: await unitsOfObject(tx, body.objectKind, body.objectId) });
  const today = await organisationDay(tx);
  const validFrom = body.validFrom ?? today;
  const validTo = body.validTo ?? null;
  refuseReversedPeriod(validFrom, validTo);
  const id = randomUUIDv7();
  await tx.manager.getRepository(RoleAssignmentEntity).insert({
    organisationId: tx.organisationId,
    id,
    personId: body.personId,
    objectKind: body.objectKind,
    objectId: body.objectId,
    role: body.role,
    validFrom,
    validTo,
    confirmedOn: today,
  });
  const row = await loadRow(tx, RoleAssignmentEntity, id);
  tx.audit({
    action: 'created',
    objectKind: 'role_assignment',
    objectId: id,
    parent: { kind: body.objectKind, id: body.objectId },
    changes: fieldChanges(null, row),
  });
  tx.announce('organisation', id);
  return readRoleAssignment(tx, id);
}
