import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '@hoest/persistence';
import type { CalendarDate } from '@hoest/quantities';

interface FrozenBenefit {
  id: string;
  stateSince: string;
  version: number;
}

/**
 * Freezes the plan of every approved benefit of an initiative that has gone live, and starts its realisation. What was
 * approved last is frozen – a draft that nobody approved since does not become the yardstick –, with the baseline that
 * was measured last before go-live; where an approval left no version (imported benefits), the draft. Plans that are
 * frozen already stay.
 * @param on day of go-live
 * @returns how many plans were frozen
 * Source: domain rules, section 4
 */
export async function freezePlans(tx: Transaction, initiativeId: string, on: CalendarDate): Promise<number> {
  const benefits = await tx.query<FrozenBenefit>(
    `select b.id, b.state_since as "stateSince", b.version from benefit b
     where b.organisation_id = $1 and b.initiative_id = $2 and b.state = 'approved' and not exists (select 1 from plan_version f
       where f.organisation_id = b.organisation_id and f.benefit_id = b.id and f.kind = 'frozen_at_go_live')
     order by b.id for no key update of b`,
    [tx.organisationId, initiativeId],
  );
  if (benefits.length === 0) return 0;
  const versions = JSON.stringify(benefits.map(({ id }) => ({ benefitId: id, id: randomUUIDv7() })));
  await storeFrozenVersions(tx, versions, on);
  await tx.query(
    `update benefit set frozen_on = $3, state = 'in_realisation', state_since = $3, version = version + 1, updated_at = now()
     where organisation_id = $1 and id = any($2::uuid[])`,
    [tx.organisationId, benefits.map(({ id }) => id), on],
  );
  for (const benefit of benefits) {
    tx.noteVersion(benefit.id, benefit.version + 1);
    tx.audit({
      action: 'plan_frozen',
      objectKind: 'benefit',
      objectId: benefit.id,
      parent: { kind: 'initiative', id: initiativeId },
      changes: {
        state: { from: 'approved', to: 'in_realisation' },
        stateSince: { from: benefit.stateSince, to: on },
        frozenOn: { from: null, to: on },
      },
    });
    tx.announce('benefit', benefit.id);
  }
  return benefits.length;
}

/**
 * Freezes the plan of one benefit whose initiative is live already: one that came approved from a file has none, and realisation without a
 * frozen plan would leave the promise open to change.
 */
export async function freezePlanOf(tx: Transaction, benefitId: string, on: CalendarDate): Promise<void> {
  await storeFrozenVersions(tx, JSON.stringify([{ benefitId, id: randomUUIDv7() }]), on);
  await tx.query(`update benefit set frozen_on = $3 where organisation_id = $1 and id = $2`, [
    tx.organisationId,
    benefitId,
    on,
  ]);
}

/** The versions to store, as `n`, each with the version approved last, as `v`, where there is one. */
const NEW_VERSIONS = `jsonb_to_recordset($2::jsonb) as n(id uuid, "benefitId" uuid)
  left join lateral (select x.* from plan_version x where x.organisation_id = $1 and x.benefit_id = n."benefitId" and x.kind = 'approved'
    order by x.number desc limit 1) v on true`;

async function storeFrozenVersions(tx: Transaction, versions: string, on: CalendarDate): Promise<void> {
  await tx.query(
    `insert into plan_version (organisation_id, id, benefit_id, number, kind, decided_on, decision_id, full_year_value_minor,
       attribution, starts_on, ends_on, go_live_assumed, recorded_by)
     select $1, n.id, b.id, 1 + coalesce((select max(x.number) from plan_version x where x.organisation_id = $1 and x.benefit_id = b.id), 0),
       'frozen_at_go_live', $3, v.decision_id,
       case when v.id is null then b.full_year_value_minor else v.full_year_value_minor end,
       coalesce(v.attribution, b.attribution),
       case when v.id is null then b.starts_on else v.starts_on end,
       case when v.id is null then b.ends_on else v.ends_on end, coalesce(v.go_live_assumed, b.go_live_assumed), $4
     from ${NEW_VERSIONS} join benefit b on b.organisation_id = $1 and b.id = n."benefitId"`,
    [tx.organisationId, versions, on, tx.caller.personId],
  );
  await tx.query(
    `insert into plan_measure (organisation_id, plan_version_id, measure_id, baseline_value, baseline_on, baseline_evidence_kind, interpolation)
     select $1, n.id, m.id, l.value, l.measured_on, l.evidence_kind, coalesce(p.interpolation, m.interpolation)
     from ${NEW_VERSIONS} join measure m on m.organisation_id = $1 and m.benefit_id = n."benefitId"
       left join plan_measure p on p.organisation_id = $1 and p.plan_version_id = v.id and p.measure_id = m.id
       left join lateral (select x.value, x.measured_on, x.evidence_kind from baseline x
         where x.organisation_id = $1 and x.measure_id = m.id and x.value is not null
         order by x.measured_on <= $3::date desc, x.recorded_at desc, x.id desc limit 1) l on true`,
    [tx.organisationId, versions, on],
  );
  await tx.query(
    `insert into plan_point (organisation_id, plan_version_id, measure_id, due_on, value)
     select $1, n.id, m.id, t.due_on, t.value
     from ${NEW_VERSIONS} join measure m on m.organisation_id = $1 and m.benefit_id = n."benefitId"
       join lateral (
         select p.due_on, p.value from plan_point p where p.organisation_id = $1 and p.plan_version_id = v.id and p.measure_id = m.id
         union all
         select d.due_on, d.value from target_point d where d.organisation_id = $1 and d.measure_id = m.id and not exists (
           select 1 from plan_measure q where q.organisation_id = $1 and q.plan_version_id = v.id and q.measure_id = m.id)
       ) t on true`,
    [tx.organisationId, versions],
  );
}
