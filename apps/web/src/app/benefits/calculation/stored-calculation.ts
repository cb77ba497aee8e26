import { type Calculator, CALCULATORS } from '@hoest/benefits';

/** A calculation as the benefit keeps it. */
export interface StoredCalculation {
  calculator: Calculator;
  drivers: Readonly<Record<string, string>>;
}

/** Reads the stored calculation; undefined when there is none, or one this version does not know. */
export function storedCalculation(stored: unknown): StoredCalculation | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { calculator, drivers } = stored as { calculator?: unknown; drivers?: unknown };
  const known = CALCULATORS.find((one) => one === calculator);
  if (!known || typeof drivers !== 'object' || drivers === null) return undefined;
  const texts = Object.entries(drivers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { calculator: known, drivers: Object.fromEntries(texts) };
}
