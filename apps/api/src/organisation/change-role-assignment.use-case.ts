import type { roleAssignmentRoutes } from '@hoest/contracts';
import type { AssignableKind } from '@hoest/organisation';
import { fieldChanges, loadRow, RoleAssignmentEntity, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { unitsOfObject } from './assignable-object';
import { refuseReversedPeriod } from './refuse-reversed-period';
import { readRoleAssignment, type RoleAssignmentRow } from './role-assignment-list';

/** Ends, corrects or confirms an assignment. */
export async function changeRoleAssignment(
  call: CallOf<typeof roleAssignmentRoutes.changeRoleAssignment>,
): Promise<RoleAssignmentRow> {
  const { tx, body, caller, params } = call;
  const row = await loadRow(tx, RoleAssignmentEntity, params.id);
  const object = { kind: row.objectKind as AssignableKind, id: row.objectId };
  requireMay(caller, 'people.edit', { unitAncestorIds: await unitsOfObject(tx, object.kind, object.id) });
  refuseReversedPeriod(body.validFrom ?? row.validFrom, body.validTo === undefined ? row.validTo : body.validTo);
  const { before, after } = await updateVersioned(tx, RoleAssignmentEntity, params.id, call.ifMatch, body);
  tx.audit({
    action: 'changed',
    objectKind: 'role_assignment',
    objectId: params.id,
    parent: object,
    changes: fieldChanges(before, after),
  });
  tx.announce('organisation', params.id);
  return readRoleAssignment(tx, params.id);
}
