import { ACCESS_ROLES } from '@hoest/organisation';
import * as z from 'zod';
import { id, instant, version } from '../fields';
import { listQuery, page } from '../list';
import { defineRoute } from '../route';

const grant = z.strictObject({
  role: z.enum(ACCESS_ROLES),
  /** The unit the role reaches, with those below it; null = the whole organisation. */
  unitId: id.nullable(),
});

/** A sign-in: one per person, with what it may do. */
export const account = z
  .object({
    id,
    personId: id,
    personName: z.string(),
    email: z.string(),
    active: z.boolean(),
    locale: z.enum(['da', 'en']),
    isDemo: z.boolean(),
    /** Whether the account signs in with a password of its own. */
    hasPassword: z.boolean(),
    grants: z.array(z.object({ role: z.enum(ACCESS_ROLES), unitId: id.nullable() })),
    /** Latest use of a session that still exists; null = none. */
    lastSeenAt: instant.nullable(),
    version,
  })
  .meta({ id: 'Account' });
export type Account = z.output<typeof account>;

const newPassword = z.string().min(1).max(1000);
const grants = z.array(grant).max(50);

export const accountRoutes = {
  listAccounts: defineRoute({
    id: 'listAccounts',
    method: 'GET',
    path: '/accounts',
    area: 'organisation',
    permission: 'access.manage',
    summary: 'Who can sign in, and what they may do',
    query: listQuery({
      sorts: ['personName', 'email'],
      defaultSort: 'personName',
      filters: { role: { values: ACCESS_ROLES }, active: { values: ['true', 'false'] }, personId: { ids: true } },
    }),
    response: page(account),
  }),
  readAccount: defineRoute({
    id: 'readAccount',
    method: 'GET',
    path: '/accounts/:id',
    area: 'organisation',
    permission: 'access.manage',
    summary: 'One sign-in',
    params: z.strictObject({ id }),
    response: account,
  }),
  createAccount: defineRoute({
    id: 'createAccount',
    method: 'POST',
    path: '/accounts',
    area: 'organisation',
    permission: 'access.manage',
    status: 201,
    summary: 'Gives a person a sign-in',
    body: z.strictObject({
      personId: id,
      email: z.email().max(254),
      password: newPassword,
      locale: z.enum(['da', 'en']).optional(),
      grants,
    }),
    response: account,
  }),
  changeAccount: defineRoute({
    id: 'changeAccount',
    method: 'PATCH',
    path: '/accounts/:id',
    area: 'organisation',
    permission: 'access.manage',
    summary: 'Changes a sign-in; new grants, a new password or closing it end its sessions',
    params: z.strictObject({ id }),
    body: z
      .strictObject({
        email: z.email().max(254),
        password: newPassword,
        locale: z.enum(['da', 'en']),
        active: z.boolean(),
        grants,
      })
      .partial(),
    response: account,
  }),
};
