import type { Decision, LedgerItem } from '@hoest/contracts';

/** Below the plan by more than this share of it asks for a decision. Source: product rules, finance ledger */
export const DECISION_SHARE_PERCENT = 25n;

/** Whether the money is more than 25 % against us: what of the plan is missing, or what a disbenefit costs beyond it. */
export function needsDecision({ variance, planned }: Pick<LedgerItem, 'variance' | 'planned'>): boolean {
  const [missing, plan] = [-BigInt(variance), BigInt(planned)];
  const size = plan < 0n ? -plan : plan;
  return missing > 0n && missing * 100n > size * DECISION_SHARE_PERCENT;
}

/** The benefits that need a decision, most money first. */
export function deviationsOf(items: readonly LedgerItem[]): LedgerItem[] {
  return items.filter(needsDecision).sort((a, b) => {
    const [left, right] = [BigInt(a.variance), BigInt(b.variance)];
    return left === right ? (a.benefitId < b.benefitId ? -1 : 1) : left < right ? -1 : 1;
  });
}

type Taken = Pick<Decision, 'id' | 'initiativeId' | 'decidedOn' | 'outcome' | 'body' | 'reversesId'>;

/** The latest decision of each initiative on or after a day; reversed ones have not decided anything. */
export function decisionsSince<D extends Taken>(decisions: readonly D[], since: string): ReadonlyMap<string, D> {
  const reversed = new Set(decisions.map(({ reversesId }) => reversesId));
  const latest = new Map<string, D>();
  for (const decision of decisions) {
    if (decision.initiativeId === null || decision.decidedOn < since || reversed.has(decision.id)) continue;
    const known = latest.get(decision.initiativeId);
    if (!known || known.decidedOn < decision.decidedOn) latest.set(decision.initiativeId, decision);
  }
  return latest;
}
