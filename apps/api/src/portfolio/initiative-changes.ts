import { fieldChanges, type InitiativeEntity, type InitiativePageRow } from '@hoest/persistence';

/**
 * What a change did, by the names of the contract: the answer to a stale version names the fields from here, and a client
 * compares them with its own. Columns are told from the row, lists from the page.
 */
export function initiativeChanges(
  rows: { before: InitiativeEntity | null; after: InitiativeEntity },
  pages: { before: InitiativePageRow | null; after: InitiativePageRow },
): Record<string, { from: unknown; to: unknown }> {
  const { roughCostMinor: roughCost, ...changes } = fieldChanges(rows.before, rows.after);
  return {
    ...changes,
    ...(roughCost && { roughCost }),
    ...fieldChanges(pages.before ? listsOf(pages.before) : NO_LISTS, listsOf(pages.after)),
  };
}

const NO_LISTS = { affectedUnits: [], secondaryGoalIds: [], phasePlan: [] };

/** The lists as a body would send them. */
function listsOf(page: InitiativePageRow) {
  return {
    affectedUnits: page.affectedUnits.map(({ unitId, share }) => ({ unitId, share })),
    secondaryGoalIds: page.secondaryGoalIds,
    phasePlan: page.phasePlan,
  };
}
