import { randomUUIDv7 } from 'node:crypto';
import type { initiativeRoutes } from '@hoest/contracts';
import {
  InitiativeEntity,
  type InitiativePageRow,
  loadRow,
  readInitiativePage,
  takeInitiativeCodes,
} from '@hoest/persistence';
import { fiscalYear } from '@hoest/quantities';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { initiativeChanges } from './initiative-changes';
import { derivedColumns, initiativeColumns, initiativeReferences, refuseImpossible } from './initiative-fields';
import { refuseContradictingLists, writeLists } from './initiative-lists';
import { namingTaken } from './naming-taken';
import { requireReferences } from './references';
import { requireUnit } from './require-unit';

/** Unique index of the key an initiative has in another system. */
export const INITIATIVE_TAKEN = { initiative_external_key: '/externalKey' };

/** Registers an initiative as an idea. The code is taken last, because other registrations wait for it. */
export async function registerInitiative(
  call: CallOf<typeof initiativeRoutes.registerInitiative>,
): Promise<InitiativePageRow> {
  const { tx, caller, body } = call;
  const { unitAncestorIds, currency, today } = await requireUnit(tx, body.unitId);
  requireMay(caller, 'initiative.register', { unitAncestorIds });
  await requireReferences(tx, initiativeReferences(body));
  const columns = { currency, phaseSince: today, ...initiativeColumns(body) };
  refuseImpossible(columns, body, today);
  refuseContradictingLists(body);

  const id = randomUUIDv7();
  const [code = ''] = await takeInitiativeCodes(tx, fiscalYear(today));
  await namingTaken(
    INITIATIVE_TAKEN,
    tx.manager.getRepository(InitiativeEntity).insert({
      ...columns,
      ...derivedColumns({}, columns),
      organisationId: tx.organisationId,
      id,
      code,
    }),
  );
  await writeLists(tx, id, body);
  const [after, page] = [await loadRow(tx, InitiativeEntity, id), await readInitiativePage(tx, id)];
  tx.audit({
    action: 'registered',
    objectKind: 'initiative',
    objectId: id,
    changes: initiativeChanges({ before: null, after }, { before: null, after: page }),
  });
  tx.announce('initiative', id);
  return page;
}
