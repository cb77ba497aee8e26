import { randomUUIDv7 } from 'node:crypto';
import type { PlanVersionKind } from '@hoest/benefits';
import type { BenefitRecord, Transaction } from '@hoest/persistence';

export interface NewPlanVersion {
  kind: PlanVersionKind;
  decidedOn: string;
  decisionId: string | null;
  reason: string | null;
}

/** The plan as it stands becomes a version: value, attribution, period, and per measure the baseline in force and the target path. */
export async function storePlanVersion(
  tx: Transaction,
  benefit: BenefitRecord,
  version: NewPlanVersion,
): Promise<void> {
  const id = randomUUIDv7();
  await tx.query(
    `insert into plan_version (organisation_id, id, benefit_id, number, kind, decided_on, decision_id, reason, full_year_value_minor, attribution, starts_on, ends_on, go_live_assumed, recorded_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.organisationId,
      id,
      benefit.id,
      benefit.planVersions.length + 1,
      version.kind,
      version.decidedOn,
      version.decisionId,
      version.reason,
      benefit.fullYearValueMinor,
      benefit.attribution,
      benefit.startsOn,
      benefit.endsOn,
      benefit.goLiveAssumed,
      tx.caller.personId,
    ],
  );
  await tx.query(
    `insert into plan_measure (organisation_id, plan_version_id, measure_id, baseline_value, baseline_on, baseline_evidence_kind, interpolation)
      select m.organisation_id, $2, m.id, b.value, b.measured_on, b.evidence_kind, m.interpolation from measure m
      left join lateral (select x.value, x.measured_on, x.evidence_kind from baseline x
        where x.organisation_id = m.organisation_id and x.measure_id = m.id and x.value is not null order by x.recorded_at desc, x.id desc limit 1) b on true
      where m.organisation_id = $1 and m.benefit_id = $3`,
    [tx.organisationId, id, benefit.id],
  );
  await tx.query(
    `insert into plan_point (organisation_id, plan_version_id, measure_id, due_on, value)
      select t.organisation_id, $2, t.measure_id, t.due_on, t.value from target_point t join measure m on m.organisation_id = t.organisation_id and m.id = t.measure_id
      where t.organisation_id = $1 and m.benefit_id = $3`,
    [tx.organisationId, id, benefit.id],
  );
}
