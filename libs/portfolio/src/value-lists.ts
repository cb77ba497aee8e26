/** Value lists of the portfolio; their words in Danish and English stand in `labels.ts`. Source: domain rules, section 3. */

/** Phases of an initiative: the main way first, then the side states. */
export const PHASES = [
  'idea',
  'analysis',
  'proposed',
  'approved',
  'executing',
  'realising',
  'closed',
  'on_hold',
  'stopped',
  'rejected',
] as const;
export type Phase = (typeof PHASES)[number];

/** The phases that carry planned and actual dates. */
export const PLANNED_PHASES = ['idea', 'analysis', 'proposed', 'approved', 'executing', 'realising'] as const;
export type PlannedPhase = (typeof PLANNED_PHASES)[number];

export const INITIATIVE_KINDS = ['project', 'programme', 'pilot', 'operational_change'] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

export const SIZE_CLASSES = ['small', 'medium', 'large'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** Why an initiative owes no benefits. */
export const BENEFIT_EXEMPT_REASONS = ['legal_only', 'technical_renewal', 'analysis_only', 'other'] as const;
export type BenefitExemptReason = (typeof BENEFIT_EXEMPT_REASONS)[number];

/** Status an owner confirms every month, and the status F18 computes: one scale for both. */
export const RAG_STATUSES = ['on_track', 'watch', 'deviation'] as const;
export type RagStatus = (typeof RAG_STATUSES)[number];

export const COST_KINDS = ['one_off', 'operation', 'internal_hours'] as const;
export type CostKind = (typeof COST_KINDS)[number];

export const DECISION_KINDS = ['gate', 'portfolio', 'scope', 'benefit_plan', 'stop'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const DECISION_OUTCOMES = ['approve', 'approve_with_conditions', 'return', 'hold', 'stop', 'reject'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** Gates in their order; each is passed when the phase it leads to starts. */
export const GATES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7'] as const;
export type Gate = (typeof GATES)[number];

/** Who adopts a strategy or holds a political follow-up; the first two are political bodies. */
export const ADOPTING_BODIES = ['council', 'committee', 'executive', 'administration'] as const;
export type AdoptingBody = (typeof ADOPTING_BODIES)[number];

export const FOLLOWUP_KINDS = ['adoption', 'follow_up'] as const;
export type FollowupKind = (typeof FOLLOWUP_KINDS)[number];

/** Which way a key figure should go. */
export const GOAL_DIRECTIONS = ['up', 'down'] as const;
export type GoalDirection = (typeof GOAL_DIRECTIONS)[number];

/** Phases as the state project model names them. Source: domain rules, section 4, [S5] */
export const STATE_MODEL_PHASES = ['idea', 'analysis', 'execution', 'realisation'] as const;
export type StateModelPhase = (typeof STATE_MODEL_PHASES)[number];
