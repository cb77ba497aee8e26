import { may, type Permission } from '@hoest/organisation';
import type { Caller } from '@hoest/persistence';

/**
 * Units in which – and below which – the caller has a permission by role; null = the whole organisation, empty = nowhere.
 * Asks the policy grant by grant, so that a list in SQL and a single decision cannot differ.
 */
export function decidableUnits(caller: Caller, permission: Permission): string[] | null {
  const units: string[] = [];
  for (const grant of caller.grants) {
    const unitAncestorIds = grant.unitId === null ? [] : [grant.unitId];
    if (!may({ ...caller, grants: [grant] }, permission, { unitAncestorIds })) continue;
    if (grant.unitId === null) return null;
    units.push(grant.unitId);
  }
  return units;
}
