import { randomUUIDv7 } from 'node:crypto';
import type { strategyRoutes } from '@hoest/contracts';
import {
  fieldChanges,
  PoliticalFollowupEntity,
  StrategyEntity,
  type StrategyRow,
  updateVersioned,
} from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { readStrategy } from './read-strategy';
import { refuseFuture } from './refuse-future';

/**
 * Records that a body adopted or followed up a strategy. An adoption also fills in who adopted the strategy and when,
 * where that is not stated yet.
 */
export async function recordFollowup(call: CallOf<typeof strategyRoutes.recordFollowup>): Promise<StrategyRow> {
  const { tx, body, params } = call;
  const strategy = await readStrategy(tx, params.id);
  refuseFuture('/heldOn', body.heldOn, await organisationDay(tx));
  const followup = { heldOn: body.heldOn, body: body.body, kind: body.kind, note: body.note ?? null };
  await tx.manager
    .getRepository(PoliticalFollowupEntity)
    .insert({ ...followup, organisationId: tx.organisationId, id: randomUUIDv7(), strategyId: params.id });
  tx.audit({
    action: 'followup_recorded',
    objectKind: 'strategy',
    objectId: params.id,
    changes: { followup: { from: null, to: followup } },
  });
  if (body.kind === 'adoption' && strategy.adoptedBy === null) {
    const adoption = { adoptedBy: body.body, adoptedOn: strategy.adoptedOn ?? body.heldOn };
    const { before, after } = await updateVersioned(tx, StrategyEntity, params.id, strategy.version, adoption);
    tx.audit({
      action: 'changed',
      objectKind: 'strategy',
      objectId: params.id,
      changes: fieldChanges(before, after),
    });
  }
  tx.announce('strategy', params.id);
  return readStrategy(tx, params.id);
}
