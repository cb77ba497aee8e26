import { randomUUIDv7 } from 'node:crypto';
import type { benefitRoutes } from '@hoest/contracts';
import { fieldChanges, MeasureEntity } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { accessTo, loadBenefit } from './benefit-access';
import { benefitAnswer } from './benefit-answer';
import { measureColumns } from './benefit-columns';
import { keepObligations } from './keep-obligations';

/** Adds a measure to a benefit; the first one speaks for it in money and status. */
export async function addMeasure({ tx, caller, params, body }: CallOf<typeof benefitRoutes.addMeasure>) {
  const benefit = await loadBenefit(tx, params.id);
  requireMay(caller, 'benefit.edit', accessTo(benefit));
  const id = randomUUIDv7();
  await tx.manager.getRepository(MeasureEntity).insert({
    organisationId: tx.organisationId,
    id,
    benefitId: params.id,
    position: benefit.measures.length,
    ...measureColumns(body),
  } as never);
  const asOf = await organisationDay(tx);
  const changed = await loadBenefit(tx, params.id);
  const measure = changed.measures.find((one) => one.id === id);
  if (measure) await keepObligations(tx, changed, measure, asOf);
  tx.audit({
    action: 'created',
    objectKind: 'measure',
    objectId: id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(null, body),
  });
  tx.announce('benefit', params.id);
  return benefitAnswer(await loadBenefit(tx, params.id), asOf, caller);
}
