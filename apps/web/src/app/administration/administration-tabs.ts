import type { Permission } from '@hoest/organisation';

/** A page of the administration and what one must be allowed to see it. */
export interface AdministrationTab {
  path: 'units' | 'people' | 'access' | 'roles' | 'history' | 'operation';
  permission: Permission;
}

/** The pages in their order; the first one a person may see opens. */
export const ADMINISTRATION_TABS: readonly AdministrationTab[] = [
  { path: 'units', permission: 'people.edit' },
  { path: 'people', permission: 'people.edit' },
  { path: 'access', permission: 'access.manage' },
  { path: 'roles', permission: 'people.edit' },
  { path: 'history', permission: 'audit.read' },
  { path: 'operation', permission: 'organisation.edit' },
];
