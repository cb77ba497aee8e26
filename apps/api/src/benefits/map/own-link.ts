import { BenefitEntity, fieldChanges, loadRow, type Transaction, updateVersioned } from '@hoest/persistence';

/** The two links a benefit names itself: its goal, and the benefit it contributes to. */
export type OwnLink = { goalId: string | null } | { contributesToId: string | null };

/** Writes the goal or contribution of a benefit, as the change of the benefit that it is. */
export async function changeOwnLink(tx: Transaction, benefitId: string, change: OwnLink): Promise<void> {
  const benefit = await loadRow(tx, BenefitEntity, benefitId);
  const { before, after } = await updateVersioned(tx, BenefitEntity, benefitId, benefit.version, change);
  tx.audit({
    action: 'changed',
    objectKind: 'benefit',
    objectId: benefitId,
    parent: { kind: 'initiative', id: benefit.initiativeId },
    changes: fieldChanges(before, after),
  });
  tx.announce('benefit', benefitId);
}
