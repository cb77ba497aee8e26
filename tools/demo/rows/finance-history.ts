import type { Actor, AuditHistoryEntry } from './audit-history';
import type { ClosedMonth, Row, RowsByTable } from './tables';

const text = (value: unknown) => (value === null ? null : String(value));
const fresh = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, to]) => [name, { from: null, to }]));

/** What was reported to finance, what it answered, and the months it closed. */
export function financeHistory(
  tables: RowsByTable,
  closedMonths: readonly ClosedMonth[],
  actor: Actor,
): AuditHistoryEntry[] {
  const initiatives = new Map(tables.benefit.map((benefit) => [benefit.id, text(benefit.initiative_id)]));
  return [
    ...tables.finance_claim.flatMap((claim) => ofClaim(claim, initiatives.get(claim.benefit_id) ?? null, actor)),
    ...closedMonths.map(({ month, closedAt, closedBy }): AuditHistoryEntry => {
      const objectId = null;
      const alone = { objectKind: 'finance_period', objectId, parentKind: null, parentId: null };
      return { ...alone, occurredAt: closedAt, actorId: actor(closedBy), action: 'closed', changes: fresh({ month }) };
    }),
  ];
}

function ofClaim(claim: Row<'finance_claim'>, initiativeId: string | null, actor: Actor): AuditHistoryEntry[] {
  const about = {
    objectKind: 'finance_claim',
    objectId: String(claim.id),
    parentKind: 'initiative',
    parentId: initiativeId,
  };
  const reported: AuditHistoryEntry = {
    ...about,
    occurredAt: String(claim.proposed_at),
    actorId: actor(claim.proposed_by),
    action: claim.reverses_entry_id === null ? 'reported' : 'reversal_asked',
    changes: fresh({
      benefitId: claim.benefit_id,
      year: claim.year,
      monthFrom: claim.month_from,
      monthTo: claim.month_to,
      rung: claim.rung,
      amountMinor: text(claim.amount_minor),
    }),
  };
  if (claim.state === 'submitted') return [reported];
  const answered: AuditHistoryEntry = {
    ...about,
    occurredAt: String(claim.state_since),
    actorId: actor(claim.decided_by ?? claim.proposed_by),
    action: String(claim.state),
    changes: {
      state: { from: 'submitted', to: claim.state },
      ...fresh({ assurance: claim.assurance, bookedMonth: claim.booked_month, reason: claim.reason }),
    },
  };
  return [reported, answered];
}
