import {
  type ChangeActivityRow,
  type EnablerRow,
  type InitiativeAccess,
  type MapLinkRow,
  readChangeActivities,
  readEnablers,
  readInitiativeAccess,
  readMapLink,
  readMapNode,
  RowNotFound,
  type Transaction,
} from '@hoest/persistence';

/** One enabler as its calls answer it. @throws RowNotFound */
export async function enablerOf(tx: Transaction, id: string): Promise<EnablerRow> {
  const [enabler] = await readEnablers(tx, { ids: [id] });
  if (!enabler) throw new RowNotFound('enabler');
  return enabler;
}

/** One change activity as its calls answer it. @throws RowNotFound */
export async function changeActivityOf(tx: Transaction, id: string): Promise<ChangeActivityRow> {
  const [activity] = await readChangeActivities(tx, { ids: [id] });
  if (!activity) throw new RowNotFound('change_activity');
  return activity;
}

/** A link and who may change it: those who may change the initiative it starts in. @throws RowNotFound */
export async function linkWithAccess(
  tx: Transaction,
  id: string,
): Promise<{ link: MapLinkRow; initiative: InitiativeAccess }> {
  const link = await readMapLink(tx, id);
  const start = await readMapNode(tx, { kind: link.fromKind, id: link.fromId });
  if (!start?.initiativeId) throw new RowNotFound('map_link');
  return { link, initiative: await readInitiativeAccess(tx, start.initiativeId) };
}

/** Tells pages that show the map or a mark of it. */
export function announceMap(tx: Transaction, initiativeId: string): void {
  tx.announce('benefit_map', initiativeId);
}
