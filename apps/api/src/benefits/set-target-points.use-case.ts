import type { benefitRoutes } from '@hoest/contracts';
import { MeasureEntity, TargetPointEntity, updateVersioned } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { accessTo, loadBenefit, loadBenefitOfMeasure } from './benefit-access';
import { benefitAnswer } from './benefit-answer';
import { assumeGoLive } from './moved-plan';
import { frozenPlanRefused, isFrozen } from './frozen-plan';
import { keepObligations } from './keep-obligations';

/** @throws ProblemError when two points share a day. */
export function refuseRepeatedDays(points: readonly { dueOn: string }[], pointer: string): void {
  const seen = new Set<string>();
  for (const [index, { dueOn }] of points.entries()) {
    if (seen.has(dueOn)) {
      throw fieldRefused(`${pointer}/${index}/dueOn`, 'repeated_day', {
        da: 'Der er to målpunkter på samme dag. Flyt det ene, eller slet det.',
        en: 'Two target points lie on the same day. Move one, or remove it.',
      });
    }
    seen.add(dueOn);
  }
}

/** Replaces the draft target path of a measure; a frozen plan is changed by decision only. */
export async function setTargetPoints(call: CallOf<typeof benefitRoutes.setTargetPoints>) {
  const { tx, caller, params, body } = call;
  const benefit = await loadBenefitOfMeasure(tx, params.id);
  requireMay(caller, 'benefit.edit', accessTo(benefit));
  if (isFrozen(benefit)) throw frozenPlanRefused('/points', benefit);
  refuseRepeatedDays(body.points, '/points');
  const former = benefit.measures.find(({ id }) => id === params.id)?.targetPoints ?? [];
  await updateVersioned(tx, MeasureEntity, params.id, call.ifMatch, {});
  const days = (points: readonly { dueOn: string }[]) =>
    points
      .map(({ dueOn }) => dueOn)
      .sort()
      .join();
  if (days(former) !== days(body.points)) await assumeGoLive(tx, benefit.id);
  await tx.query(`delete from target_point where organisation_id = $1 and measure_id = $2`, [
    tx.organisationId,
    params.id,
  ]);
  if (body.points.length > 0) {
    await tx.manager
      .getRepository(TargetPointEntity)
      .insert(body.points.map((point) => ({ organisationId: tx.organisationId, measureId: params.id, ...point })));
  }
  const changed = await loadBenefit(tx, benefit.id);
  const asOf = await organisationDay(tx);
  const measure = changed.measures.find(({ id }) => id === params.id);
  if (measure) await keepObligations(tx, changed, measure, asOf);
  tx.audit({
    action: 'changed',
    objectKind: 'measure',
    objectId: params.id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: { targetPoints: { from: former, to: body.points } },
  });
  tx.announce('benefit', benefit.id);
  return benefitAnswer(await loadBenefit(tx, benefit.id), asOf, caller);
}
