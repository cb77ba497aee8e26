import {
  type AssumptionEntity,
  type AssumptionRow,
  type InitiativeAccess,
  type MapLinkRow,
  RowNotFound,
  type Transaction,
} from '@hoest/persistence';
import { linkWithAccess } from './map-parts';

/** An assumption as its calls answer it. */
export function assumptionAnswer(row: AssumptionEntity): AssumptionRow {
  const { id, mapLinkId, text, status, reviewedOn, version } = row;
  return { id, mapLinkId, text, status: status as AssumptionRow['status'], reviewedOn, version };
}

/** The link of an assumption, and who may change it. @throws RowNotFound */
export async function assumptionWithAccess(
  tx: Transaction,
  id: string,
): Promise<{ link: MapLinkRow; initiative: InitiativeAccess }> {
  const [row] = await tx.query<{ mapLinkId: string }>(
    `select map_link_id as "mapLinkId" from assumption where organisation_id = $1 and id = $2`,
    [tx.organisationId, id],
  );
  if (!row) throw new RowNotFound('assumption');
  return linkWithAccess(tx, row.mapLinkId);
}
