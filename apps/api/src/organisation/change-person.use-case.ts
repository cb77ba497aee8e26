import type { personRoutes } from '@hoest/contracts';
import { fieldChanges, handOverBenefits, loadRow, PersonEntity, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { AUDITED_FIELDS } from './create-person.use-case';
import { organisationDay } from './organisation-day';
import { ancestorsOf } from './unit-tree';

const PERSONAL_FIELDS = ['name', 'email', 'title'] as const;

/** Changes a person. Somebody who is no longer active has left from today on: their sign-in stops working, and their benefits go to the line manager. */
export async function changePerson(call: CallOf<typeof personRoutes.changePerson>): Promise<PersonEntity> {
  const { tx, body, caller, params } = call;
  const person = await loadRow(tx, PersonEntity, params.id);
  for (const unitId of new Set([person.unitId, body.unitId ?? person.unitId])) {
    requireMay(caller, 'people.edit', { unitAncestorIds: await ancestorsOf(tx, unitId) });
  }
  const leaves = body.active === undefined || body.active === person.active ? null : !body.active;
  const { before, after } = await updateVersioned(tx, PersonEntity, params.id, call.ifMatch, {
    ...body,
    ...(leaves !== null && { validTo: leaves ? await organisationDay(tx) : null }),
  });
  const changes = fieldChanges(before, after, AUDITED_FIELDS);
  // That a personal field changed is told, what it said is not.
  for (const field of PERSONAL_FIELDS) if (before[field] !== after[field]) changes[field] = { from: null, to: null };
  tx.audit({ action: 'changed', objectKind: 'person', objectId: params.id, changes });
  tx.announce('organisation', params.id);
  if (leaves) await handOverBenefits(tx, await organisationDay(tx), params.id);
  return after;
}
