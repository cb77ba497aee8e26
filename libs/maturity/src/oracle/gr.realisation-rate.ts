import { endOfMonth, startOfMonth } from '@hoest/quantities';
import type { BenefitFacts, OracleIndicator } from './facts';
import { isApproved, isBenefitFresh, lead, plannedPath, unitOf, within } from './reading';

function monthsThatCount(benefit: BenefitFacts, asOf: string) {
  const { plan, points } = plannedPath(benefit, asOf);
  const promised = (plan?.fullYearValueMinor ?? null) !== null && points.length > 0;
  const obligations = lead(benefit)?.obligations ?? [];
  const owed = (month: string) =>
    obligations.some(({ periodStart, periodEnd }) => startOfMonth(periodStart) <= month && month <= periodEnd);
  return benefit.months.filter(
    ({ month, plannedMinor, realisedMinor, status }) =>
      within(endOfMonth(month), asOf, 24) &&
      (plannedMinor !== 0n || realisedMinor !== 0n) &&
      (promised || benefit.polarity === -1) &&
      !(status === 'not_due' && owed(month)),
  );
}

export const realisationRateOracle: OracleIndicator = (facts, asOf) =>
  facts.initiatives.flatMap((initiative) =>
    initiative.benefits
      .filter((benefit) => benefit.monetised && (isApproved(benefit) || benefit.state === 'written_off'))
      .flatMap((benefit) => {
        const months = monthsThatCount(benefit, asOf);
        if (months.length === 0) return [];
        const measured = months.filter(({ status }) => status === 'measured').length;
        const planned = months.reduce((sum, { plannedMinor }) => sum + plannedMinor, 0n);
        const realised = months.reduce((sum, { realisedMinor }) => sum + realisedMinor, 0n);
        const good = benefit.polarity === 1;
        const shortfall = measured < months.length ? 'partly-measured' : realised < planned ? 'below-plan' : 'met';
        return {
          indicatorId: 'gr.realisation-rate',
          scopeKind: 'initiative' as const,
          scopeId: initiative.id,
          objectId: benefit.id,
          unitId: unitOf(benefit, initiative),
          memberGroup: null,
          numerator: (good ? realised : -realised).toString(),
          denominator: (good ? planned : 0n).toString(),
          status: measured === 0 ? ('missing' as const) : ('counted' as const),
          reason: measured === 0 ? 'not-measured' : good ? shortfall : 'disbenefit',
          fresh: isBenefitFresh(benefit, asOf),
        };
      }),
  );
