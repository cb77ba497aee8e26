import type { Transaction } from '../database/transaction';

export interface BudgetVersionRow {
  id: string;
  name: string;
  year: number;
  kind: string;
  adoptedOn: string;
  /** Claims that name it. */
  claims: number;
  version: number;
}

/** Adopted budgets, the latest year first, of a year the latest adopted first; one of them with an id. */
export async function listBudgetVersions(tx: Transaction, id?: string): Promise<BudgetVersionRow[]> {
  return tx.query<BudgetVersionRow>(
    `select v.id, v.name, v.year, v.kind, v.adopted_on as "adoptedOn", v.version,
       (select count(*)::int from finance_claim c where c.organisation_id = v.organisation_id and c.budget_version_id = v.id) as claims
     from budget_version v where v.organisation_id = $1 and ($2::uuid is null or v.id = $2::uuid)
     order by v.year desc, v.adopted_on desc, v.name`,
    [tx.organisationId, id ?? null],
  );
}
