import { randomUUIDv7 } from 'node:crypto';
import { obligationFor } from '@hoest/benefits';
import type { measurementRoutes } from '@hoest/contracts';
import {
  type BenefitRecord,
  fieldChanges,
  MeasurementEntity,
  type MeasureRecord,
  moveStatesByMeasurement,
  readBenefitRecords,
  type Transaction,
} from '@hoest/persistence';
import { type FieldFault, notFound, ProblemError } from '@hoest/platform';
import type { Caller } from '@hoest/persistence';
import { claimMeasuredGains } from '../finance/claim-measured-gains';
import { requireMay } from '../http/require-may';
import type { CallOf } from '../http/handle';
import { accessTo } from './benefit-access';

export type MeasurementBody = CallOf<typeof measurementRoutes.recordMeasurement>['body'];

const CLOSED_STATES = ['rejected', 'written_off', 'closed'];

/** What is wrong with one measured value, each fault named with its remedy. */
function faultsOf(
  body: MeasurementBody,
  benefit: BenefitRecord,
  measure: MeasureRecord,
  asOf: string,
  pointer: string,
): FieldFault[] {
  const faults: FieldFault[] = [];
  if (body.date > asOf) {
    faults.push({
      pointer: `${pointer}/date`,
      code: 'date_ahead',
      detail: {
        da: 'Dagen ligger efter i dag. Angiv den dag, der er målt på.',
        en: 'The day lies after today. Give the day the value was measured.',
      },
    });
  }
  if (measure.moneyBasis === 'unit_saving' && body.volume == null) {
    faults.push({
      pointer: `${pointer}/volume`,
      code: 'volume_missing',
      detail: {
        da: 'Gevinsten regnes som besparelse pr. sag gange antal sager. Angiv antallet i perioden; 0 er også et svar.',
        en: 'The benefit is counted as saving per case times cases. Give the number in the period; 0 is an answer too.',
      },
    });
  }
  if (CLOSED_STATES.includes(benefit.state)) {
    faults.push({
      pointer: `${pointer}/measureId`,
      code: 'benefit_closed',
      detail: {
        da: 'Gevinsten er lukket og følges ikke længere.',
        en: 'The benefit is closed and no longer followed.',
      },
    });
  }
  if (body.obligationId) faults.push(...obligationFaults(body, measure, pointer));
  if (body.supersedesId) {
    const former = measure.measurements.find(({ id }) => id === body.supersedesId);
    if (!former?.current) {
      faults.push({
        pointer: `${pointer}/supersedesId`,
        code: former ? 'already_corrected' : 'unknown_measurement',
        detail: former
          ? {
              da: 'Målingen er rettet allerede. Ret den seneste i stedet.',
              en: 'The measurement was corrected already. Correct the latest one instead.',
            }
          : { da: 'Målingen findes ikke på dette mål.', en: 'There is no such measurement of this measure.' },
      });
    }
  }
  return faults;
}

/** What is wrong with the obligation a value names. */
function obligationFaults(body: MeasurementBody, measure: MeasureRecord, pointer: string): FieldFault[] {
  const owed = measure.obligations.find(({ id }) => id === body.obligationId);
  if (!owed) {
    return [
      {
        pointer: `${pointer}/obligationId`,
        code: 'unknown_obligation',
        detail: {
          da: `Fristen hører ikke til målet »${measure.name}«. Vælg en af målets egne frister.`,
          en: `The deadline does not belong to the measure “${measure.name}”. Choose one of its own.`,
        },
      },
    ];
  }
  if (body.date >= owed.periodStart) return [];
  return [
    {
      pointer: `${pointer}/date`,
      code: 'before_period',
      detail: {
        da: `Dagen ligger før perioden ${owed.periodStart} til ${owed.periodEnd}. Ret dagen, eller vælg fristen for den periode, der er målt.`,
        en: `The day lies before the period ${owed.periodStart} to ${owed.periodEnd}. Correct the day, or choose the deadline of the period that was measured.`,
      },
    },
  ];
}

/** The obligation a value answers: the one it names, else that of the entry it corrects, else the one that follows from its day. */
function answeredObligation(body: MeasurementBody, measure: MeasureRecord): string | null {
  if (body.obligationId) return body.obligationId;
  const former = body.supersedesId ? measure.measurements.find(({ id }) => id === body.supersedesId) : undefined;
  if (former) return former.obligationId;
  const answered = new Set(measure.measurements.map(({ obligationId }) => obligationId));
  return obligationFor(measure.obligations, body.date, answered)?.id ?? null;
}

export interface MeasurementOfBenefit {
  body: MeasurementBody;
  /** Where the value stands in the request, for faults. */
  pointer: string;
}

/**
 * Records measured values, all or none: each answers the obligation it names or its day belongs to, and the states that follow
 * from measurements follow at once.
 * @returns the new rows in the order given.
 * @throws ProblemError naming every fault of every value
 */
export async function recordMeasurements(
  tx: Transaction,
  caller: Caller,
  asOf: string,
  items: readonly MeasurementOfBenefit[],
) {
  const owners = await tx.query<{ measureId: string; benefitId: string }>(
    `select id as "measureId", benefit_id as "benefitId" from measure where organisation_id = $1 and id = any($2::uuid[])`,
    [tx.organisationId, items.map(({ body }) => body.measureId)],
  );
  const benefitIds = [...new Set(owners.map(({ benefitId }) => benefitId))];
  const benefits = await readBenefitRecords(tx, benefitIds);
  const measures = new Map(
    benefits.flatMap((benefit) => benefit.measures.map((measure) => [measure.id, { benefit, measure }] as const)),
  );
  for (const benefit of benefits) requireMay(caller, 'measurement.record', accessTo(benefit));

  const faults: FieldFault[] = [];
  const rows = items.flatMap(({ body, pointer }) => {
    const owner = measures.get(body.measureId);
    if (!owner) throw notFound();
    faults.push(...faultsOf(body, owner.benefit, owner.measure, asOf, pointer));
    return {
      organisationId: tx.organisationId,
      id: randomUUIDv7(),
      measureId: body.measureId,
      obligationId: answeredObligation(body, owner.measure),
      measuredOn: body.date,
      value: body.value,
      volume: body.volume ?? null,
      evidenceKind: body.evidenceKind,
      comment: body.comment ?? null,
      supersedesId: body.supersedesId ?? null,
      recordedBy: caller.personId,
    };
  });
  if (faults.length > 0) throw new ProblemError('rule_refused', { faults });

  await tx.manager.getRepository(MeasurementEntity).insert(rows as never);
  for (const row of rows) {
    const owner = measures.get(row.measureId);
    const former = owner?.measure.measurements.find(({ id }) => id === row.supersedesId);
    tx.audit({
      action: row.supersedesId ? 'corrected' : 'recorded',
      objectKind: 'measurement',
      objectId: row.id,
      parent: { kind: 'initiative', id: owner?.benefit.initiativeId ?? '' },
      changes: fieldChanges(former ? { ...former, measuredOn: former.date } : null, row, [
        'measureId',
        'measuredOn',
        'value',
        'volume',
        'evidenceKind',
        'comment',
      ]),
    });
  }
  for (const id of benefitIds) tx.announce('benefit', id);
  const after = await readBenefitRecords(tx, benefitIds);
  await moveStatesByMeasurement(tx, after, asOf);
  await claimMeasuredGains(
    tx,
    after,
    rows.map(({ id }) => id),
    asOf,
  );
  const recorded = new Map(
    after.flatMap((benefit) => benefit.measures.flatMap((measure) => measure.measurements)).map((one) => [one.id, one]),
  );
  return rows.map(({ id }) => {
    const row = recorded.get(id);
    if (!row) throw new Error('A measurement that was just recorded is not there');
    return row;
  });
}
