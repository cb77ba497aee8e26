import type { OracleIndicator } from './facts';
import { isActive, isGivenUp, isStatusFresh, reasonFrom } from './reading';

export const registerOracle: OracleIndicator = (facts, asOf) =>
  facts.initiatives
    .filter((initiative) => initiative.phase === 'proposed' || isActive(initiative))
    .map((initiative) => {
      const fresh = isStatusFresh(initiative, asOf);
      const reason = reasonFrom(
        initiative.ownerId === null && 'owner',
        initiative.managerId === null && 'manager',
        initiative.primaryGoalId === null && 'goal',
        (initiative.goLivePlanned ?? initiative.goLiveActual) === null && 'go-live',
        initiative.plannedCosts.every((cost) => cost === null) && 'cost-plan',
        !initiative.benefitExempt && initiative.benefits.every(isGivenUp) && 'benefits',
        initiative.affectedStaff === null && 'affected-staff',
        initiative.dependenciesAnswered !== true && 'dependencies',
        initiative.changesCitizenService === null && 'service-change',
        initiative.hasItDelivery === null && 'it-delivery',
        !fresh && 'status-not-confirmed',
      );
      return {
        indicatorId: 'op.register',
        scopeKind: 'initiative',
        scopeId: initiative.id,
        objectId: initiative.id,
        unitId: initiative.unitId,
        memberGroup: null,
        numerator: reason === 'met' ? '1' : '0',
        denominator: '1',
        status: 'counted',
        reason,
        fresh,
      };
    });
