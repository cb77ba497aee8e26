import { MANAGER_LEVELS } from '@hoest/organisation';
import * as z from 'zod';
import { id, isoDate, line, version } from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';

export const unit = z
  .object({
    id,
    parentId: id.nullable(),
    code: z.string(),
    name: z.string(),
    level: z.number().int(),
    inScope: z.boolean(),
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    version,
  })
  .meta({ id: 'Unit' });
export type Unit = z.output<typeof unit>;

export const person = z
  .object({
    id,
    name: z.string(),
    email: z.string().nullable(),
    title: z.string().nullable(),
    unitId: id,
    managerLevel: z.enum(MANAGER_LEVELS),
    active: z.boolean(),
    version,
  })
  .meta({ id: 'Person' });
export type Person = z.output<typeof person>;

const unitFields = z.strictObject({
  parentId: id.nullable(),
  code: line(40),
  name: line(200),
  inScope: z.boolean(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
});

const personFields = z.strictObject({
  name: line(200),
  email: z.email().max(254).nullable(),
  title: line(200).nullable(),
  unitId: id,
  managerLevel: z.enum(MANAGER_LEVELS),
  active: z.boolean(),
});

export const unitRoutes = {
  listUnits: defineRoute({
    id: 'listUnits',
    method: 'GET',
    path: '/units',
    area: 'organisation',
    permission: 'organisation.read',
    summary: 'The whole unit tree, parents before children',
    response: z.object({ items: z.array(unit) }),
  }),
  createUnit: defineRoute({
    id: 'createUnit',
    method: 'POST',
    path: '/units',
    area: 'organisation',
    permission: 'organisation.edit',
    status: 201,
    summary: 'Adds a unit',
    body: unitFields.partial({ inScope: true, validTo: true, validFrom: true }).required({ parentId: true }),
    response: unit,
  }),
  changeUnit: defineRoute({
    id: 'changeUnit',
    method: 'PATCH',
    path: '/units/:id',
    area: 'organisation',
    permission: 'organisation.edit',
    summary: 'Changes a unit; a new parent moves the whole subtree',
    params: z.strictObject({ id }),
    body: unitFields.partial(),
    response: unit,
  }),
};

export const personRoutes = {
  listPeople: defineRoute({
    id: 'listPeople',
    method: 'GET',
    path: '/people',
    area: 'organisation',
    permission: 'organisation.read',
    summary: 'People of the organisation',
    query: listQuery({
      sorts: ['name'],
      defaultSort: 'name',
      filters: {
        unitId: { ids: true },
        managerLevel: { values: MANAGER_LEVELS },
        active: { values: ['true', 'false'] },
      },
    }),
    response: page(person),
  }),
  createPerson: defineRoute({
    id: 'createPerson',
    method: 'POST',
    path: '/people',
    area: 'organisation',
    permission: 'people.edit',
    status: 201,
    summary: 'Adds a person',
    body: personFields.partial({ email: true, title: true, managerLevel: true, active: true }),
    response: person,
  }),
  changePerson: defineRoute({
    id: 'changePerson',
    method: 'PATCH',
    path: '/people/:id',
    area: 'organisation',
    permission: 'people.edit',
    summary: 'Changes a person',
    params: z.strictObject({ id }),
    body: personFields.partial(),
    response: person,
  }),
};
