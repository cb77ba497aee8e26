import { IMPORT_KIND_PERMISSIONS } from '@hoest/contracts';
import type { ImportKind } from '@hoest/exchange';
import { may } from '@hoest/organisation';
import type { Caller } from '@hoest/persistence';
import { notAllowed } from '@hoest/platform';

/**
 * Refuses who may run imports, but not of this kind.
 * @throws ProblemError
 */
export function refuseUnlessMayRun(caller: Caller, kind: ImportKind): void {
  if (!may(caller, IMPORT_KIND_PERMISSIONS[kind])) throw notAllowed();
}
