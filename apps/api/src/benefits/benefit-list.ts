import type { benefitRoutes } from '@hoest/contracts';
import { type Caller, listPage, type ListPlan, readBenefitRecords, RowNotFound } from '@hoest/persistence';
import { NOT_FOLLOWED } from '../finance/claim-facts';
import type { CallOf } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { decidableUnits } from '../portfolio/decidable-units';
import { benefitSummary } from './benefit-answer';

/** SQL: whether the caller may report amounts on the benefit, as `finance.report` decides benefit by benefit. */
function reportableSql(caller: Caller, bind: (value: unknown) => string): string {
  const units = decidableUnits(caller, 'finance.report');
  if (units?.length === 0) return 'false';
  const followed = `b.state <> all(${bind(NOT_FOLLOWED)}::text[])`;
  if (units === null) return followed;
  const responsible = `coalesce(${bind(caller.personId)}::uuid in (b.owner_id, b.measurer_id, i.owner_id, i.manager_id), false)`;
  return `${followed} and (u.ancestor_ids && ${bind(units)}::uuid[] or ${responsible})`;
}

/** Benefits with the figures of their first measure; a unit stands for itself and all units below it. */
export async function listBenefits({ tx, query, caller }: CallOf<typeof benefitRoutes.listBenefits>) {
  const asOf = await organisationDay(tx);
  const plan: ListPlan = {
    select: 'b.id',
    from: `benefit b join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
      join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
      left join person o on o.organisation_id = b.organisation_id and o.id = b.owner_id
      left join lateral (select max(x.measured_on) as measured_on from measure m join measurement x on x.organisation_id = m.organisation_id and x.measure_id = m.id
        where m.organisation_id = b.organisation_id and m.benefit_id = b.id) latest on true`,
    id: 'b.id',
    where: (bind) => [`b.organisation_id = ${bind(tx.organisationId)}`],
    sorts: {
      title: { sql: 'b.title', kind: 'text' },
      initiativeTitle: { sql: 'i.title', kind: 'text' },
      value: { sql: 'b.full_year_value_minor * b.polarity', kind: 'number' },
      state: { sql: 'b.state', kind: 'text' },
      latestOn: { sql: 'latest.measured_on', kind: 'date' },
      ownerName: { sql: 'o.name', kind: 'text' },
    },
    filters: {
      state: { sql: 'b.state', kind: 'text' },
      class: { sql: 'b.class', kind: 'text' },
      beneficiary: { sql: 'b.beneficiary', kind: 'text' },
      unitId: ({ in: ids = [] }, bind) => `u.ancestor_ids && ${bind(ids)}::uuid[]`,
      ownerId: { sql: 'b.owner_id', kind: 'uuid' },
      measurerId: { sql: 'b.measurer_id', kind: 'uuid' },
      initiativeId: { sql: 'b.initiative_id', kind: 'uuid' },
      initiativeKind: { sql: 'i.kind', kind: 'text' },
      mine: (_value, bind) => `${bind(caller.personId)}::uuid in (b.owner_id, b.measurer_id)`,
      reportable: (_value, bind) => reportableSql(caller, bind),
      overdue: (
        { in: values = [] },
        bind,
      ) => `exists (select from measure m join obligation x on x.organisation_id = m.organisation_id and x.measure_id = m.id
          where m.organisation_id = b.organisation_id and m.benefit_id = b.id and x.due_on < ${bind(asOf)}::date and x.waived_reason is null
            and not exists (select from measurement a where a.organisation_id = x.organisation_id and a.obligation_id = x.id))::text = any(${bind(values)})`,
    },
    search: ['b.title', 'i.title', 'i.code'],
  };
  const page = await listPage<{ id: string }>(tx, plan, query);
  const records = await readBenefitRecords(
    tx,
    page.items.map(({ id }) => id),
  );
  return { ...page, items: records.map((record) => benefitSummary(record, asOf)) };
}

/** Benefits of one initiative: benefits before disbenefits, each in the order they were added. */
export async function listInitiativeBenefits({ tx, params }: CallOf<typeof benefitRoutes.listInitiativeBenefits>) {
  const ids = await tx.query<{ id: string | null }>(
    `select b.id from initiative i left join benefit b on b.organisation_id = i.organisation_id and b.initiative_id = i.id
      where i.organisation_id = $1 and i.id = $2 order by b.polarity desc, b.created_at, b.id`,
    [tx.organisationId, params.id],
  );
  if (ids.length === 0) throw new RowNotFound('initiative');
  const asOf = await organisationDay(tx);
  const records = await readBenefitRecords(
    tx,
    ids.flatMap(({ id }) => id ?? []),
  );
  return { items: records.map((record) => benefitSummary(record, asOf)) };
}
