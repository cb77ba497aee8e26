import type { entryRoutes, ResponseOf } from '@hoest/contracts';
import { rungNumber, rungOf, type Rung } from '@hoest/finance';
import { listPage, type ListPlan } from '@hoest/persistence';
import type { CallOf } from '../http/handle';

type Entry = ResponseOf<typeof entryRoutes.listEntries>['items'][number];

/** The ledger's entries with who reported and who validated them, and whether they were taken back. */
export async function listEntries({ tx, query }: CallOf<typeof entryRoutes.listEntries>) {
  const plan: ListPlan = {
    select: `e.id, e.claim_id as "claimId", e.benefit_id as "benefitId", e.year, e.month_from as "monthFrom", e.month_to as "monthTo", e.booked_month as "bookedMonth",
      e.rung, e.amount_minor::text as "amountMinor", e.currency, e.price_year as "priceYear", e.account, e.cost_centre as "costCentre", v.name as "budgetVersionName",
      e.posting_ref as "postingRef", e.accounts_ref as "accountsRef", e.reverses_id as "reversesId", r.id as "reversedById", c.assurance,
      coalesce(c.reason, c.comment) as reason, p.name as "enteredByName", d.name as "validatedByName", e.recorded_at as "recordedAt"`,
    from: `finance_entry e join finance_claim c on c.organisation_id = e.organisation_id and c.id = e.claim_id
      join benefit b on b.organisation_id = e.organisation_id and b.id = e.benefit_id
      join initiative i on i.organisation_id = b.organisation_id and i.id = b.initiative_id
      join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
      join person p on p.organisation_id = e.organisation_id and p.id = e.entered_by
      join person d on d.organisation_id = e.organisation_id and d.id = e.validated_by
      left join budget_version v on v.organisation_id = e.organisation_id and v.id = e.budget_version_id
      left join finance_entry r on r.organisation_id = e.organisation_id and r.reverses_id = e.id`,
    id: 'e.id',
    where: (bind) => [`e.organisation_id = ${bind(tx.organisationId)}`],
    sorts: {
      recordedAt: { sql: 'e.recorded_at', kind: 'instant', required: true },
      amount: { sql: 'e.amount_minor', kind: 'number', required: true },
    },
    filters: {
      benefitId: { sql: 'e.benefit_id', kind: 'uuid' },
      unitId: ({ in: ids = [] }, bind) => `u.ancestor_ids && ${bind(ids)}::uuid[]`,
      rung: ({ in: rungs = [] }, bind) => `e.rung = any(${bind(rungs.map((rung) => rungNumber(rung as Rung)))}::int[])`,
      year: { sql: 'e.year', kind: 'number' },
    },
  };
  const page = await listPage<Omit<Entry, 'rung'> & { rung: number }>(tx, plan, query);
  return { ...page, items: page.items.map((entry) => ({ ...entry, rung: rungOf(entry.rung) })) };
}
