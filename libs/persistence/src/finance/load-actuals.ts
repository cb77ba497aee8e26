import { type ActualGroup, type MatchingRule, ownAccountRule } from '@hoest/finance';
import type { CalendarDate } from '@hoest/quantities';
import type { Transaction } from '../database/transaction';

/** Which actuals are asked for; an absent part asks for all. */
export interface ActualsAsked {
  /** First days of months, both included. */
  from?: CalendarDate;
  to?: CalendarDate;
}

/** Everything a line may belong to a benefit by: what people decided, and the benefits' own accounts. */
export async function loadMatchingRules(tx: Transaction): Promise<MatchingRule[]> {
  const decided = await tx.query<MatchingRule>(
    `select r.id, r.benefit_id as "benefitId", r.account, r.match, r.cost_centre as "costCentre", r.valid_from as "validFrom", r.valid_to as "validTo"
      from finance_matching_rule r where r.organisation_id = $1`,
    [tx.organisationId],
  );
  const own = await tx.query<{ benefitId: string; account: string; costCentre: string | null }>(
    `select b.id as "benefitId", b.account, b.cost_centre as "costCentre" from benefit b
      where b.organisation_id = $1 and b.account is not null and b.state <> 'rejected'`,
    [tx.organisationId],
  );
  return [...decided, ...own.map(ownAccountRule)];
}

/** What is booked per account, cost centre, month and currency: thousands of lines become as many groups as matching tells apart. */
export async function loadActualGroups(tx: Transaction, { from, to }: ActualsAsked = {}): Promise<ActualGroup[]> {
  const rows = await tx.query<
    Omit<ActualGroup, 'spentMinor' | 'budgetMinor'> & Record<'spent' | 'budget', string | null>
  >(
    `select a.account, a.cost_centre as "costCentre", a.month, a.currency, count(*)::int as lines, sum(a.amount_minor)::text as spent,
        sum(a.budget_minor)::text as budget
      from finance_actual a
      where a.organisation_id = $1 and ($2::date is null or a.month >= $2) and ($3::date is null or a.month <= $3)
      group by a.account, a.cost_centre, a.month, a.currency`,
    [tx.organisationId, from ?? null, to ?? null],
  );
  const minor = (digits: string | null) => (digits === null ? null : BigInt(digits));
  return rows.map(({ spent, budget, ...group }) => ({
    ...group,
    spentMinor: minor(spent),
    budgetMinor: minor(budget),
  }));
}
