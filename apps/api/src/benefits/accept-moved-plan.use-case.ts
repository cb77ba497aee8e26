import type { benefitRoutes } from '@hoest/contracts';
import { BenefitEntity, fieldChanges, updateVersioned } from '@hoest/persistence';
import { ruleRefused } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { accessTo, loadBenefit } from './benefit-access';
import { benefitAnswer } from './benefit-answer';
import { frozenPlanRefused, isFrozen } from './frozen-plan';
import { keepObligations } from './keep-obligations';
import { movedPlan } from './moved-plan';

/**
 * Moves the draft plan as far as the go-live has moved: start, target points, and the first measurement after go-live. An
 * approved plan then awaits approval anew; a frozen one is refused and re-baselined by a decision instead.
 */
export async function acceptMovedPlan(call: CallOf<typeof benefitRoutes.acceptMovedPlan>) {
  const { tx, caller, params } = call;
  const benefit = await loadBenefit(tx, params.id);
  requireMay(caller, 'benefit.edit', accessTo(benefit));
  if (isFrozen(benefit)) throw frozenPlanRefused('', benefit);
  const moved = movedPlan(benefit);
  if (!moved) {
    throw ruleRefused({
      da: 'Planens datoer passer til idriftsættelsen; der er intet at flytte.',
      en: 'The plan’s dates fit the go-live; there is nothing to move.',
    });
  }
  const { before, after } = await updateVersioned(tx, BenefitEntity, params.id, call.ifMatch, {
    startsOn: moved.startsOn,
    endsOn: moved.endsOn,
    goLiveAssumed: moved.goLive,
  });
  for (const { measureId, points, firstDue } of moved.measures) {
    await tx.query(`delete from target_point where organisation_id = $1 and measure_id = $2`, [
      tx.organisationId,
      measureId,
    ]);
    await tx.query(
      `insert into target_point (organisation_id, measure_id, due_on, value)
        select $1, $2, x."dueOn", x.value from jsonb_to_recordset($3::jsonb) as x("dueOn" date, value numeric)`,
      [tx.organisationId, measureId, JSON.stringify(points)],
    );
    await tx.query(
      `update measure set first_due = coalesce($3::date, first_due), version = version + 1, updated_at = now()
        where organisation_id = $1 and id = $2`,
      [tx.organisationId, measureId, firstDue],
    );
  }
  const changed = await loadBenefit(tx, params.id);
  const asOf = await organisationDay(tx);
  for (const measure of changed.measures) await keepObligations(tx, changed, measure, asOf);
  tx.audit({
    action: 'changed',
    objectKind: 'benefit',
    objectId: params.id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: {
      ...fieldChanges(before, after),
      targetPoints: {
        from: moved.measures.flatMap(({ former }) => former),
        to: moved.measures.flatMap(({ points }) => points),
      },
    },
  });
  tx.announce('benefit', params.id);
  return benefitAnswer(await loadBenefit(tx, params.id), asOf, caller);
}
