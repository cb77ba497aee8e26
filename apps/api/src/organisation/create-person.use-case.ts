import { randomUUIDv7 } from 'node:crypto';
import type { personRoutes } from '@hoest/contracts';
import { fieldChanges, loadRow, PersonEntity } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from './organisation-day';
import { ancestorsOf } from './unit-tree';

/** Adds a person to a unit. */
export async function createPerson(call: CallOf<typeof personRoutes.createPerson>): Promise<PersonEntity> {
  const { tx, body, caller } = call;
  requireMay(caller, 'people.edit', { unitAncestorIds: await ancestorsOf(tx, body.unitId) });
  const id = randomUUIDv7();
  const today = await organisationDay(tx);
  const active = body.active ?? true;
  await tx.manager.getRepository(PersonEntity).insert({
    organisationId: tx.organisationId,
    id,
    unitId: body.unitId,
    name: body.name,
    email: body.email ?? null,
    title: body.title ?? null,
    managerLevel: body.managerLevel ?? 'none',
    active,
    validFrom: today,
    validTo: active ? null : today,
  });
  const person = await loadRow(tx, PersonEntity, id);
  tx.audit({
    action: 'created',
    objectKind: 'person',
    objectId: id,
    changes: fieldChanges(null, person, AUDITED_FIELDS),
  });
  tx.announce('organisation', id);
  return person;
}

/** Fields of a person in the audit trail. Name, e-mail and title stay out of it: a person can be erased, the trail not. */
export const AUDITED_FIELDS = ['unitId', 'managerLevel', 'active', 'validFrom', 'validTo'] as const;
