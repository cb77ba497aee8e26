import { Decimal } from '@hoest/quantities';
import type { OracleIndicator } from './facts';
import { isApproved, isBenefitFresh, lead, plannedPath, standing, unitOf, within } from './reading';

export const qualityEffectOracle: OracleIndicator = (facts, asOf) =>
  facts.initiatives.flatMap((initiative) =>
    initiative.benefits
      .filter((benefit) => isApproved(benefit) && !benefit.monetised && benefit.polarity === 1)
      .flatMap((benefit) => {
        const { baseline, points } = plannedPath(benefit, asOf);
        const target = points.findLast(({ dueOn }) => within(dueOn, asOf, 24));
        if (!target) return [];
        const measure = lead(benefit);
        const latest = (measure ? standing(measure) : []).findLast(({ measuredOn }) => within(measuredOn, asOf, 24));
        const way = baseline === null ? null : new Decimal(target.value).minus(baseline);
        const reached =
          latest && baseline !== null && way && !way.isZero()
            ? Decimal.min(1, Decimal.max(0, new Decimal(latest.value).minus(baseline).div(way)))
            : null;
        const shortfall = !latest ? 'not-measured' : reached?.lessThan(1) ? 'below-target' : 'met';
        return {
          indicatorId: 'gr.quality-effect',
          scopeKind: 'initiative' as const,
          scopeId: initiative.id,
          objectId: benefit.id,
          unitId: unitOf(benefit, initiative),
          memberGroup: benefit.beneficiary,
          numerator: (reached ?? new Decimal(0)).toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toString(),
          denominator: '1',
          status: reached === null ? ('missing' as const) : ('counted' as const),
          reason: baseline === null ? 'no-baseline' : way?.isZero() ? 'target-equals-baseline' : shortfall,
          fresh: isBenefitFresh(benefit, asOf),
        };
      }),
  );
