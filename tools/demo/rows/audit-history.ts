import { financeHistory } from './finance-history';
import { officeHour } from './story-calendar';
import type { Cell, OrganisationRows, Row } from './tables';

/** One entry of the audit trail before it is chained; field names are those of the product's entities. */
export interface AuditHistoryEntry {
  occurredAt: string;
  /** Pseudonym of the person; null = nobody known. */
  actorId: string | null;
  action: string;
  objectKind: string;
  objectId: string | null;
  parentKind: string | null;
  parentId: string | null;
  changes: Record<string, { from: unknown; to: unknown }>;
}

const text = (cell: Cell): string | null => (cell === null ? null : String(cell));

/** What the product's audit trail would hold if the story had been entered in it: oldest first. */
export function auditHistoryOf({ tables, closedMonths }: OrganisationRows): AuditHistoryEntry[] {
  const pseudonyms = new Map(tables.person.map((person) => [person.id, text(person.pseudonym_id)]));
  const actor = (person: Cell) => (person === null ? null : (pseudonyms.get(person) ?? null));
  const initiatives = new Map(tables.initiative.map((row) => [row.id, row]));
  const entries = [
    ...tables.initiative.map((row) => registered(row, actor)),
    ...tables.status_confirmation.map((row) => confirmed(row, actor)),
    ...tables.decision.map((row) => decided(row, actor)),
    ...tables.gate_passage.flatMap((row) => passed(row, actor(initiatives.get(row.initiative_id)?.manager_id ?? null))),
    ...tables.benefit.flatMap((row) => ofBenefit(row, actor)),
    ...measured(tables.measurement, tables.measure, tables.benefit, actor),
    ...financeHistory(tables, closedMonths, actor),
  ];
  return entries.sort((a, b) =>
    a.occurredAt === b.occurredAt
      ? String(a.objectId) < String(b.objectId)
        ? -1
        : 1
      : a.occurredAt < b.occurredAt
        ? -1
        : 1,
  );
}

export type Actor = (person: Cell) => string | null;

const inInitiative = (initiativeId: Cell) => ({ parentKind: 'initiative', parentId: text(initiativeId) });
const alone = { parentKind: null, parentId: null };
const fresh = (fields: Record<string, Cell>) =>
  Object.fromEntries(Object.entries(fields).map(([name, to]) => [name, { from: null, to }]));

function registered(row: Row<'initiative'>, actor: Actor): AuditHistoryEntry {
  return {
    ...alone,
    occurredAt: String(row.created_at),
    actorId: actor(row.manager_id ?? row.owner_id),
    action: 'registered',
    objectKind: 'initiative',
    objectId: String(row.id),
    changes: fresh({ code: row.code, title: row.title, unitId: row.unit_id, phase: 'idea' }),
  };
}

function confirmed(row: Row<'status_confirmation'>, actor: Actor): AuditHistoryEntry {
  return {
    ...alone,
    occurredAt: String(row.recorded_at),
    actorId: actor(row.confirmed_by),
    action: 'status_confirmed',
    objectKind: 'initiative',
    objectId: String(row.initiative_id),
    changes: fresh({ statusRag: row.rag, statusConfirmedOn: row.confirmed_on }),
  };
}

function decided(row: Row<'decision'>, actor: Actor): AuditHistoryEntry {
  return {
    ...inInitiative(row.initiative_id),
    occurredAt: String(row.recorded_at),
    actorId: actor(row.decider_id),
    action: 'decided',
    objectKind: 'decision',
    objectId: String(row.id),
    changes: fresh({
      kind: row.kind,
      body: row.body,
      decidedOn: row.decided_on,
      outcome: row.outcome,
      rationale: row.rationale,
    }),
  };
}

function passed(row: Row<'gate_passage'>, actorId: string | null): AuditHistoryEntry[] {
  const passage: AuditHistoryEntry = {
    ...inInitiative(row.initiative_id),
    occurredAt: String(row.created_at),
    actorId,
    action: 'gate_passed',
    objectKind: 'gate_passage',
    objectId: String(row.id),
    changes: fresh({
      gate: row.gate,
      fromPhase: row.from_phase,
      toPhase: row.to_phase,
      phaseStartedOn: row.phase_started_on,
    }),
  };
  const moves = row.from_phase !== row.to_phase;
  const move: AuditHistoryEntry = {
    ...passage,
    ...alone,
    occurredAt: officeHour(String(row.phase_started_on), 241),
    action: moves ? 'phase_moved' : row.gate === 'G5' ? 'went_live' : 'followed_up',
    objectKind: 'initiative',
    objectId: String(row.initiative_id),
    changes: moves
      ? { phase: { from: row.from_phase, to: row.to_phase } }
      : row.gate === 'G5'
        ? { goLiveActual: { from: null, to: row.phase_started_on } }
        : {},
  };
  return [passage, move];
}

function ofBenefit(row: Row<'benefit'>, actor: Actor): AuditHistoryEntry[] {
  const about = { ...inInitiative(row.initiative_id), objectKind: 'benefit', objectId: String(row.id) };
  const created: AuditHistoryEntry = {
    ...about,
    occurredAt: String(row.created_at),
    actorId: actor(row.measurer_id),
    action: 'created',
    changes: fresh({ title: row.title, class: row.class, beneficiary: row.beneficiary }),
  };
  if (row.approved_on === null) return [created];
  const approved: AuditHistoryEntry = {
    ...about,
    occurredAt: officeHour(String(row.approved_on), 320),
    actorId: actor(row.owner_id),
    action: 'moved',
    changes: { state: { from: 'profiled', to: 'approved' }, approvedOn: { from: null, to: row.approved_on } },
  };
  if (row.frozen_on === null) return [created, approved];
  const frozen: AuditHistoryEntry = {
    ...about,
    occurredAt: officeHour(String(row.frozen_on), 321),
    actorId: actor(row.measurer_id),
    action: 'plan_frozen',
    changes: { state: { from: 'approved', to: 'in_realisation' }, frozenOn: { from: null, to: row.frozen_on } },
  };
  return [created, approved, frozen];
}

function measured(
  measurements: readonly Row<'measurement'>[],
  measures: readonly Row<'measure'>[],
  benefits: readonly Row<'benefit'>[],
  actor: Actor,
): AuditHistoryEntry[] {
  const initiativeOfBenefit = new Map(benefits.map((benefit) => [benefit.id, benefit.initiative_id]));
  const initiativeOf = new Map(
    measures.map((measure) => [measure.id, initiativeOfBenefit.get(measure.benefit_id) ?? null]),
  );
  const values = new Map(measurements.map((row) => [row.id, row.value]));
  return measurements.map((row) => ({
    ...inInitiative(initiativeOf.get(row.measure_id) ?? null),
    occurredAt: String(row.recorded_at),
    actorId: actor(row.recorded_by),
    action: row.supersedes_id === null ? 'recorded' : 'corrected',
    objectKind: 'measurement',
    objectId: String(row.id),
    changes: {
      measureId: { from: null, to: row.measure_id },
      measuredOn: { from: null, to: row.measured_on },
      value: { from: row.supersedes_id === null ? null : (values.get(row.supersedes_id) ?? null), to: row.value },
    },
  }));
}
