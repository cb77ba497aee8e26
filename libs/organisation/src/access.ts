/**
 * "May X do Y to Z": the one table of what a sign-in may do.
 *
 * An access role is apart from a role assignment: the assignment says who answers for an initiative or benefit, the
 * access role what a person may do in the product. Everybody in an organisation may read its portfolio; writing is
 * limited by role and, where the grant names a unit, to that unit and the units below it. Source: domain rules, section 3.
 */

export const ACCESS_ROLES = [
  'administrator',
  'portfolio_office',
  'leader',
  'project_manager',
  'finance',
  'auditor',
] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

/** Whether a permission only reads. A `read` access token carries only these; a `write` token all but administration. */
export type PermissionKind = 'read' | 'write' | 'admin';

interface PermissionRule {
  kind: PermissionKind;
  /** Roles that have the permission wherever their grant reaches. */
  roles: readonly AccessRole[];
  /** Whether owner and manager of the object have it besides, whatever unit their grant names. */
  responsible?: boolean;
}

const everyone: readonly AccessRole[] = ACCESS_ROLES;
const office: readonly AccessRole[] = ['administrator', 'portfolio_office'];

export const PERMISSIONS = {
  'organisation.read': { kind: 'read', roles: everyone },
  'organisation.edit': { kind: 'admin', roles: ['administrator'] },
  'people.edit': { kind: 'admin', roles: office },
  'access.manage': { kind: 'admin', roles: ['administrator'] },
  'token.own': { kind: 'write', roles: everyone },
  'audit.read': { kind: 'read', roles: ['administrator', 'portfolio_office', 'auditor', 'finance', 'leader'] },
  'job.read': { kind: 'read', roles: everyone },
  'job.cancel': { kind: 'write', roles: ['administrator', 'portfolio_office', 'project_manager', 'finance', 'leader'] },
  'portfolio.read': { kind: 'read', roles: everyone },
  'strategy.edit': { kind: 'write', roles: [...office, 'leader'] },
  'initiative.register': { kind: 'write', roles: [...office, 'leader', 'project_manager'] },
  'initiative.edit': { kind: 'write', roles: [...office, 'leader', 'project_manager'], responsible: true },
  'decision.record': { kind: 'write', roles: [...office, 'leader'] },
  'benefit.edit': { kind: 'write', roles: [...office, 'leader', 'project_manager'], responsible: true },
  'benefit.approve': { kind: 'write', roles: [...office, 'leader'] },
  'measurement.record': {
    kind: 'write',
    roles: [...office, 'leader', 'project_manager', 'finance'],
    responsible: true,
  },
  'finance.report': {
    kind: 'write',
    roles: [...office, 'leader', 'project_manager', 'finance'],
    responsible: true,
  },
  'finance.validate': { kind: 'write', roles: ['finance'] },
  'finance.close': { kind: 'write', roles: ['finance'] },
  'finance.settings': { kind: 'write', roles: [...office, 'finance'] },
  'import.read': { kind: 'read', roles: everyone },
  /** Running some kind of import; which kinds is for the permission of the kind. */
  'import.run': { kind: 'write', roles: [...office, 'finance'] },
  'import.initiatives': { kind: 'write', roles: office },
  'finance.actuals': { kind: 'write', roles: [...office, 'finance'] },
  'maturity.read': { kind: 'read', roles: everyone },
  'maturity.recalculate': { kind: 'write', roles: [...office, 'leader'] },
} as const satisfies Record<string, PermissionRule>;

export type Permission = keyof typeof PERMISSIONS;

/** One access role of a signed-in account; `unitId` null = the whole organisation. */
export interface AccessGrant {
  role: AccessRole;
  unitId: string | null;
}

/** What the decision is about; absent facts mean the permission is asked for in general ("may X do Y anywhere?"). */
export interface AccessObject {
  /** The object's unit and every unit above it. */
  unitAncestorIds?: readonly string[];
  /** People who answer for the object (owner, manager, measurer). */
  responsiblePersonIds?: readonly (string | null)[];
}

/** Scopes an access token may carry; a cookie session carries all of them. */
export const TOKEN_SCOPES = ['read', 'write', 'admin'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

const SCOPE_COVERS: Record<TokenScope, readonly PermissionKind[]> = {
  read: ['read'],
  write: ['read', 'write'],
  admin: ['read', 'write', 'admin'],
};

/** Who asks. */
export interface AccessSubject {
  personId: string | null;
  grants: readonly AccessGrant[];
  /** Null for a cookie session: no narrowing. */
  tokenScopes: readonly TokenScope[] | null;
}

/** Whether the subject may use the permission on the object. Denies what it does not know. */
export function may(subject: AccessSubject, permission: Permission, object: AccessObject = {}): boolean {
  const rule: PermissionRule = PERMISSIONS[permission];
  if (subject.tokenScopes && !subject.tokenScopes.some((scope) => SCOPE_COVERS[scope].includes(rule.kind)))
    return false;
  const responsible =
    rule.responsible === true &&
    subject.personId !== null &&
    (object.responsiblePersonIds ?? []).includes(subject.personId);
  return subject.grants.some((grant) => {
    if (!rule.roles.includes(grant.role)) return false;
    if (responsible || grant.unitId === null || rule.kind === 'read' || !object.unitAncestorIds) return true;
    return object.unitAncestorIds.includes(grant.unitId);
  });
}
