import type { BenefitEntity, MeasureEntity } from '@hoest/persistence';

const BENEFIT_AMOUNTS = [
  'fullYearValueMinor',
  'wholeLifeValueMinor',
  'estimateLowMinor',
  'estimateLikelyMinor',
  'estimateHighMinor',
  'costOfMeasuringMinor',
] as const;

function withAmounts(fields: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      names.includes(name) && typeof value === 'string' ? BigInt(value) : value,
    ]),
  );
}

/** Fields of a call as columns: digit strings of amounts become integers. Fields that are left out stay out. */
export const benefitColumns = (fields: object) => withAmounts(fields, BENEFIT_AMOUNTS) as Partial<BenefitEntity>;
export const measureColumns = (fields: object) => withAmounts(fields, ['rateMinor']) as Partial<MeasureEntity>;
