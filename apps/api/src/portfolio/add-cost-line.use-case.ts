import { randomUUIDv7 } from 'node:crypto';
import type { costRoutes } from '@hoest/contracts';
import { CostLineEntity, type CostLineRow, fieldChanges, loadRow, readInitiativeAccess } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { costColumns, costLineOf } from './cost-lines';

/** Adds a cost line; without a currency it is in that of the initiative. */
export async function addCostLine(call: CallOf<typeof costRoutes.addCostLine>): Promise<CostLineRow> {
  const { tx, caller, body, params } = call;
  const initiative = await readInitiativeAccess(tx, params.id);
  requireMay(caller, 'initiative.edit', initiative);
  const id = randomUUIDv7();
  await tx.manager.getRepository(CostLineEntity).insert({
    currency: initiative.currency,
    ...costColumns(body),
    kind: body.kind,
    organisationId: tx.organisationId,
    id,
    initiativeId: params.id,
  });
  const row = await loadRow(tx, CostLineEntity, id);
  tx.audit({
    action: 'added',
    objectKind: 'cost_line',
    objectId: id,
    parent: { kind: 'initiative', id: params.id },
    changes: fieldChanges(null, row, Object.keys({ ...body, currency: null })),
  });
  tx.announce('initiative', params.id);
  return costLineOf(tx, id);
}
