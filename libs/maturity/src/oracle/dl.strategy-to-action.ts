import type { OracleIndicator } from './facts';
import { isActive, isGivenUp, isInForce, isStrategyFresh, isValid, reasonFrom, rootUnit, within } from './reading';

export const strategyToActionOracle: OracleIndicator = (facts, asOf) => {
  const root = rootUnit(facts);
  const strategies = new Map(facts.strategies.map((strategy) => [strategy.id, strategy]));
  return facts.goals.flatMap((goal) => {
    const strategy = strategies.get(goal.strategyId);
    if (!root || !strategy || !isInForce(strategy, asOf) || !isValid(goal, asOf)) return [];
    const lacking = facts.initiatives
      .filter((initiative) => initiative.primaryGoalId === goal.id)
      .filter(
        (initiative) =>
          isActive(initiative) || (initiative.phase === 'closed' && within(initiative.closedOn, asOf, 24)),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((initiative) => [
        initiative.ownerId === null && 'no-owner',
        !initiative.plannedCosts.some((cost) => cost !== null && cost > 0n) && 'no-cost-plan',
        !initiative.benefits.some((benefit) => benefit.goalId === goal.id && !isGivenUp(benefit)) && 'no-benefit',
      ]);
    // A stable sort: among equals the lower id stays first.
    lacking.sort((a, b) => a.filter(Boolean).length - b.filter(Boolean).length);
    const reason = lacking[0] ? reasonFrom(...lacking[0]) : 'no-initiative';
    return {
      indicatorId: 'dl.strategy-to-action',
      scopeKind: 'strategy',
      scopeId: strategy.id,
      objectId: goal.id,
      unitId: root,
      memberGroup: null,
      numerator: reason === 'met' ? '1' : '0',
      denominator: '1',
      status: 'counted',
      reason,
      fresh: isStrategyFresh(strategy, asOf),
    };
  });
};
