import type { GatePassageFacts, OracleIndicator } from './facts';
import { reasonFrom, within } from './reading';

function lackingAt({ decision, phaseStartedOn, artefacts }: GatePassageFacts): string {
  const incomplete = artefacts.some(({ required, complete }) => required === true && complete !== true);
  if (!decision) return reasonFrom('no-decision', incomplete && 'artefacts-missing');
  return reasonFrom(
    decision.decidedOn > phaseStartedOn && 'decided-late',
    !['approve', 'approve_with_conditions'].includes(decision.outcome) && 'not-approved',
    !decision.mandateOk && 'no-mandate',
    !/[^ \t\r\n]/.test(decision.rationale ?? '') && 'no-rationale',
    incomplete && 'artefacts-missing',
  );
}

export const gateDisciplineOracle: OracleIndicator = (facts, asOf) =>
  facts.initiatives.flatMap((initiative) =>
    initiative.passages
      .filter(({ phaseStartedOn }) => within(phaseStartedOn, asOf, 12))
      .map((passage) => {
        const reason = lackingAt(passage);
        return {
          indicatorId: 'op.gate-discipline',
          scopeKind: 'initiative' as const,
          scopeId: initiative.id,
          objectId: passage.id,
          unitId: initiative.unitId,
          memberGroup: null,
          numerator: reason === 'met' ? '1' : '0',
          denominator: '1',
          status: 'counted' as const,
          reason,
          fresh: null,
        };
      }),
  );
