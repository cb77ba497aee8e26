import type { AccessObject } from '@hoest/organisation';
import { type BenefitRecord, readBenefitRecords, RowNotFound, type Transaction } from '@hoest/persistence';

/** What the access policy needs to know about a benefit: its initiative's units, and everybody who answers for it. */
export function accessTo(benefit: BenefitRecord): AccessObject {
  return {
    unitAncestorIds: benefit.initiativeUnitAncestorIds,
    responsiblePersonIds: [benefit.initiativeOwnerId, benefit.initiativeManagerId, benefit.ownerId, benefit.measurerId],
  };
}

/** One benefit with everything it owns. @throws RowNotFound */
export async function loadBenefit(tx: Transaction, id: string): Promise<BenefitRecord> {
  const [benefit] = await readBenefitRecords(tx, [id]);
  if (!benefit) throw new RowNotFound('benefit');
  return benefit;
}

/** The benefit a measure belongs to. @throws RowNotFound */
export async function loadBenefitOfMeasure(tx: Transaction, measureId: string): Promise<BenefitRecord> {
  const [row] = await tx.query<{ benefitId: string }>(
    `select benefit_id as "benefitId" from measure where organisation_id = $1 and id = $2`,
    [tx.organisationId, measureId],
  );
  if (!row) throw new RowNotFound('measure');
  return loadBenefit(tx, row.benefitId);
}
