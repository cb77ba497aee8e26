import { randomUUID } from 'node:crypto';
import { type Route, ROUTES } from '@hoest/contracts';
import { ACCESS_ROLES, type AccessRole, may } from '@hoest/organisation';
import { RouteRegistry } from '../../../apps/api/src/http/route-registry';
import { ApiUnderTest, type Reply, type SignedIn, type TestOrganisation } from './api-under-test';
import { fillEveryTable } from './fill-every-table';
import { addressOf, bodyOf } from './sample-input';

const ONE_ID = randomUUID();
const OTHER_ID = randomUUID();

/** Calls that answer each item of their body on its own: the whole is a success, the item says that there is no such thing. */
const ANSWERED_BY_ITEM = ['validateFinanceClaims'];

/** A role that may call it; the administrator where they may. */
function roleFor({ permission }: Route): AccessRole {
  if (permission === 'public' || permission === 'signed_in') return 'administrator';
  const allowed = (role: AccessRole) =>
    may({ personId: null, grants: [{ role, unitId: null }], tokenScopes: null }, permission);
  return ACCESS_ROLES.find(allowed) ?? 'administrator';
}

/** Made from the contract, so that a call added tomorrow is in it: every call, every role, every id of somebody else. */
describe('every call of the contract', () => {
  let api: ApiUnderTest;
  let home: TestOrganisation;
  const sessions = new Map<AccessRole, SignedIn>();
  /** Ids of rows of another organisation, by table. */
  const foreignIds = new Map<string, string>();

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    home = await api.organisation();
    const neighbours = await api.organisation('Naboby');
    for (const role of ACCESS_ROLES) sessions.set(role, await home.session(role));
    for (const [table, row] of await fillEveryTable(api.owner, neighbours.organisationId)) {
      if (typeof row['id'] === 'string' && row['id'].length === 36) foreignIds.set(table, row['id']);
    }
  });
  afterAll(() => api.stop());

  const as = (role: AccessRole) => sessions.get(role) ?? { headers: {} };

  function call(route: Route, id: string, options: { as?: SignedIn; query?: string } = {}): Promise<Reply> {
    return api.call(route.method, `${addressOf(route, id)}${options.query ?? ''}`, {
      as: options.as,
      body: bodyOf(route, id),
      ...(route.ifMatch && { version: 1 }),
    });
  }

  it('has exactly one handler', () => {
    expect(api.app.get(RouteRegistry).faults()).toEqual([]);
  });

  describe.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
    const permission = route.permission;

    if (permission !== 'public') {
      it('wants a sign-in', async () => {
        const reply = await call(route, randomUUID());
        expect([reply.status, reply.body.code]).toEqual([401, 'not_signed_in']);
      });
    }

    it('is open to the roles the policy names and to no other, and takes no query it does not know', async () => {
      for (const role of ACCESS_ROLES) {
        const subject = { personId: home.personIds[role], grants: [{ role, unitId: null }], tokenScopes: null };
        const allowed = permission === 'public' || permission === 'signed_in' || may(subject, permission);
        const reply = await call(route, randomUUID(), { as: as(role), query: '?no_such_name=1' });
        const expected = !allowed ? 403 : route.multipart ? 415 : 400;
        expect([role, reply.status]).toEqual([role, expected]);
        if (expected === 400) {
          expect(reply.body.errors).toContainEqual(
            expect.objectContaining({ pointer: '/query/no_such_name', code: 'unknown_field' }),
          );
        }
      }
    });

    if (route.method !== 'GET' && permission !== 'public') {
      it('changes nothing for a browser without the CSRF header', async () => {
        const { cookie = '' } = as('administrator').headers;
        const reply = await call(route, randomUUID(), { as: { headers: { cookie } } });
        expect([reply.status, reply.body.code]).toEqual([403, 'csrf']);
      });
    }

    if (addressOf(route, ONE_ID) !== addressOf(route, OTHER_ID) && !route.multipart) {
      it('answers an id of another organisation like one that does not exist', async () => {
        const unknown = await call(route, randomUUID(), { as: as(roleFor(route)) });
        expect([unknown.status, unknown.body?.code, unknown.body?.errors]).toEqual([404, 'not_found', undefined]);
        for (const [table, id] of foreignIds) {
          const foreign = await call(route, id, { as: as(roleFor(route)) });
          expect([table, foreign.status, { ...foreign.body, instance: '', requestId: '' }]).toEqual([
            table,
            404,
            { ...unknown.body, instance: '', requestId: '' },
          ]);
        }
      });
    } else if (JSON.stringify(bodyOf(route, ONE_ID)) !== JSON.stringify(bodyOf(route, OTHER_ID))) {
      it('refuses to refer to a row of another organisation, as to one that does not exist', async () => {
        const unknownId = randomUUID();
        const unknown = await call(route, unknownId, { as: as(roleFor(route)) });
        expect(ANSWERED_BY_ITEM.includes(route.id) ? [200] : [404, 422]).toContain(unknown.status);
        const without = (reply: Reply, id: string) =>
          JSON.parse(JSON.stringify({ ...reply.body, requestId: '' }).replaceAll(id, 'the id')) as unknown;
        for (const [table, id] of foreignIds) {
          const foreign = await call(route, id, { as: as(roleFor(route)) });
          expect([table, foreign.status, without(foreign, id)]).toEqual([
            table,
            unknown.status,
            without(unknown, unknownId),
          ]);
        }
      });
    }
  });
});
