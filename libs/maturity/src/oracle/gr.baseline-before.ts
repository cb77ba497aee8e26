import type { OracleIndicator } from './facts';
import { isApproved, isBenefitFresh, unitOf, within } from './reading';

export const baselineBeforeOracle: OracleIndicator = (facts, asOf) =>
  facts.initiatives
    .filter(({ goLiveActual }) => within(goLiveActual, asOf, 36))
    .flatMap((initiative) =>
      initiative.benefits.filter(isApproved).flatMap((benefit) =>
        benefit.measures.map((measure) => {
          const measured = measure.baselines.filter(({ value }) => value !== null);
          const inTime = measured.filter(({ measuredOn }) => (measuredOn ?? '9') <= (initiative.goLiveActual ?? ''));
          const firm = inTime.some(({ evidenceKind }) => evidenceKind !== null && evidenceKind !== 'estimate');
          const missed = inTime.length > 0 ? 'baseline-estimated' : 'baseline-late';
          return {
            indicatorId: 'gr.baseline-before',
            scopeKind: 'initiative' as const,
            scopeId: initiative.id,
            objectId: measure.id,
            unitId: unitOf(benefit, initiative),
            memberGroup: null,
            numerator: firm ? '1' : '0',
            denominator: '1',
            status: 'counted' as const,
            reason: firm ? 'met' : measured.length === 0 ? 'no-baseline' : missed,
            fresh: isBenefitFresh(benefit, asOf),
          };
        }),
      ),
    );
