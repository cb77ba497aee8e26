import type { AuditEvent } from '@hoest/contracts';

/** Actions that have their own sentence, by object and action; anything else is told by its object and a plain verb. */
export const TOLD_ACTIONS = [
  'initiative.registered',
  'initiative.changed',
  'initiative.status_confirmed',
  'initiative.phase_moved',
  'initiative.went_live',
  'initiative.followed_up',
  'initiative.imported',
  'cost_line.added',
  'cost_line.changed',
  'cost_line.removed',
  'gate_passage.gate_passed',
  'decision.decided',
  'decision.executed',
  'adoption_series.added',
  'adoption_series.changed',
  'adoption_series.removed',
  'benefit.created',
  'benefit.changed',
  'benefit.moved',
  'benefit.plan_approved',
  'benefit.plan_frozen',
  'benefit.handed_over',
  'benefit.lapsed',
  'plan_version.rebaselined',
  'measure.created',
  'measure.changed',
  'baseline.recorded',
  'measurement.recorded',
  'measurement.corrected',
  'finance_claim.reported',
  'finance_claim.approved',
  'finance_claim.disputed',
  'finance_claim.withdrawn',
  'finance_claim.lapsed',
  'finance_claim.reversal_asked',
  'enabler.added',
  'enabler.changed',
  'enabler.removed',
  'change_activity.added',
  'change_activity.changed',
  'change_activity.removed',
  'map_link.added',
  'map_link.changed',
  'map_link.removed',
  'assumption.added',
  'assumption.changed',
  'assumption.removed',
  'other.other',
] as const;
export type ToldAction = (typeof TOLD_ACTIONS)[number];

/** Which sentence tells an event. */
export function actionOf({ objectKind, action }: Pick<AuditEvent, 'objectKind' | 'action'>): ToldAction {
  return TOLD_ACTIONS.find((one) => one === `${objectKind}.${action}`) ?? 'other.other';
}
