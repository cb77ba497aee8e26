import type { Transaction } from '@hoest/persistence';
import { fieldRefused } from '@hoest/platform';

/** Unique constraint of a goal's code. */
export const GOAL_TAKEN = { goal_organisation_id_code_key: '/code' };

/**
 * A goal above another stands in the same strategy, and no goal lies below itself.
 * @param goalId the goal that gets the parent; null for a new one
 * @throws ProblemError `rule_refused` at `/parentId`
 */
export async function refuseMisplacedParent(
  tx: Transaction,
  goal: { id: string | null; strategyId: string },
  parentId: string | null | undefined,
): Promise<void> {
  if (parentId === null || parentId === undefined) return;
  const above = await tx.query<{ id: string; strategyId: string }>(
    `with recursive above as (
       select g.id, g.parent_id, g.strategy_id from goal g where g.organisation_id = $1 and g.id = $2
       union select g.id, g.parent_id, g.strategy_id from goal g join above a on g.id = a.parent_id where g.organisation_id = $1)
     select id, strategy_id as "strategyId" from above`,
    [tx.organisationId, parentId],
  );
  const parent = above.find(({ id }) => id === parentId);
  if (!parent) {
    throw fieldRefused('/parentId', 'unknown_reference', {
      da: 'Målet findes ikke; vælg et andet.',
      en: 'The goal does not exist; choose another.',
    });
  }
  if (parent.strategyId !== goal.strategyId) {
    throw fieldRefused('/parentId', 'other_strategy', {
      da: 'Målet hører til en anden strategi; vælg et mål i samme strategi.',
      en: 'The goal belongs to another strategy; choose one of the same strategy.',
    });
  }
  if (above.some(({ id }) => id === goal.id)) {
    throw fieldRefused('/parentId', 'circle', {
      da: 'Et mål kan ikke ligge under sig selv eller sine egne delmål.',
      en: 'A goal cannot lie below itself or its own sub-goals.',
    });
  }
}
