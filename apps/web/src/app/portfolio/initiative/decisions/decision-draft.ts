import type { BodyInputOf, decisionRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import type { DecisionKind, DecisionOutcome } from '@hoest/portfolio';

/** A condition while it is written. */
export interface ConditionDraft {
  text: string;
  ownerId: string | null;
  due: CalendarDate | null;
}

/** A decision while it is written; empty texts and null where nothing is said yet. */
export interface DecisionDraft {
  kind: DecisionKind;
  body: string;
  deciderId: string | null;
  mandateOk: boolean;
  political: boolean;
  askedOn: CalendarDate | null;
  decidedOn: CalendarDate | null;
  outcome: DecisionOutcome | null;
  rationale: string;
  conditions: readonly ConditionDraft[];
  followUpDue: CalendarDate | null;
  reversesId: string | null;
}

export type DecisionFault = 'body' | 'decidedOn' | 'outcome' | 'askedOn' | 'conditions' | 'followUpDue';
type Body = NonNullable<BodyInputOf<typeof decisionRoutes.recordDecision>>;

export const emptyDecision = (kind: DecisionKind, today: CalendarDate): DecisionDraft => ({
  kind,
  body: '',
  deciderId: null,
  mandateOk: true,
  political: false,
  askedOn: null,
  decidedOn: today,
  outcome: null,
  rationale: '',
  conditions: [],
  followUpDue: null,
  reversesId: null,
});

/** What keeps the draft from being recorded; the rules that need the records are the server's. */
export function decisionFaults(draft: DecisionDraft, today: CalendarDate): Set<DecisionFault> {
  const faults = new Set<DecisionFault>();
  if (draft.body.trim() === '') faults.add('body');
  if (draft.decidedOn === null || draft.decidedOn > today) faults.add('decidedOn');
  if (draft.outcome === null) faults.add('outcome');
  if (draft.askedOn !== null && draft.decidedOn !== null && draft.askedOn > draft.decidedOn) faults.add('askedOn');
  const written = draft.conditions.filter(({ text }) => text.trim() !== '');
  if (draft.outcome === 'approve_with_conditions' && written.length === 0) faults.add('conditions');
  if (draft.followUpDue !== null && draft.decidedOn !== null && draft.followUpDue < draft.decidedOn)
    faults.add('followUpDue');
  return faults;
}

/** The draft as the route takes it; undefined while it has faults. Conditions without a text are dropped. */
export function decisionBody(draft: DecisionDraft, today: CalendarDate): Body | undefined {
  const { decidedOn, outcome } = draft;
  if (decisionFaults(draft, today).size > 0 || decidedOn === null || outcome === null) return undefined;
  return {
    kind: draft.kind,
    body: draft.body.trim(),
    deciderId: draft.deciderId,
    mandateOk: draft.mandateOk,
    political: draft.political,
    askedOn: draft.askedOn,
    decidedOn,
    outcome,
    rationale: draft.rationale.trim(),
    conditions: draft.conditions
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, ownerId, due }) => ({ text: text.trim(), ownerId, due, closedOn: null })),
    // Left out, the server sets the usual follow-up date.
    ...(draft.followUpDue !== null && { followUpDue: draft.followUpDue }),
    reversesId: draft.reversesId,
  };
}
