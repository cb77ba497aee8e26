import type { costRoutes } from '@hoest/contracts';
import {
  CostLineEntity,
  type CostLineRow,
  fieldChanges,
  readInitiativeAccess,
  updateVersioned,
} from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { costColumns, costLineOf } from './cost-lines';

/** Changes a cost line. */
export async function changeCostLine(call: CallOf<typeof costRoutes.changeCostLine>): Promise<CostLineRow> {
  const { tx, caller, body, params } = call;
  const initiative = await readInitiativeAccess(tx, params.id, { table: 'cost_line' });
  requireMay(caller, 'initiative.edit', initiative);
  const { before, after } = await updateVersioned(tx, CostLineEntity, params.id, call.ifMatch, costColumns(body));
  tx.audit({
    action: 'changed',
    objectKind: 'cost_line',
    objectId: params.id,
    parent: { kind: 'initiative', id: initiative.id },
    changes: fieldChanges(before, after),
  });
  tx.announce('initiative', initiative.id);
  return costLineOf(tx, params.id);
}
