import { randomUUIDv7 } from 'node:crypto';
import type { strategyRoutes } from '@hoest/contracts';
import { fieldChanges, loadRow, StrategyEntity, type StrategyRow } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { refuseReversedPeriod } from '../organisation/refuse-reversed-period';
import { namingTaken } from './naming-taken';
import { readStrategy } from './read-strategy';
import { refuseFuture } from './refuse-future';

/** Unique constraint of a strategy's code. */
export const STRATEGY_TAKEN = { strategy_organisation_id_code_key: '/code' };

/** Adds a strategy. */
export async function createStrategy(call: CallOf<typeof strategyRoutes.createStrategy>): Promise<StrategyRow> {
  const { tx, body } = call;
  refuseReversedPeriod(body.validFrom, body.validTo ?? null);
  refuseFuture('/adoptedOn', body.adoptedOn, await organisationDay(tx));
  const id = randomUUIDv7();
  await namingTaken(
    STRATEGY_TAKEN,
    tx.manager.getRepository(StrategyEntity).insert({ ...body, organisationId: tx.organisationId, id }),
  );
  const row = await loadRow(tx, StrategyEntity, id);
  tx.audit({ action: 'created', objectKind: 'strategy', objectId: id, changes: fieldChanges(null, row) });
  tx.announce('strategy', id);
  return readStrategy(tx, id);
}
