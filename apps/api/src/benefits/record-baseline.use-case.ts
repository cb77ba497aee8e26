import { randomUUIDv7 } from 'node:crypto';
import type { benefitRoutes } from '@hoest/contracts';
import { BaselineEntity, fieldChanges, type Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { organisationDay } from '../organisation/organisation-day';
import { accessTo, loadBenefit, loadBenefitOfMeasure } from './benefit-access';
import { benefitAnswer } from './benefit-answer';

type BaselineBody = CallOf<typeof benefitRoutes.recordBaseline>['body'];

/** The row of a baseline: a measured value, or the day on which it will be measured. */
export function baselineRow(tx: Transaction, measureId: string, body: BaselineBody) {
  return {
    organisationId: tx.organisationId,
    id: randomUUIDv7(),
    measureId,
    value: body.value ?? null,
    measuredOn: body.measuredOn ?? null,
    plannedOn: body.plannedOn ?? null,
    evidenceKind: body.evidenceKind ?? null,
    comment: body.comment ?? null,
    recordedBy: tx.caller.personId,
  };
}

/** @throws ProblemError when value and day do not go together, or the day lies ahead. */
export function refuseLaterBaseline(body: BaselineBody, asOf: string, pointer = ''): void {
  const value = body.value ?? null;
  const measuredOn = body.measuredOn ?? null;
  if ((value === null) !== (measuredOn === null)) {
    throw fieldRefused(`${pointer}/${value === null ? 'value' : 'measuredOn'}`, 'baseline_incomplete', {
      da: 'Et nulpunkt er en værdi og den dag, den er målt. Angiv begge, eller kun den dag, den bliver målt (plannedOn).',
      en: 'A baseline is a value and the day it was measured. Give both, or only the day it will be measured (plannedOn).',
    });
  }
  if (value === null && !body.plannedOn) {
    throw fieldRefused(`${pointer}/value`, 'baseline_empty', {
      da: 'Angiv nulpunktets værdi og dag, eller den dag, det bliver målt.',
      en: 'Give the value and day of the baseline, or the day it will be measured.',
    });
  }
  if (measuredOn !== null && measuredOn > asOf) {
    throw fieldRefused(`${pointer}/measuredOn`, 'date_ahead', {
      da: 'Dagen ligger efter i dag. Et nulpunkt er en måling, der er foretaget; brug plannedOn til en kommende.',
      en: 'The day lies after today. A baseline is a measurement that was made; use plannedOn for one to come.',
    });
  }
}

/** Records a baseline. Earlier ones stay: the one in force is the one recorded last. A frozen plan keeps its own. */
export async function recordBaseline({ tx, caller, params, body }: CallOf<typeof benefitRoutes.recordBaseline>) {
  const benefit = await loadBenefitOfMeasure(tx, params.id);
  requireMay(caller, 'benefit.edit', accessTo(benefit));
  const asOf = await organisationDay(tx);
  refuseLaterBaseline(body, asOf);
  const row = baselineRow(tx, params.id, body);
  await tx.manager.getRepository(BaselineEntity).insert(row as never);
  tx.audit({
    action: 'recorded',
    objectKind: 'baseline',
    objectId: row.id,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(null, row, ['measureId', 'value', 'measuredOn', 'plannedOn', 'evidenceKind', 'comment']),
  });
  tx.announce('benefit', benefit.id);
  return benefitAnswer(await loadBenefit(tx, benefit.id), asOf, caller);
}
