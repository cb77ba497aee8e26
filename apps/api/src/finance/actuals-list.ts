import type { actualRoutes } from '@hoest/contracts';
import { lineMatcher, type LineMatch } from '@hoest/finance';
import {
  type Bind,
  listPage,
  type ListPlan,
  loadActualGroups,
  loadMatchingRules,
  type Transaction,
} from '@hoest/persistence';
import type { CallOf } from '../http/handle';
import { answerMatch, benefitsOf, titlesOfBenefits } from './actuals-match';

interface Row {
  id: string;
  account: string;
  costCentre: string | null;
  month: string;
  amountMinor: string | null;
  budgetMinor: string | null;
  currency: string;
  text: string | null;
  postingRef: string | null;
  importId: string | null;
}

interface Group {
  account: string;
  costCentre: string | null;
  month: string;
}

/** "The line is on one of these accounts, cost centres and months." Matching decides by nothing else. */
const amongGroups = (groups: readonly Group[], bind: Bind) =>
  `exists (select from jsonb_to_recordset(${bind(JSON.stringify(groups))}::jsonb) as g(account text, "costCentre" text, month date)
    where g.account = a.account and g.month = a.month and g."costCentre" is not distinct from a.cost_centre)`;

/** Accounts and months whose match is wanted. */
async function groupsThat(
  tx: Transaction,
  months: { from?: string; to?: string },
  matchOf: (group: Group) => LineMatch,
  wanted: (match: LineMatch) => boolean,
): Promise<Group[]> {
  const groups = await loadActualGroups(tx, months);
  return groups
    .filter((group) => wanted(matchOf(group)))
    .map(({ account, costCentre, month }) => ({ account, costCentre, month }));
}

/** Imported lines with the benefit each belongs to. */
export async function listActuals({ tx, query }: CallOf<typeof actualRoutes.listActuals>) {
  const { match, benefitId, month, ...filters } = query.filters;
  const rules = await loadMatchingRules(tx);
  const matchOf = lineMatcher(rules);
  const wanted = (found: LineMatch) =>
    (match?.in?.includes(found.kind) ?? true) &&
    (benefitId?.in === undefined || (found.kind === 'matched' && benefitId.in.includes(found.benefitId)));
  const months = { ...(month?.gte && { from: month.gte }), ...(month?.lte && { to: month.lte }) };
  const groups = match || benefitId ? await groupsThat(tx, months, matchOf, wanted) : null;
  const plan: ListPlan = {
    select: `a.id, a.account, a.cost_centre as "costCentre", a.month, a.amount_minor::text as "amountMinor", a.budget_minor::text as "budgetMinor",
      a.currency, a.text, a.posting_ref as "postingRef", a.import_id as "importId"`,
    from: 'finance_actual a',
    id: 'a.id',
    where: (bind) => [`a.organisation_id = ${bind(tx.organisationId)}`, ...(groups ? [amongGroups(groups, bind)] : [])],
    sorts: {
      month: { sql: 'a.month', kind: 'date', required: true },
      account: { sql: 'a.account', kind: 'text', required: true },
      amount: { sql: 'coalesce(a.amount_minor, a.budget_minor)', kind: 'number', required: true },
    },
    filters: {
      month: { sql: 'a.month', kind: 'date' },
      account: { sql: 'a.account', kind: 'text' },
      importId: ({ in: ids = [] }, bind) => `a.import_id = any(${bind(ids)}::uuid[])`,
    },
    search: ['a.account', `coalesce(a.cost_centre, '')`, `coalesce(a.text, '')`, `coalesce(a.posting_ref, '')`],
  };
  const page = await listPage<Row>(tx, plan, { ...query, filters: { ...filters, month } });
  const titles = await titlesOfBenefits(tx, benefitsOf(rules));
  return { ...page, items: page.items.map((row) => ({ ...row, ...answerMatch(matchOf(row), titles) })) };
}
