import { plannedValueAt } from '@hoest/benefits';
import type { DueMeasurement, measurementRoutes } from '@hoest/contracts';
import { listPage, type ListPlan } from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';

/** How far ahead a measurement shows up before it is due, days. */
const HORIZON_DAYS = 30;

interface DueRow extends Omit<DueMeasurement, 'plannedValue'> {
  interpolation: 'linear' | 'step';
  points: { dueOn: string; value: string }[];
}

const STATUS = (asOf: string) =>
  `case when x.due_on > ${asOf}::date then 'not_due' when x.due_on = ${asOf}::date then 'due' when x.grace_until >= ${asOf}::date then 'late' else 'missing' end`;

/** Obligations without a measurement that are due, or will be within 30 days; closed and written-off benefits owe none. */
export async function listDueMeasurements({ tx, query, caller }: CallOf<typeof measurementRoutes.listDue>) {
  const asOf = await organisationDay(tx);
  const day = `'${asOf}'`;
  const plan: ListPlan = {
    select: `x.id as "obligationId", m.id as "measureId", m.name as "measureName", m.unit as "measureUnit", m.money_basis = 'unit_saving' as "needsVolume",
      b.id as "benefitId", b.title as "benefitTitle", i.id as "initiativeId", i.title as "initiativeTitle", b.measurer_id as "measurerId", r.name as "measurerName",
      x.period_start as "periodStart", x.period_end as "periodEnd", x.due_on as "dueOn", x.grace_until as "graceUntil", ${STATUS(day)} as status,
      previous.value::text as "previousValue", previous.measured_on as "previousOn", m.interpolation, path.points`,
    from: `obligation x join measure m on m.organisation_id = x.organisation_id and m.id = x.measure_id
      join benefit b on b.organisation_id = m.organisation_id and b.id = m.benefit_id
      join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
      join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
      left join person r on r.organisation_id = b.organisation_id and r.id = b.measurer_id
      left join lateral (select p.value, p.measured_on from measurement p where p.organisation_id = m.organisation_id and p.measure_id = m.id
        and not exists (select from measurement s where s.organisation_id = p.organisation_id and s.supersedes_id = p.id)
        order by p.measured_on desc, p.recorded_at desc limit 1) previous on true
      left join lateral (select v.id from plan_version v where v.organisation_id = b.organisation_id and v.benefit_id = b.id and v.kind <> 'rebaselined'
        order by v.kind = 'frozen_at_go_live' desc, v.number desc limit 1) version on true
      left join lateral (select coalesce(jsonb_agg(jsonb_build_object('dueOn', d.due_on, 'value', d.value::text)), '[]') as points from (
        select pp.due_on, pp.value from plan_point pp where pp.organisation_id = m.organisation_id and pp.plan_version_id = version.id and pp.measure_id = m.id
        union all select tp.due_on, tp.value from target_point tp where tp.organisation_id = m.organisation_id and tp.measure_id = m.id and version.id is null) d) path on true`,
    id: 'x.id',
    where: (bind) => [
      `x.organisation_id = ${bind(tx.organisationId)}`,
      `x.due_on <= ${bind(asOf)}::date + ${HORIZON_DAYS}`,
      `x.waived_reason is null`,
      `b.state not in ('rejected','written_off','closed')`,
      `not exists (select from measurement a where a.organisation_id = x.organisation_id and a.obligation_id = x.id)`,
    ],
    sorts: { dueOn: { sql: 'x.due_on', kind: 'date' } },
    filters: {
      mine: ({ in: values = [] }, bind) =>
        `coalesce(b.measurer_id = ${bind(caller.personId)}::uuid, false)::text = any(${bind(values)})`,
      unitId: ({ in: ids = [] }, bind) => `u.ancestor_ids && ${bind(ids)}::uuid[]`,
      status: { sql: STATUS(day), kind: 'text' },
    },
    search: ['b.title', 'i.title', 'm.name'],
  };
  const page = await listPage<DueRow>(tx, plan, query);
  return {
    ...page,
    items: page.items.map(({ points, interpolation, ...row }) => {
      const planned = plannedValueAt(points, row.periodEnd, interpolation);
      return { ...row, plannedValue: planned.kind === 'planned' ? planned.value.toDecimalPlaces(6).toFixed() : null };
    }),
  };
}
