import type { benefitRoutes } from '@hoest/contracts';
import { fieldChanges, MeasureEntity, updateVersioned } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { accessTo, loadBenefit, loadBenefitOfMeasure } from './benefit-access';
import { benefitAnswer } from './benefit-answer';
import { measureColumns } from './benefit-columns';
import { frozenPlanRefused, isFrozen } from './frozen-plan';
import { keepObligations } from './keep-obligations';

/** What the frozen figures are computed with; after go-live these stay. */
const FROZEN_FIELDS = ['unit', 'direction', 'interpolation', 'moneyBasis', 'unitBefore', 'rateMinor'] as const;

/** Changes a measure; obligations that lie ahead follow its frequency and period. */
export async function changeMeasure(call: CallOf<typeof benefitRoutes.changeMeasure>) {
  const { tx, caller, params, body } = call;
  const benefit = await loadBenefitOfMeasure(tx, params.id);
  requireMay(caller, 'benefit.edit', accessTo(benefit));
  const measure = benefit.measures.find(({ id }) => id === params.id);
  const touched = FROZEN_FIELDS.find((field) => body[field] !== undefined && body[field] !== measure?.[field]);
  if (touched && isFrozen(benefit)) throw frozenPlanRefused(`/${touched}`, benefit);
  const { before, after } = await updateVersioned(tx, MeasureEntity, params.id, call.ifMatch, measureColumns(body));
  const changed = await loadBenefit(tx, benefit.id);
  const asOf = await organisationDay(tx);
  const changedMeasure = changed.measures.find(({ id }) => id === params.id);
  if (changedMeasure) await keepObligations(tx, changed, changedMeasure, asOf);
  tx.audit({
    action: 'changed',
    objectKind: 'measure',
    objectId: params.id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(before, after),
  });
  tx.announce('benefit', benefit.id);
  return benefitAnswer(await loadBenefit(tx, benefit.id), asOf, caller);
}
