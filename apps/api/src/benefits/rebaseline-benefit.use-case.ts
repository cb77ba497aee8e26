import type { benefitRoutes } from '@hoest/contracts';
import {
  BenefitEntity,
  type BenefitRecord,
  DecisionEntity,
  fieldChanges,
  loadRow,
  type Transaction,
  updateVersioned,
} from '@hoest/persistence';
import { fieldRefused, ruleRefused } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { accessTo, loadBenefit } from './benefit-access';
import { benefitAnswer } from './benefit-answer';
import { benefitColumns } from './benefit-columns';
import { isFrozen } from './frozen-plan';
import { assumeGoLive } from './moved-plan';
import { storePlanVersion } from './store-plan-version';
import { refuseRepeatedDays } from './set-target-points.use-case';

async function replacePoints(
  tx: Transaction,
  benefit: BenefitRecord,
  measureId: string,
  points: readonly { dueOn: string; value: string }[],
  pointer: string,
) {
  if (!benefit.measures.some(({ id }) => id === measureId)) {
    throw fieldRefused(`${pointer}/measureId`, 'unknown_measure', {
      da: 'Målet hører ikke til gevinsten.',
      en: 'The measure does not belong to the benefit.',
    });
  }
  refuseRepeatedDays(points, `${pointer}/points`);
  await tx.query(`delete from target_point where organisation_id = $1 and measure_id = $2`, [
    tx.organisationId,
    measureId,
  ]);
  await tx.query(
    `insert into target_point (organisation_id, measure_id, due_on, value) select $1, $2, x."dueOn", x.value from jsonb_to_recordset($3::jsonb) as x("dueOn" date, value numeric)`,
    [tx.organisationId, measureId, JSON.stringify(points)],
  );
}

/** Makes a re-baselined plan version by decision. The frozen plan stays and keeps all headline figures. */
export async function rebaselineBenefit(call: CallOf<typeof benefitRoutes.rebaselineBenefit>) {
  const { tx, caller, params, body } = call;
  const benefit = await loadBenefit(tx, params.id);
  requireMay(caller, 'benefit.approve', accessTo(benefit));
  if (!isFrozen(benefit)) {
    throw ruleRefused({
      da: 'Planen er ikke frosset endnu: ret den direkte, og få den godkendt igen.',
      en: 'The plan is not frozen yet: change it directly and have it approved again.',
    });
  }
  const decision = await loadRow(tx, DecisionEntity, body.decisionId);
  if (decision.initiativeId !== benefit.initiativeId || decision.kind !== 'benefit_plan') {
    throw fieldRefused('/decisionId', 'decision_does_not_fit', {
      da: 'Vælg en beslutning om gevinstplan på den indsats, gevinsten hører til.',
      en: 'Choose a benefit-plan decision on the initiative the benefit belongs to.',
    });
  }
  const { targetPoints = [], decisionId, reason, ...planned } = body;
  const { before, after } = await updateVersioned(tx, BenefitEntity, params.id, call.ifMatch, benefitColumns(planned));
  for (const [index, path] of targetPoints.entries())
    await replacePoints(tx, benefit, path.measureId, path.points, `/targetPoints/${index}`);
  // New dates are made with the go-live of today in mind; a new amount alone leaves the delay standing.
  const redated = planned.startsOn !== undefined && planned.startsOn !== benefit.startsOn;
  if (redated || targetPoints.length > 0) await assumeGoLive(tx, params.id);
  await storePlanVersion(tx, await loadBenefit(tx, params.id), {
    kind: 'rebaselined',
    decidedOn: decision.decidedOn,
    decisionId,
    reason,
  });
  tx.audit({
    action: 'rebaselined',
    objectKind: 'plan_version',
    objectId: params.id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(before, after),
    reason,
  });
  tx.announce('benefit', params.id);
  return benefitAnswer(await loadBenefit(tx, params.id), await organisationDay(tx), caller);
}
