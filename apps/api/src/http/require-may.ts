import { type AccessObject, may, type Permission } from '@hoest/organisation';
import type { Caller } from '@hoest/persistence';
import { notAllowed } from '@hoest/platform';

/**
 * The second question of a use case: may the caller do this to this very object? The guard has asked in general.
 * @throws ProblemError `not_allowed`
 */
export function requireMay(caller: Caller, permission: Permission, object: AccessObject): void {
  if (!may(caller, permission, object)) throw notAllowed();
}
