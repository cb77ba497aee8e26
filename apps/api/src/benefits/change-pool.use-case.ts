import type { poolRoutes } from '@hoest/contracts';
import { BenefitPoolEntity, fieldChanges, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { poolColumns, readPool, readPools, refuseReversedPeriod, replaceShares } from './pools';

/** Changes a pool, and its agreed shares when they are given. */
export async function changePool(call: CallOf<typeof poolRoutes.changePool>) {
  const { tx, params, body } = call;
  const { shares, ...fields } = body;
  const [former] = await readPools(tx, params.id);
  if (former) {
    const { periodFrom = former.periodFrom, periodTo = former.periodTo } = fields;
    refuseReversedPeriod(periodFrom, periodTo);
  }
  const { before, after } = await updateVersioned(
    tx,
    BenefitPoolEntity,
    params.id,
    call.ifMatch,
    poolColumns(fields) as Partial<BenefitPoolEntity>,
  );
  if (shares) await replaceShares(tx, params.id, shares);
  const pool = await readPool(tx, params.id);
  tx.audit({
    action: 'changed',
    objectKind: 'benefit_pool',
    objectId: params.id,
    changes: { ...fieldChanges(before, after), ...(shares && fieldChanges(former ?? null, pool, ['members'])) },
  });
  tx.announce('benefit', null);
  return pool;
}
