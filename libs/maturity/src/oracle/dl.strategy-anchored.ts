import type { OracleIndicator } from './facts';
import { isAdopted, isInForce, isStrategyFresh, isValid, reasonFrom, rootUnit, within } from './reading';

const POLITICAL = ['council', 'committee'];

export const strategyAnchoredOracle: OracleIndicator = (facts, asOf) => {
  const root = rootUnit(facts);
  if (!root) return [];
  return facts.strategies.map((strategy) => {
    const goals = facts.goals.filter((goal) => goal.strategyId === strategy.id && isValid(goal, asOf));
    const followedUp =
      within(strategy.adoptedOn, asOf, 24) ||
      strategy.followups.some(({ heldOn, body }) => POLITICAL.includes(body) && within(heldOn, asOf, 24));
    const measurable = goals.every((goal) => goal.kpi !== null && goal.baselineValue !== null && goal.targets > 0);
    const [step, reason] = ((): [number, string] => {
      if (!isInForce(strategy, asOf)) {
        return [0, reasonFrom(!isAdopted(strategy, asOf) && 'not-adopted', !isValid(strategy, asOf) && 'not-valid')];
      }
      if (!POLITICAL.includes(strategy.adoptedBy ?? '')) return [25, 'not-political'];
      if (!followedUp) return [50, 'no-follow-up'];
      if (goals.length === 0) return [75, 'no-goals'];
      return measurable ? [100, 'met'] : [75, 'goals-not-measurable'];
    })();
    return {
      indicatorId: 'dl.strategy-anchored',
      scopeKind: 'strategy',
      scopeId: strategy.id,
      objectId: strategy.id,
      unitId: root,
      memberGroup: null,
      numerator: String(step),
      denominator: '100',
      status: 'counted',
      reason,
      fresh: isStrategyFresh(strategy, asOf),
    };
  });
};
