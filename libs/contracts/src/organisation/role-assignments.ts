import { ASSIGNABLE_KINDS, ASSIGNED_ROLES } from '@hoest/organisation';
import * as z from 'zod';
import { id, isoDate, version } from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';

/** Who answers for what, from when to when. */
export const roleAssignment = z
  .object({
    id,
    personId: id,
    personName: z.string(),
    objectKind: z.enum(ASSIGNABLE_KINDS),
    objectId: id,
    /** What the object is called; null when it is gone or has no name. */
    objectTitle: z.string().nullable(),
    role: z.enum(ASSIGNED_ROLES),
    validFrom: isoDate,
    /** First day on which it no longer holds; null = until further notice. */
    validTo: isoDate.nullable(),
    /** Day somebody last confirmed that it still holds; null = never. */
    confirmedOn: isoDate.nullable(),
    version,
  })
  .meta({ id: 'RoleAssignment' });
export type RoleAssignment = z.output<typeof roleAssignment>;

export const roleAssignmentRoutes = {
  listRoleAssignments: defineRoute({
    id: 'listRoleAssignments',
    method: 'GET',
    path: '/role-assignments',
    area: 'organisation',
    permission: 'organisation.read',
    summary: 'Who answers for what',
    query: listQuery({
      sorts: ['personName', 'validFrom'],
      defaultSort: '-validFrom',
      filters: {
        personId: { ids: true },
        objectKind: { values: ASSIGNABLE_KINDS },
        objectId: { ids: true },
        role: { values: ASSIGNED_ROLES },
        validTo: { range: isoDate, nullable: true },
      },
    }),
    response: page(roleAssignment),
  }),
  createRoleAssignment: defineRoute({
    id: 'createRoleAssignment',
    method: 'POST',
    path: '/role-assignments',
    area: 'organisation',
    permission: 'people.edit',
    status: 201,
    summary: 'Assigns a role; owners and managers of initiatives and benefits are set there instead',
    body: z.strictObject({
      personId: id,
      objectKind: z.enum(ASSIGNABLE_KINDS),
      objectId: id,
      role: z.enum(ASSIGNED_ROLES),
      validFrom: isoDate.optional(),
      validTo: isoDate.nullable().optional(),
    }),
    response: roleAssignment,
  }),
  changeRoleAssignment: defineRoute({
    id: 'changeRoleAssignment',
    method: 'PATCH',
    path: '/role-assignments/:id',
    area: 'organisation',
    permission: 'people.edit',
    summary: 'Ends, corrects or confirms an assignment',
    params: z.strictObject({ id }),
    body: z.strictObject({ validFrom: isoDate, validTo: isoDate.nullable(), confirmedOn: isoDate }).partial(),
    response: roleAssignment,
  }),
};
