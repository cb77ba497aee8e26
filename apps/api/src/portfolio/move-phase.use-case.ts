import type { decisionRoutes, ResponseOf } from '@hoest/contracts';
import {
  fieldChanges,
  InitiativeEntity,
  type InitiativePageRow,
  readInitiativePage,
  type Transaction,
  updateVersioned,
} from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import {
  findPhaseTransition,
  type Phase,
  PHASE_LABELS,
  type PhaseTransition,
  phaseTransitionsFrom,
} from '@hoest/portfolio';
import type { CalendarDate } from '@hoest/quantities';
import { freezePlans } from '../benefits/freeze-plans';
import type { Answer, CallOf } from '../http/handle';
import { requireMay } from '../http/require-may';
import { accessOf, standingOf } from './initiative.mapper';
import { decisionBehind, recordPassage, refuseStepOutOfOrder } from './pass-gate';

type Moved = Answer<ResponseOf<typeof decisionRoutes.movePhase>>;

/**
 * Moves an initiative to another phase by the table of transitions. Where the move passes a gate, the passage is
 * recorded – also without a decision, which later counts against gate discipline. Realising begins with go-live: an
 * initiative that was not live yet goes live by it, and its approved benefit plans are frozen.
 */
export async function movePhase(call: CallOf<typeof decisionRoutes.movePhase>): Promise<Moved> {
  const { tx, caller, body, params } = call;
  const page = await readInitiativePage(tx, params.id);
  requireMay(caller, 'initiative.edit', accessOf(page));
  const transition = requireTransition(page, body.to);
  refuseStepOutOfOrder('/startedOn', body.startedOn, page);

  const change = columnsAfter(page, transition, body.startedOn);
  const { before, after } = await updateVersioned(tx, InitiativeEntity, params.id, call.ifMatch, change);
  tx.audit({
    action: 'phase_moved',
    objectKind: 'initiative',
    objectId: params.id,
    changes: fieldChanges(before, after),
  });
  await keepActualDates(tx, params.id, transition, body.startedOn);
  const decisionId = await decisionBehind(call, page, transition.to === 'stopped' ? 'stop' : 'gate');
  const passage = transition.gate
    ? await recordPassage(call, page, { gate: transition.gate, to: transition.to, on: body.startedOn, decisionId })
    : null;
  const frozenPlans = change.goLiveActual ? await freezePlans(tx, params.id, change.goLiveActual) : 0;
  tx.announce('initiative', params.id);
  return { initiativeId: params.id, phase: after.phase, passage, frozenPlans, version: after.version };
}

function requireTransition(page: InitiativePageRow, to: Phase): PhaseTransition {
  const { phase, phaseBeforeHold } = standingOf(page);
  const transition = findPhaseTransition(phase, to, phaseBeforeHold);
  if (transition) return transition;
  const possible = phaseTransitionsFrom(phase, phaseBeforeHold).map((one) => one.to);
  const words = (language: 'da' | 'en') => possible.map((one) => PHASE_LABELS[one][language]).join(', ') || '–';
  throw fieldRefused(
    '/to',
    'transition_not_possible',
    {
      da: `Fra »${PHASE_LABELS[phase].da}« kan indsatsen flyttes til: ${words('da')}.`,
      en: `From “${PHASE_LABELS[phase].en}” the initiative can move to: ${words('en')}.`,
    },
    { possible },
  );
}

function columnsAfter(
  page: InitiativePageRow,
  { from, to, kind }: PhaseTransition,
  on: CalendarDate,
): Partial<InitiativeEntity> {
  return {
    phase: to,
    phaseSince: on,
    phaseBeforeHold: kind === 'hold' ? from : null,
    ...(to === 'executing' && page.startActual === null && { startActual: on }),
    ...(to === 'realising' && page.goLiveActual === null && { goLiveActual: on }),
    ...(to === 'closed' && { closedOn: on }),
    ...(kind === 'reopen' && { closedOn: null }),
  };
}

/** Actual start and end of the phases a move leaves and enters; a pause belongs to the phase it interrupts. */
async function keepActualDates(
  tx: Transaction,
  initiativeId: string,
  { from, to, kind }: PhaseTransition,
  on: CalendarDate,
): Promise<void> {
  if (kind === 'hold' || kind === 'resume') return;
  await tx.query(
    `insert into phase_plan as p (organisation_id, initiative_id, phase, actual_start, actual_end)
     select $1, $2, r.phase, r.started, r.ended
     from (values ($3::text, null::date, $5::date), ($4::text, $5::date, null::date)) r(phase, started, ended)
     where r.phase in ('idea', 'analysis', 'proposed', 'approved', 'executing', 'realising')
     on conflict (organisation_id, initiative_id, phase) do update
       set actual_start = coalesce(p.actual_start, excluded.actual_start), actual_end = excluded.actual_end`,
    [tx.organisationId, initiativeId, from, to, on],
  );
}
