import { Controller } from '@nestjs/common';
import { roleAssignmentRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { changeRoleAssignment } from './change-role-assignment.use-case';
import { createRoleAssignment } from './create-role-assignment.use-case';
import { listRoleAssignments } from './role-assignment-list';

@Controller()
export class RoleAssignmentsController {
  @Handle(roleAssignmentRoutes.listRoleAssignments)
  async listRoleAssignments(@Call() { tx, query }: CallOf<typeof roleAssignmentRoutes.listRoleAssignments>) {
    return listRoleAssignments(tx, query);
  }

  @Handle(roleAssignmentRoutes.createRoleAssignment)
  async createRoleAssignment(@Call() call: CallOf<typeof roleAssignmentRoutes.createRoleAssignment>) {
    return createRoleAssignment(call);
  }

  @Handle(roleAssignmentRoutes.changeRoleAssignment)
  async changeRoleAssignment(@Call() call: CallOf<typeof roleAssignmentRoutes.changeRoleAssignment>) {
    return changeRoleAssignment(call);
  }
}
