import type { strategyRoutes } from '@hoest/contracts';
import { fieldChanges, StrategyEntity, type StrategyRow, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { refuseReversedPeriod } from '../organisation/refuse-reversed-period';
import { STRATEGY_TAKEN } from './create-strategy.use-case';
import { namingTaken } from './naming-taken';
import { readStrategy } from './read-strategy';
import { refuseFuture } from './refuse-future';

/** Changes a strategy. */
export async function changeStrategy(call: CallOf<typeof strategyRoutes.changeStrategy>): Promise<StrategyRow> {
  const { tx, body, params } = call;
  refuseFuture('/adoptedOn', body.adoptedOn, await organisationDay(tx));
  const { before, after } = await namingTaken(
    STRATEGY_TAKEN,
    updateVersioned(tx, StrategyEntity, params.id, call.ifMatch, body),
  );
  refuseReversedPeriod(after.validFrom, after.validTo);
  tx.audit({
    action: 'changed',
    objectKind: 'strategy',
    objectId: params.id,
    changes: fieldChanges(before, after),
  });
  tx.announce('strategy', params.id);
  return readStrategy(tx, params.id);
}
