import { randomUUIDv7 } from 'node:crypto';
import type { initiativeRoutes } from '@hoest/contracts';
import {
  fieldChanges,
  InitiativeEntity,
  type InitiativePageRow,
  loadRow,
  readInitiativeAccess,
  readInitiativePage,
  StatusConfirmationEntity,
  updateVersioned,
} from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';

/**
 * Confirms the status as it is today. Every confirmation is kept; the initiative carries the latest. A note that is left
 * out stays as it was, because confirming what is unchanged should not need it typed again.
 */
export async function confirmStatus(call: CallOf<typeof initiativeRoutes.confirmStatus>): Promise<InitiativePageRow> {
  const { tx, caller, body, params } = call;
  const initiative = await readInitiativeAccess(tx, params.id, { lock: true });
  requireMay(caller, 'initiative.edit', initiative);
  const former = await loadRow(tx, InitiativeEntity, params.id);
  const note = body.note === undefined ? former.statusNote : body.note;
  await tx.manager.getRepository(StatusConfirmationEntity).insert({
    organisationId: tx.organisationId,
    id: randomUUIDv7(),
    initiativeId: params.id,
    confirmedOn: initiative.today,
    confirmedBy: caller.personId,
    rag: body.rag,
    note,
  });
  const { before, after } = await updateVersioned(tx, InitiativeEntity, params.id, initiative.version, {
    statusRag: body.rag,
    statusNote: note,
    statusConfirmedOn: initiative.today,
    statusConfirmedBy: caller.personId,
  });
  tx.audit({
    action: 'status_confirmed',
    objectKind: 'initiative',
    objectId: params.id,
    changes: fieldChanges(before, after),
  });
  tx.announce('initiative', params.id);
  return readInitiativePage(tx, params.id);
}
