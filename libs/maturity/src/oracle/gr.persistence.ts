import { addMonths, Decimal } from '@hoest/quantities';
import type { OracleIndicator } from './facts';
import { isApproved, isBenefitFresh, lead, plannedPath, standing, unitOf, within } from './reading';

export const persistenceOracle: OracleIndicator = (facts, asOf) =>
  facts.initiatives.flatMap((initiative) =>
    initiative.benefits
      .filter((benefit) => isApproved(benefit) && benefit.polarity === 1)
      .flatMap((benefit) => {
        const { baseline, points } = plannedPath(benefit, asOf);
        const target = points.at(-1);
        const measure = lead(benefit);
        if (!target || baseline === null || !measure) return [];
        const way = new Decimal(target.value).minus(baseline);
        if (way.isZero()) return [];
        // Distances in the direction of the target instead of ratios: no division, so nothing is lost.
        const distance = (value: string) => new Decimal(value).minus(baseline).times(way.isNegative() ? -1 : 1);
        const known = standing(measure).filter(({ measuredOn }) => measuredOn <= asOf);
        const first = known.find(
          ({ measuredOn, value }) =>
            measuredOn >= target.dueOn && distance(value).greaterThanOrEqualTo(way.abs().times('0.9')),
        );
        if (!first || first.measuredOn > addMonths(asOf, -12) || first.measuredOn <= addMonths(asOf, -36)) return [];
        const latest = known.at(-1);
        const recent = latest !== undefined && within(latest.measuredOn, asOf, 12);
        const kept = recent && distance(latest.value).greaterThanOrEqualTo(distance(first.value).times('0.9'));
        return {
          indicatorId: 'gr.persistence',
          scopeKind: 'initiative' as const,
          scopeId: initiative.id,
          objectId: benefit.id,
          unitId: unitOf(benefit, initiative),
          memberGroup: null,
          numerator: kept ? '1' : '0',
          denominator: '1',
          status: recent ? ('counted' as const) : ('missing' as const),
          reason: kept ? 'met' : recent ? 'fell-back' : 'not-measured',
          fresh: isBenefitFresh(benefit, asOf),
        };
      }),
  );
