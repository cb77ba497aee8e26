import { listStrategies, RowNotFound, type StrategyRow, type Transaction } from '@hoest/persistence';

/** One strategy as its calls answer it. @throws RowNotFound */
export async function readStrategy(tx: Transaction, id: string): Promise<StrategyRow> {
  const [strategy] = await listStrategies(tx, id);
  if (!strategy) throw new RowNotFound('strategy');
  return strategy;
}
