import type { BodyOf, mapRoutes } from '@hoest/contracts';
import type { ChangeActivityEntity } from '@hoest/persistence';

/** The named fields of a change activity as columns: the amount becomes an integer, null stays null. */
export function activityColumns(body: BodyOf<typeof mapRoutes.changeChangeActivity>): Partial<ChangeActivityEntity> {
  const { budgetMinor, ...rest } = body;
  return {
    ...rest,
    ...(budgetMinor !== undefined && { budgetMinor: budgetMinor === null ? null : BigInt(budgetMinor) }),
  };
}
