import type { Overview } from '@hoest/contracts';
import type { Waiting, WaitingGate } from '@hoest/persistence';
import { gateChecklist, nextGate, openGateItems } from '@hoest/portfolio';
import { addDays, addMonths, type CalendarDate } from '@hoest/quantities';
import { gateFacts, standingOf } from './initiative.mapper';

type WaitingItem = Overview['waiting'][number];

/** Required points a gate may lack and still be worth a leader's preparation. */
const MOST_OPEN_POINTS = 2;
/** How far ahead of its deadline a gate shows up. */
const HORIZON_DAYS = 60;
const MONTHS_TO_REPORT = 12;

/** What waits for a person, nearest deadline first; what has none comes last, larger money first. */
export function waitingList(waiting: Waiting, today: CalendarDate): WaitingItem[] {
  const items = [
    ...waiting.gates.flatMap((row) => gateItem(row, today)),
    ...waiting.approvals.map((approval) => ({
      ...NOTHING,
      ...approval,
      kind: 'benefit_approval' as const,
      detail: approval.benefitTitle,
    })),
    ...waiting.conditions.map((condition) => ({
      ...NOTHING,
      ...condition,
      kind: 'condition' as const,
      detail: condition.text,
    })),
  ];
  const size = ({ amount }: WaitingItem) => BigInt(amount ?? 0);
  return items.sort(
    (a, b) => compare(a.due ?? '9999', b.due ?? '9999') || compare(size(b), size(a)) || compare(a.code, b.code),
  );
}

const compare = <T extends string | bigint>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

const NOTHING = {
  gate: null,
  toPhase: null,
  openPoints: null,
  benefitId: null,
  decisionId: null,
  detail: null,
  amount: null,
  due: null,
};

/**
 * The gate an initiative stands before, when its deadline is near or past and the records fulfil all of its required points
 * but two at most; without a deadline only when nothing is open. Documents do not count here: they are ticked when the
 * gate is passed, so they are always open before.
 */
function gateItem(row: WaitingGate, today: CalendarDate): WaitingItem[] {
  const standing = standingOf(row);
  const next = nextGate(standing);
  if (!next) return [];
  const open = openGateItems(gateChecklist(gateFacts(row), next.gate)).filter(({ section }) => section !== 'documents');
  const due = deadline(row, next);
  if (due === null ? open.length > 0 : due > addDays(today, HORIZON_DAYS) || open.length > MOST_OPEN_POINTS) return [];
  const { initiativeId, code, title, unitName, amount } = row;
  return [
    {
      ...NOTHING,
      kind: 'gate',
      initiativeId,
      code,
      title,
      unitName,
      amount,
      gate: next.gate,
      toPhase: next.to,
      openPoints: open.length,
      due,
    },
  ];
}

/** When the gate should be passed by the plan; null when the plan does not say. */
function deadline(row: WaitingGate, next: NonNullable<ReturnType<typeof nextGate>>): CalendarDate | null {
  if (next.gate === 'G5') return row.goLivePlanned;
  if (next.gate === 'G7') return row.closedOn && addMonths(row.closedOn, MONTHS_TO_REPORT);
  return (next.to && row.plannedStarts[next.to]) ?? null;
}
