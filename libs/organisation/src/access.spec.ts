import * as fc from 'fast-check';
import { ACCESS_ROLES, may, PERMISSIONS, type AccessSubject, type Permission } from './access';

const subject = (overrides: Partial<AccessSubject>): AccessSubject => ({
  personId: 'p1',
  grants: [],
  tokenScopes: null,
  ...overrides,
});
const permissions = Object.keys(PERMISSIONS) as Permission[];

describe('may', () => {
  it('denies everything to a sign-in without a role', () => {
    for (const permission of permissions) expect(may(subject({}), permission)).toBe(false);
  });

  it('lets the auditor read everything and write nothing in the portfolio', () => {
    const auditor = subject({ grants: [{ role: 'auditor', unitId: null }] });
    expect(may(auditor, 'audit.read')).toBe(true);
    expect(may(auditor, 'portfolio.read')).toBe(true);
    expect(may(auditor, 'initiative.edit', { responsiblePersonIds: ['p1'] })).toBe(false);
    expect(may(auditor, 'measurement.record')).toBe(false);
  });

  it('limits writing to the unit of the grant and the units below it', () => {
    const manager = subject({ grants: [{ role: 'project_manager', unitId: 'u2' }] });
    expect(may(manager, 'initiative.edit', { unitAncestorIds: ['u1', 'u2', 'u3'] })).toBe(true);
    expect(may(manager, 'initiative.edit', { unitAncestorIds: ['u1', 'u4'] })).toBe(false);
    expect(may(manager, 'portfolio.read', { unitAncestorIds: ['u1', 'u4'] })).toBe(true);
  });

  it('lets the person who answers for the initiative edit it outside the unit of the grant', () => {
    const manager = subject({ grants: [{ role: 'project_manager', unitId: 'u2' }] });
    expect(may(manager, 'initiative.edit', { unitAncestorIds: ['u4'], responsiblePersonIds: [null, 'p1'] })).toBe(true);
    expect(
      may(subject({ ...manager, personId: null }), 'initiative.edit', {
        unitAncestorIds: ['u4'],
        responsiblePersonIds: [null],
      }),
    ).toBe(false);
  });

  it('narrows an access token to its scopes', () => {
    const grants = [{ role: 'administrator', unitId: null }] as const;
    expect(may(subject({ grants, tokenScopes: ['read'] }), 'initiative.edit')).toBe(false);
    expect(may(subject({ grants, tokenScopes: ['write'] }), 'initiative.edit')).toBe(true);
    expect(may(subject({ grants, tokenScopes: ['write'] }), 'access.manage')).toBe(false);
    expect(may(subject({ grants, tokenScopes: ['admin'] }), 'access.manage')).toBe(true);
    expect(may(subject({ grants, tokenScopes: [] }), 'portfolio.read')).toBe(false);
  });

  it('never gives more with a unit on the grant, or with a token, than without', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...permissions),
        fc.constantFrom(...ACCESS_ROLES),
        fc.array(fc.constantFrom('u1', 'u2', 'u3')),
        fc.subarray(['read', 'write', 'admin'] as const),
        (permission, role, unitAncestorIds, tokenScopes) => {
          const whole = may(subject({ grants: [{ role, unitId: null }] }), permission, { unitAncestorIds });
          const limited = may(subject({ grants: [{ role, unitId: 'u2' }], tokenScopes }), permission, {
            unitAncestorIds,
          });
          return whole || !limited;
        },
      ),
    );
  });
});
