import type { BodyOf, initiativeRoutes } from '@hoest/contracts';
import type { InitiativeEntity } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';
import type { CalendarDate } from '@hoest/quantities';
import { refuseFuture } from './refuse-future';
import type { Reference } from './references';
import { wholeAmount } from './whole-amount';

/** Fields of an initiative as a body names them. */
export type InitiativeFields = BodyOf<typeof initiativeRoutes.changeInitiative>;

/** The named fields that are columns of the initiative; affected units, secondary goals and phase plan are rows of their own. */
export function initiativeColumns(body: InitiativeFields): Partial<InitiativeEntity> {
  const { roughCost, affectedUnits: _units, secondaryGoalIds: _goals, phasePlan: _plan, ...columns } = body;
  return { ...columns, ...(roughCost !== undefined && { roughCostMinor: wholeAmount(roughCost) }) };
}

/** What the body refers to. */
export function initiativeReferences(body: InitiativeFields): Reference[] {
  return [
    { pointer: '/unitId', kind: 'unit', id: body.unitId },
    { pointer: '/primaryGoalId', kind: 'goal', id: body.primaryGoalId },
    { pointer: '/ownerId', kind: 'person', id: body.ownerId },
    { pointer: '/managerId', kind: 'person', id: body.managerId },
    ...(body.affectedUnits ?? []).map(({ unitId }, index): Reference => ({
      pointer: `/affectedUnits/${index}/unitId`,
      kind: 'unit',
      id: unitId,
    })),
    ...(body.secondaryGoalIds ?? []).map((id, index): Reference => ({
      pointer: `/secondaryGoalIds/${index}`,
      kind: 'goal',
      id,
    })),
  ];
}

/**
 * What follows from a change of columns, as columns too: the first planned go-live is kept for ever, a reason for exemption
 * goes with the exemption, and a value takes the place of the reason why it was missing.
 * @param former the row as it stands; empty for a new one
 */
export function derivedColumns(
  former: Partial<InitiativeEntity>,
  change: Partial<InitiativeEntity>,
): Partial<InitiativeEntity> {
  const derived: Partial<InitiativeEntity> = {};
  if (change.goLivePlanned && !former.goLiveFirstPlanned) derived.goLiveFirstPlanned = change.goLivePlanned;
  if (change.benefitExempt === false && former.benefitExemptReason) derived.benefitExemptReason = null;
  const explained = Object.entries(former.absences ?? {});
  const left = explained.filter(([field]) => {
    const value = change[(field === 'roughCost' ? 'roughCostMinor' : field) as keyof InitiativeEntity];
    return value === undefined || value === null;
  });
  if (left.length < explained.length) derived.absences = Object.fromEntries(left);
  return derived;
}

/**
 * What no initiative may be.
 * @param row the initiative as it would stand
 * @throws ProblemError `rule_refused`
 */
export function refuseImpossible(row: Partial<InitiativeEntity>, change: InitiativeFields, today: CalendarDate): void {
  if (row.benefitExempt && !row.benefitExemptReason) {
    throw fieldRefused('/benefitExemptReason', 'reason_missing', {
      da: 'Vælg grunden til, at indsatsen er fritaget for gevinster.',
      en: 'Choose why the initiative is exempt from benefits.',
    });
  }
  refuseFuture('/startActual', change.startActual, today);
  refuseFuture('/goLiveActual', change.goLiveActual, today);
}
