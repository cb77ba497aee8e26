import { type CalendarDate, Decimal, type DecimalValue, minorDigits } from '@hoest/quantities';
import { achievement } from './achievement';
import type { MeasurementFacts } from './measurements';
import { isMinutes } from './saving';
import type { MeasureDirection, MoneyBasis } from './value-lists';

/** The lead measure, as far as its values become money. */
export interface MoneyMeasureFacts {
  moneyBasis: MoneyBasis;
  direction: MeasureDirection;
  unit: string;
  /** Value per unit before the change; null = the baseline stands for it. */
  unitBefore: DecimalValue | null;
  /** Minor units per unit saved; per hour when the unit is minutes. */
  rateMinor: bigint | null;
  trackUntil: CalendarDate | null;
}

/** Terms a measured value is turned into money under; null = not known. */
export interface WorthTerms {
  currency: string;
  /** Minor units a year at full effect, before attribution. */
  fullYearValueMinor: bigint | null;
  baseline: DecimalValue | null;
  /** Final target of the path. */
  target: DecimalValue | null;
}

/**
 * What one measured value is worth over the period it was measured for, in exact minor units before attribution; null when it
 * cannot be computed. `months` = months of the period that count; only the share of the full-year value depends on it. The three ways
 * are written out at `claimedByMonth`.
 * Source: domain rules, F22
 */
export function measurementWorth(
  measurement: Pick<MeasurementFacts, 'value' | 'volume'>,
  measure: MoneyMeasureFacts,
  terms: WorthTerms,
  months: number,
): Decimal | null {
  const value = new Decimal(measurement.value);
  if (measure.moneyBasis === 'amount') return value.times(new Decimal(10).pow(minorDigits(terms.currency)));
  const before = measure.unitBefore ?? terms.baseline;
  const { volume } = measurement;
  if (measure.moneyBasis === 'unit_saving' && before !== null && volume !== null && measure.rateMinor !== null) {
    const saved = measure.direction === 'down' ? new Decimal(before).minus(value) : value.minus(before);
    const rated = saved.times(volume).times(measure.rateMinor.toString());
    return rated.dividedBy(isMinutes(measure.unit) ? 60 : 1);
  }
  const reached = achievement({ value, baseline: terms.baseline, target: terms.target });
  if (terms.fullYearValueMinor === null || reached.kind !== 'measured') return null;
  return reached.ratio.times(terms.fullYearValueMinor.toString()).times(months).dividedBy(12);
}
