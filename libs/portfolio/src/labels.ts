import type { Label } from '@hoest/quantities';
import type {
  AdoptingBody,
  BenefitExemptReason,
  CostKind,
  DecisionKind,
  DecisionOutcome,
  FollowupKind,
  Gate,
  GoalDirection,
  InitiativeKind,
  Phase,
  RagStatus,
  SizeClass,
  StateModelPhase,
} from './value-lists';

/** Words for the value lists, in sentence case as they stand in tables and fields. */

export const PHASE_LABELS: Record<Phase, Label> = {
  idea: { da: 'Idé', en: 'Idea' },
  analysis: { da: 'Analyse', en: 'Analysis' },
  proposed: { da: 'Indstillet', en: 'Proposed' },
  approved: { da: 'Godkendt', en: 'Approved' },
  executing: { da: 'I gennemførelse', en: 'Executing' },
  realising: { da: 'I realisering', en: 'Realising' },
  closed: { da: 'Lukket', en: 'Closed' },
  on_hold: { da: 'På hold', en: 'On hold' },
  stopped: { da: 'Stoppet', en: 'Stopped' },
  rejected: { da: 'Afvist', en: 'Rejected' },
};

export const INITIATIVE_KIND_LABELS: Record<InitiativeKind, Label> = {
  project: { da: 'Projekt', en: 'Project' },
  programme: { da: 'Program', en: 'Programme' },
  pilot: { da: 'Pilot', en: 'Pilot' },
  operational_change: { da: 'Driftsændring', en: 'Operational change' },
};

export const SIZE_CLASS_LABELS: Record<SizeClass, Label> = {
  small: { da: 'Lille', en: 'Small' },
  medium: { da: 'Mellem', en: 'Medium' },
  large: { da: 'Stor', en: 'Large' },
};

export const BENEFIT_EXEMPT_REASON_LABELS: Record<BenefitExemptReason, Label> = {
  legal_only: { da: 'Kun lovkrav', en: 'Legal requirement only' },
  technical_renewal: { da: 'Teknisk fornyelse', en: 'Technical renewal' },
  analysis_only: { da: 'Kun analyse', en: 'Analysis only' },
  other: { da: 'Anden grund', en: 'Other reason' },
};

export const RAG_LABELS: Record<RagStatus, Label> = {
  on_track: { da: 'På sporet', en: 'On track' },
  watch: { da: 'Hold øje', en: 'Watch' },
  deviation: { da: 'Afvigelse', en: 'Deviation' },
};

export const COST_KIND_LABELS: Record<CostKind, Label> = {
  one_off: { da: 'Engangsudgift', en: 'One-off cost' },
  operation: { da: 'Driftsudgift', en: 'Running cost' },
  internal_hours: { da: 'Interne timer', en: 'Internal hours' },
};

export const DECISION_KIND_LABELS: Record<DecisionKind, Label> = {
  gate: { da: 'Beslutningspunkt', en: 'Gate' },
  portfolio: { da: 'Porteføljebeslutning', en: 'Portfolio decision' },
  scope: { da: 'Ændring af omfang', en: 'Change of scope' },
  benefit_plan: { da: 'Gevinstrealiseringsplan', en: 'Benefit plan' },
  stop: { da: 'Stop', en: 'Stop' },
};

export const DECISION_OUTCOME_LABELS: Record<DecisionOutcome, Label> = {
  approve: { da: 'Godkendt', en: 'Approved' },
  approve_with_conditions: { da: 'Godkendt med betingelser', en: 'Approved with conditions' },
  return: { da: 'Sendt tilbage', en: 'Returned' },
  hold: { da: 'Sat på hold', en: 'Put on hold' },
  stop: { da: 'Stoppet', en: 'Stopped' },
  reject: { da: 'Afvist', en: 'Rejected' },
};

export const GATE_LABELS: Record<Gate, Label> = {
  G1: { da: 'G1 · Idé til analyse', en: 'G1 · Idea to analysis' },
  G2: { da: 'G2 · Analyse til indstilling', en: 'G2 · Analysis to proposal' },
  G3: { da: 'G3 · Indstilling til godkendelse', en: 'G3 · Proposal to approval' },
  G4: { da: 'G4 · Start af gennemførelse', en: 'G4 · Start of execution' },
  G5: { da: 'G5 · Idriftsættelse', en: 'G5 · Go-live' },
  G6: { da: 'G6 · Overdragelse til drift', en: 'G6 · Hand-over to operations' },
  G7: { da: 'G7 · 12 måneder efter lukning', en: 'G7 · 12 months after closing' },
};

export const ADOPTING_BODY_LABELS: Record<AdoptingBody, Label> = {
  council: { da: 'Byrådet', en: 'Council' },
  committee: { da: 'Udvalg', en: 'Committee' },
  executive: { da: 'Direktionen', en: 'Executive board' },
  administration: { da: 'Forvaltningen', en: 'Administration' },
};

export const FOLLOWUP_KIND_LABELS: Record<FollowupKind, Label> = {
  adoption: { da: 'Vedtagelse', en: 'Adoption' },
  follow_up: { da: 'Opfølgning', en: 'Follow-up' },
};

export const GOAL_DIRECTION_LABELS: Record<GoalDirection, Label> = {
  up: { da: 'Op', en: 'Up' },
  down: { da: 'Ned', en: 'Down' },
};

export const STATE_MODEL_PHASE_LABELS: Record<StateModelPhase, Label> = {
  idea: { da: 'Idé', en: 'Idea' },
  analysis: { da: 'Analyse', en: 'Analysis' },
  execution: { da: 'Gennemførelse', en: 'Execution' },
  realisation: { da: 'Realisering', en: 'Realisation' },
};
