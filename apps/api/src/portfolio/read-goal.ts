import { type GoalRow, listGoals, RowNotFound, type Transaction } from '@hoest/persistence';

/** One goal as its calls answer it. @throws RowNotFound */
export async function readGoal(tx: Transaction, id: string): Promise<GoalRow> {
  const [goal] = await listGoals(tx, { id });
  if (!goal) throw new RowNotFound('goal');
  return goal;
}
