import type { BodyOf, costRoutes } from '@hoest/contracts';
import { type CostLineEntity, type CostLineRow, readCostLine, RowNotFound, type Transaction } from '@hoest/persistence';
import { wholeAmount } from './whole-amount';

/** The named fields of a cost line as columns. */
export function costColumns(body: BodyOf<typeof costRoutes.changeCostLine>): Partial<CostLineEntity> {
  const { planMinor, forecastMinor, actualMinor, ...rest } = body;
  return {
    ...rest,
    ...(planMinor !== undefined && { planMinor: wholeAmount(planMinor) }),
    ...(forecastMinor !== undefined && { forecastMinor: wholeAmount(forecastMinor) }),
    ...(actualMinor !== undefined && { actualMinor: wholeAmount(actualMinor) }),
  };
}

/** One cost line as its calls answer it. @throws RowNotFound */
export async function costLineOf(tx: Transaction, id: string): Promise<CostLineRow> {
  const line = await readCostLine(tx, id);
  if (!line) throw new RowNotFound('cost_line');
  return line;
}
