import { randomUUIDv7 } from 'node:crypto';
import type { poolRoutes } from '@hoest/contracts';
import { BenefitPoolEntity, fieldChanges } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationCurrency } from '../organisation/organisation-currency';
import { poolColumns, readPool, refuseReversedPeriod, replaceShares } from './pools';

/** Adds a pool. */
export async function createPool({ tx, body }: CallOf<typeof poolRoutes.createPool>) {
  const { shares = [], ...fields } = body;
  refuseReversedPeriod(fields.periodFrom, fields.periodTo ?? null);
  const id = randomUUIDv7();
  await tx.manager.getRepository(BenefitPoolEntity).insert({
    organisationId: tx.organisationId,
    id,
    currency: await organisationCurrency(tx),
    ...poolColumns(fields),
  } as never);
  await replaceShares(tx, id, shares);
  tx.audit({ action: 'created', objectKind: 'benefit_pool', objectId: id, changes: fieldChanges(null, body) });
  tx.announce('benefit', null);
  return readPool(tx, id);
}
