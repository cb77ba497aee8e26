import type { BenefitFacts, InitiativeFacts, OracleIndicator } from './facts';
import { baselineInForce, isActive, isApproved, isGivenUp, isLive, isStatusFresh, lead } from './reading';

function lackingInProfile(benefit: BenefitFacts, initiative: InitiativeFacts, asOf: string): string[] {
  const measure = lead(benefit);
  const baseline = measure && baselineInForce(measure);
  const hasBaseline = (baseline?.value ?? null) !== null || (!isLive(initiative, asOf) && !!baseline?.plannedOn);
  const lacking: [string, boolean][] = [
    ['profile-owner', benefit.ownerId === null],
    ['profile-goal', benefit.goalId === null],
    ['profile-measure', measure === null],
    ['profile-baseline', measure !== null && !hasBaseline],
    ['profile-target-path', measure !== null && measure.targetPoints < 2],
  ];
  return lacking.filter(([, lacks]) => lacks).map(([code]) => code);
}

export const benefitCoverageOracle: OracleIndicator = (facts, asOf) =>
  facts.initiatives.filter(isActive).map((initiative) => {
    const approved = initiative.benefits
      .filter(isApproved)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((benefit) => lackingInProfile(benefit, initiative, asOf))
      .sort((a, b) => a.length - b.length);
    const described = initiative.benefits.some((benefit) => !isGivenUp(benefit));
    const reason = approved[0] ? approved[0].join(' ') || 'met' : described ? 'not-approved' : 'no-benefit';
    const exempt = initiative.benefitExempt;
    return {
      indicatorId: 'gr.benefit-coverage',
      scopeKind: 'initiative',
      scopeId: initiative.id,
      objectId: initiative.id,
      unitId: initiative.unitId,
      memberGroup: null,
      numerator: !exempt && reason === 'met' ? '1' : '0',
      denominator: exempt ? '0' : '1',
      status: exempt ? 'exempt' : 'counted',
      reason: exempt ? `exempt-${initiative.benefitExemptReason}` : reason,
      fresh: isStatusFresh(initiative, asOf),
    };
  });
