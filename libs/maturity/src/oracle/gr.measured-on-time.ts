import type { MeasureFacts, OracleIndicator, OracleMember } from './facts';
import { isApproved, isBenefitFresh, unitOf, within } from './reading';

type Verdict = Pick<OracleMember, 'numerator' | 'denominator' | 'status' | 'reason'>;

function verdict(obligation: MeasureFacts['obligations'][number], answers: readonly string[]): Verdict {
  const first = [...answers].sort()[0];
  if (first !== undefined) {
    const met = first <= obligation.graceUntil;
    return { numerator: met ? '1' : '0', denominator: '1', status: 'counted', reason: met ? 'met' : 'measured-late' };
  }
  if (obligation.waivedReason !== null) return { numerator: '0', denominator: '0', status: 'exempt', reason: 'waived' };
  return { numerator: '0', denominator: '1', status: 'missing', reason: 'not-measured' };
}

export const measuredOnTimeOracle: OracleIndicator = (facts, asOf) =>
  facts.initiatives.flatMap((initiative) =>
    initiative.benefits.filter(isApproved).flatMap((benefit) =>
      benefit.measures.flatMap((measure) =>
        measure.obligations
          .filter(({ graceUntil }) => within(graceUntil, asOf, 12))
          .map((obligation) => {
            const answers = measure.measurements
              .filter(({ obligationId, recordedOn }) => obligationId === obligation.id && recordedOn <= asOf)
              .map(({ recordedOn }) => recordedOn);
            return {
              indicatorId: 'gr.measured-on-time',
              scopeKind: 'initiative' as const,
              scopeId: initiative.id,
              objectId: obligation.id,
              unitId: unitOf(benefit, initiative),
              memberGroup: null,
              ...verdict(obligation, answers),
              fresh: isBenefitFresh(benefit, asOf),
            };
          }),
      ),
    ),
  );
