import { randomUUIDv7 } from 'node:crypto';
import type { benefitRoutes } from '@hoest/contracts';
import {
  BenefitEntity,
  BaselineEntity,
  fieldChanges,
  MeasureEntity,
  RowNotFound,
  TargetPointEntity,
} from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { loadBenefit } from './benefit-access';
import { benefitAnswer } from './benefit-answer';
import { baselineRow, refuseLaterBaseline } from './record-baseline.use-case';
import { benefitColumns, measureColumns } from './benefit-columns';
import { refuseCircle, refuseCountedTwice } from './contributes-to';
import { keepObligations } from './keep-obligations';

/** Classes that are counted in money unless the caller says otherwise. */
const COUNTED_IN_MONEY: readonly string[] = ['cash_releasing', 'income', 'cost_avoidance'];

/** Adds a benefit to an initiative, identified or – with a measure – on its way to a full profile. */
export async function createBenefit(call: CallOf<typeof benefitRoutes.createBenefit>) {
  const { tx, caller, params } = call;
  const { measure, ...fields } = call.body;
  const [initiative] = await tx.query<{
    currency: string;
    goalId: string | null;
    ancestorIds: string[];
    ownerId: string | null;
    managerId: string | null;
    unitId: string;
  }>(
    `select i.currency, i.primary_goal_id as "goalId", u.ancestor_ids as "ancestorIds", i.owner_id as "ownerId", i.manager_id as "managerId", i.unit_id as "unitId"
      from initiative i join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id where i.organisation_id = $1 and i.id = $2`,
    [tx.organisationId, params.id],
  );
  if (!initiative) throw new RowNotFound('initiative');
  requireMay(caller, 'benefit.edit', {
    unitAncestorIds: initiative.ancestorIds,
    responsiblePersonIds: [initiative.ownerId, initiative.managerId],
  });
  const asOf = await organisationDay(tx);
  const id = randomUUIDv7();
  const monetised = fields.monetised ?? COUNTED_IN_MONEY.includes(fields.class);
  const { contributesToId = null } = fields;
  if (contributesToId) {
    await refuseCircle(tx, id, contributesToId);
    await refuseCountedTwice(tx, { id, monetised, contributesToId }, '/contributesToId');
  }
  await tx.manager.getRepository(BenefitEntity).insert({
    organisationId: tx.organisationId,
    id,
    initiativeId: params.id,
    currency: initiative.currency,
    goalId: initiative.goalId,
    ownerUnitId: initiative.unitId,
    stateSince: asOf,
    ...benefitColumns({ ...fields, monetised }),
  } as never);
  if (measure) {
    const { baseline, targetPoints, ...measureFields } = measure;
    const measureId = randomUUIDv7();
    await tx.manager.getRepository(MeasureEntity).insert({
      organisationId: tx.organisationId,
      id: measureId,
      benefitId: id,
      position: 0,
      ...measureColumns(measureFields),
    } as never);
    if (baseline) {
      refuseLaterBaseline(baseline, asOf, '/measure/baseline');
      await tx.manager.getRepository(BaselineEntity).insert(baselineRow(tx, measureId, baseline) as never);
    }
    if (targetPoints?.length)
      await tx.manager
        .getRepository(TargetPointEntity)
        .insert(targetPoints.map((point) => ({ organisationId: tx.organisationId, measureId, ...point })));
  }
  const benefit = await loadBenefit(tx, id);
  for (const own of benefit.measures) await keepObligations(tx, benefit, own, asOf);
  tx.audit({
    action: 'created',
    objectKind: 'benefit',
    objectId: id,
    parent: { kind: 'initiative', id: params.id },
    changes: fieldChanges(null, { ...fields, monetised }),
  });
  tx.announce('benefit', id);
  return benefitAnswer(measure ? await loadBenefit(tx, id) : benefit, asOf, caller);
}
