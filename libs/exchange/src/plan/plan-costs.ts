import type { ImportedCost } from '../rows/imported-initiative';
import type { ExistingCost } from './existing-initiative';
import { currencyKept } from './plan-notes';
import type { CostChange, PlanNote } from './planned-row';

/**
 * What the costs of a row change. A new line takes the figure as its plan. In a line that has a plan, the plan stays as
 * the baseline and a figure that differs from the latest one becomes the forecast; the same figure changes nothing.
 * A line in another currency is left alone.
 */
export function planCosts(
  costs: readonly ImportedCost[],
  existing: readonly ExistingCost[],
): { changes: CostChange[]; notes: PlanNote[] } {
  const byKey = new Map(existing.map((line) => [line.lineKey, line]));
  const notes: PlanNote[] = [];
  const changes = costs.flatMap((cost): CostChange[] => {
    const line = byKey.get(cost.lineKey);
    const { amountMinor } = cost;
    if (!line) return [{ id: null, cost, before: null, after: { planMinor: amountMinor, forecastMinor: null } }];
    if (line.currency !== cost.currency) {
      notes.push(currencyKept(cost.lineKey, line.currency, cost.currency));
      return [];
    }
    if ((line.forecastMinor ?? line.planMinor) === amountMinor) return [];
    const { planMinor, forecastMinor } = line;
    const after =
      planMinor === null ? { planMinor: amountMinor, forecastMinor } : { planMinor, forecastMinor: amountMinor };
    return [{ id: line.id, cost, before: { planMinor, forecastMinor }, after }];
  });
  return { changes, notes };
}
