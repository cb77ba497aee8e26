import { ACCESS_ROLES, PERMISSIONS, type Permission } from '@hoest/organisation';
import * as z from 'zod';
import { id, line } from '../fields';
import { defineRoute } from '../route';

const permissionNames = Object.keys(PERMISSIONS) as [Permission, ...Permission[]];

/** Who is signed in, where, and what they may do anywhere in the organisation. */
export const session = z
  .object({
    organisation: z.object({
      name: z.string(),
      currency: z.string(),
      locale: z.enum(['da', 'en']),
      timeZone: z.string(),
      isDemo: z.boolean(),
      rootUnitId: id,
    }),
    person: z.object({ id, name: z.string(), title: z.string().nullable(), unitId: id }),
    roles: z.array(z.object({ role: z.enum(ACCESS_ROLES), unitId: id.nullable() })),
    permissions: z.array(z.enum(permissionNames)),
    locale: z.enum(['da', 'en']),
    csrfToken: z.string().nullable(),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof session>;

export const sessionRoutes = {
  signIn: defineRoute({
    id: 'signIn',
    method: 'POST',
    path: '/session',
    area: 'organisation',
    permission: 'public',
    ownTransactions: true,
    status: 201,
    summary: 'Signs a person in and sets the session cookie',
    body: z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(1000) }),
    response: session,
  }),
  readSession: defineRoute({
    id: 'readSession',
    method: 'GET',
    path: '/session',
    area: 'organisation',
    permission: 'signed_in',
    summary: 'Who is signed in',
    response: session,
  }),
  changeSession: defineRoute({
    id: 'changeSession',
    method: 'PUT',
    path: '/session/locale',
    area: 'organisation',
    permission: 'signed_in',
    summary: 'Chooses the language of the signed-in person',
    body: z.strictObject({ locale: z.enum(['da', 'en']) }),
    response: session,
  }),
  changePassword: defineRoute({
    id: 'changePassword',
    method: 'PUT',
    path: '/session/password',
    area: 'organisation',
    permission: 'signed_in',
    ownTransactions: true,
    summary: 'Changes the own password; all other sessions of the account end',
    body: z.strictObject({ current: z.string().min(1).max(1000), next: z.string().min(1).max(1000) }),
    response: z.void(),
  }),
  confirmPassword: defineRoute({
    id: 'confirmPassword',
    method: 'POST',
    path: '/session/confirmation',
    area: 'organisation',
    permission: 'signed_in',
    ownTransactions: true,
    summary: 'Gives the own password again: for ten minutes the session may sign off, as after a sign-in',
    body: z.strictObject({ password: z.string().min(1).max(1000) }),
    response: z.void(),
  }),
  signOut: defineRoute({
    id: 'signOut',
    method: 'DELETE',
    path: '/session',
    area: 'organisation',
    permission: 'signed_in',
    ifMatch: false,
    summary: 'Ends the session',
    response: z.void(),
  }),
  listDemoAccounts: defineRoute({
    id: 'listDemoAccounts',
    method: 'GET',
    path: '/session/demo-accounts',
    area: 'organisation',
    permission: 'public',
    ownTransactions: true,
    summary: 'Sign-ins of the demo data, empty without demo data',
    response: z.object({
      items: z.array(
        z.object({ email: z.string(), name: z.string(), title: z.string().nullable(), role: z.enum(ACCESS_ROLES) }),
      ),
    }),
  }),
};

const accessToken = z
  .object({
    id,
    name: z.string(),
    scopes: z.array(z.enum(['read', 'write', 'admin'])),
    expiresOn: z.string(),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: 'AccessToken' });

export const accessTokenRoutes = {
  listAccessTokens: defineRoute({
    id: 'listAccessTokens',
    method: 'GET',
    path: '/access-tokens',
    area: 'organisation',
    permission: 'token.own',
    summary: 'Own access tokens that still work',
    response: z.object({ items: z.array(accessToken) }),
  }),
  createAccessToken: defineRoute({
    id: 'createAccessToken',
    method: 'POST',
    path: '/access-tokens',
    area: 'organisation',
    permission: 'token.own',
    status: 201,
    summary: 'Creates an access token; the token itself is shown once',
    body: z.strictObject({
      name: line(100),
      scopes: z.array(z.enum(['read', 'write', 'admin'])).min(1),
      expiresOn: z.iso.date(),
    }),
    response: accessToken.extend({ token: z.string() }),
  }),
  revokeAccessToken: defineRoute({
    id: 'revokeAccessToken',
    method: 'DELETE',
    path: '/access-tokens/:id',
    area: 'organisation',
    permission: 'token.own',
    ifMatch: false,
    summary: 'Revokes an own access token',
    params: z.strictObject({ id }),
    response: z.void(),
  }),
};
