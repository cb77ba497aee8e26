import type { ImportedBenefit } from '../rows/imported-initiative';
import type { ExistingBenefit } from './existing-initiative';
import { benefitKept, currencyKept } from './plan-notes';
import type { BenefitChange, BenefitValues, PlanNote } from './planned-row';

/**
 * Class of a benefit made by an import. A yearly saving by its column is taken out of budgets; a whole-life value counts
 * many things in the sources we know, so it is not claimed as cash until a person says so.
 */
export const IMPORTED_BENEFIT_CLASS = { full_year: 'cash_releasing', whole_life: 'cost_avoidance' } as const;

function valuesOf(benefit: ImportedBenefit, before: BenefitValues | null): BenefitValues {
  const values = before ?? { polarity: 1, fullYearValueMinor: null, wholeLifeValueMinor: null, description: null };
  const amount =
    benefit.basis === 'full_year'
      ? { fullYearValueMinor: benefit.amountMinor }
      : { wholeLifeValueMinor: benefit.amountMinor };
  return { ...values, ...amount, polarity: benefit.polarity, description: benefit.description ?? values.description };
}

const same = (a: BenefitValues, b: BenefitValues) =>
  a.polarity === b.polarity &&
  a.fullYearValueMinor === b.fullYearValueMinor &&
  a.wholeLifeValueMinor === b.wholeLifeValueMinor &&
  a.description === b.description;

/**
 * What the benefits of a row change. A benefit whose plan is approved keeps its figures: they change by a new plan version
 * with a decision, never by an import. A benefit in another currency is left alone.
 */
export function planBenefits(
  benefits: readonly ImportedBenefit[],
  existing: readonly ExistingBenefit[],
): { changes: BenefitChange[]; notes: PlanNote[] } {
  const byKey = new Map(existing.map((benefit) => [benefit.lineKey, benefit]));
  const notes: PlanNote[] = [];
  const changes = benefits.flatMap((benefit): BenefitChange[] => {
    const found = byKey.get(benefit.lineKey);
    if (!found) return [{ id: null, benefit, before: null, after: valuesOf(benefit, null) }];
    const { polarity, fullYearValueMinor, wholeLifeValueMinor, description } = found;
    const before = { polarity, fullYearValueMinor, wholeLifeValueMinor, description };
    const after = valuesOf(benefit, before);
    if (found.currency !== benefit.currency) {
      notes.push(currencyKept(benefit.lineKey, found.currency, benefit.currency));
      return [];
    }
    if (same(before, after)) return [];
    if (found.approved) {
      notes.push(benefitKept(benefit.lineKey));
      return [];
    }
    return [{ id: found.id, benefit, before, after }];
  });
  return { changes, notes };
}
