import { assuranceOf, reachesBudgets, rungNumber } from '@hoest/finance';
import { addMonths, earlierDate, fiscalYear, laterDate, startOfMonth } from '@hoest/quantities';
import { type Gain, measuredMoney } from '../gain-money';
import { officeHour } from '../story-calendar';
import { CURRENCY, personId, type StoryContext } from '../story-context';
import type { ClosedMonth, Row } from '../tables';
import { budgetClaims } from './budget-claims';
import { addBudgetVersions } from './budget-versions';
import type { Claim } from './claim';
import { controllersOf, deciderOf } from './controllers';
import { measuredClaims } from './measured-claims';

/** Budgets, and everything that was reported to finance with what it answered; only where somebody controls. */
export function addLadder(story: StoryContext, closedMonths: readonly ClosedMonth[]): void {
  if (controllersOf(story).length === 0) return;
  addBudgetVersions(story);
  const claims = [...measuredMoney(story)].flatMap(([gain, money]) => {
    const assured = measuredClaims(story, gain, money);
    const above = reachesBudgets(gain.benefit.spec.class)
      ? budgetClaims(story, gain, assured, budgetReporter(story, gain))
      : [];
    return [...assured, ...above].map((claim) => claimRow(story, gain, claim, closedMonths));
  });
  story.rows.finance_claim.push(...claims.sort(byDecision));
}

/** The controller who does not decide reports what goes through the budget; the project manager where they answer for the gain. */
function budgetReporter(story: StoryContext, { benefit }: Gain): string {
  const parts = { owner: benefit.owner, manager: benefit.initiative.manager };
  const decider = deciderOf(story, parts, '');
  const other = controllersOf(story).find(({ key }) => key !== decider.key && key !== benefit.owner);
  return other?.key ?? String(benefit.initiative.manager);
}

const momentOf = (row: Row<'finance_claim'>) => String(row.decided_at ?? row.proposed_at);

function byDecision(a: Row<'finance_claim'>, b: Row<'finance_claim'>): number {
  const [one, other] = [momentOf(a), momentOf(b)];
  return one === other ? (String(a.id) < String(b.id) ? -1 : 1) : one < other ? -1 : 1;
}

/** The accounting month an approval was booked in, as the product books it: where the amount ends, and never a closed or coming one. */
function bookedMonth(claim: Claim, decidedAt: string, closedMonths: readonly ClosedMonth[]): string {
  const natural = earlierDate(claim.to, startOfMonth(decidedAt.slice(0, 10)));
  const closed = closedMonths.findLast(({ closedAt }) => closedAt <= decidedAt)?.month;
  return closed ? laterDate(natural, addMonths(closed, 1)) : natural;
}

function claimRow(
  story: StoryContext,
  { benefit, lead }: Gain,
  claim: Claim,
  closedMonths: readonly ClosedMonth[],
): Row<'finance_claim'> {
  const { answer } = claim;
  const random = story.random.of(`claim/${claim.id}`);
  const year = fiscalYear(claim.from);
  const parts = { owner: benefit.owner, manager: benefit.initiative.manager };
  const answeredAt = answer && officeHour(answer.on, random.whole(60, 520));
  const isDecided = answer !== null && answer.outcome !== 'withdrawn';
  return {
    id: claim.id,
    version: answer ? 2 : 1,
    created_at: claim.proposedAt,
    updated_at: answeredAt ?? claim.proposedAt,
    benefit_id: benefit.id,
    year,
    month_from: claim.from,
    month_to: claim.to,
    rung: rungNumber(claim.rung),
    amount_minor: claim.amountMinor,
    currency: CURRENCY,
    // Money that was measured is money of its own time; everything else is a share of the plan, in the plan's prices.
    price_year: lead.spec.amount ? year : story.priceYear,
    account: benefit.spec.books?.[0] ?? null,
    cost_centre: benefit.spec.books?.[1] ?? null,
    budget_version_id: claim.budgetVersionId ?? null,
    posting_ref: claim.postingRef ?? null,
    accounts_ref: claim.accountsRef ?? null,
    evidence_kind: claim.evidenceKind ?? null,
    scope_reduction: benefit.spec.scopeReduction ?? false,
    comment: claim.comment ?? null,
    measurement_id: claim.measurementId ?? null,
    corrects_claim_id: claim.correctsClaimId ?? null,
    reverses_entry_id: claim.reversesClaimId ?? null,
    state: answer?.outcome ?? 'submitted',
    state_since: answeredAt ?? claim.proposedAt,
    proposed_by: personId(story, claim.proposer),
    proposed_at: claim.proposedAt,
    decided_by: isDecided ? deciderOf(story, parts, claim.proposer).id : null,
    decided_at: isDecided ? answeredAt : null,
    booked_month: answer?.outcome === 'approved' && answeredAt ? bookedMonth(claim, answeredAt, closedMonths) : null,
    checklist: answer?.checklist ? JSON.stringify(answer.checklist) : null,
    assurance: answer?.checklist ? assuranceOf(answer.checklist) : null,
    reason: answer?.reason ?? null,
  };
}
