import type { initiativeRoutes, ResponseOf } from '@hoest/contracts';
import { may } from '@hoest/organisation';
import type { AccessObject } from '@hoest/organisation';
import type { Caller, GateFactsRow, InitiativePageRow, InitiativeSummaryRow } from '@hoest/persistence';
import {
  gateChecklist,
  type GateFacts,
  type GateStanding,
  missingCoreFields,
  nextGate,
  type Phase,
  phaseTransitionsFrom,
  type SizeClass,
} from '@hoest/portfolio';
import type { Answer } from '../http/handle';

type Summary = Answer<ResponseOf<typeof initiativeRoutes.listInitiatives>['items'][number]>;
type Page = Answer<ResponseOf<typeof initiativeRoutes.readInitiative>>;

/** What decides who may change the initiative of a page. */
export function accessOf(
  page: Pick<InitiativePageRow, 'unitAncestorIds' | 'ownerId' | 'managerId'>,
): AccessObject & { unitAncestorIds: string[] } {
  return { unitAncestorIds: page.unitAncestorIds, responsiblePersonIds: [page.ownerId, page.managerId] };
}

/** One line of the portfolio as it is answered. */
export function initiativeSummary(row: InitiativeSummaryRow): Summary {
  const { benefits, moneyToDate, ...columns } = row;
  return {
    ...columns,
    benefitMinor: benefits.fullYear,
    wholeLifeMinor: benefits.wholeLife,
    benefitCount: benefits.count,
    plannedToDateMinor: moneyToDate.planned,
    realisedToDateMinor: moneyToDate.realised,
  };
}

/** The page of an initiative as it is answered, with what its rules say about it and what the caller may do. */
export function initiativePage(row: InitiativePageRow, caller: Caller): Page {
  const standing = standingOf(row);
  const gate = nextGate(standing);
  return {
    ...row,
    ...initiativeSummary(row),
    nextGate: gate && { ...gate, items: gateChecklist(gateFacts(row), gate.gate) },
    allowedTransitions: phaseTransitionsFrom(standing.phase, standing.phaseBeforeHold).map(({ to, gate: passed }) => ({
      to,
      gate: passed,
    })),
    missingCoreFields: missingCoreFields({ ...row, ...row.facts, benefitCount: row.facts.benefits }),
    mayEdit: may(caller, 'initiative.edit', accessOf(row)),
    mayDecide: may(caller, 'decision.record', accessOf(row)),
  };
}

/** Where the initiative stands on its way through the gates. */
export function standingOf(
  row: Pick<InitiativePageRow, 'phase' | 'phaseBeforeHold' | 'goLiveActual' | 'passedGates'>,
): GateStanding {
  return {
    phase: row.phase as Phase,
    phaseBeforeHold: row.phaseBeforeHold as Phase | null,
    isLive: row.goLiveActual !== null,
    followedUp: row.passedGates.includes('G7'),
  };
}

/** Columns of an initiative that a gate asks about. */
type GateColumns = Omit<GateFacts, keyof GateFactsRow | 'completeArtefacts' | 'sizeClass'> & {
  sizeClass: string | null;
  facts: GateFactsRow;
};

/**
 * What the points of a gate are judged by.
 * @param completeArtefacts documents a person says are complete
 */
export function gateFacts(row: GateColumns, completeArtefacts: readonly string[] = []): GateFacts {
  return { ...row, ...row.facts, sizeClass: row.sizeClass as SizeClass | null, completeArtefacts };
}
