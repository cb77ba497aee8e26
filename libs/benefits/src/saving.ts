import { Decimal, type DecimalValue } from '@hoest/quantities';

/** Hours of a full-time year before holidays and other absence, 37 × 52. Source: domain rules, F7 [S15] */
export const GROSS_YEAR_HOURS = 1924;

/** Hours a full-time employee really works in a year; the default of a dated setting. Source: domain rules, F7 */
export const DEFAULT_EFFECTIVE_HOURS = 1450;

export interface TimeFacts {
  /** Cases per year. */
  volume: DecimalValue;
  /** Minutes saved per case. */
  minutes: DecimalValue;
  /** Share of cases that go the new way, 0–1. */
  adoption: DecimalValue;
  /** Share of the effect the initiative may claim, 0–1; 1 when the attribution is applied elsewhere. */
  attribution: DecimalValue;
  /** Minor units of money per hour; null = hours only. */
  rateMinor: DecimalValue | null;
  /** Effective hours of a full-time year, above 0; null = no full-time equivalents. */
  effectiveHours: DecimalValue | null;
}

export interface TimeSaved {
  /** Hours freed per year. */
  hours: Decimal;
  /** Full-time equivalents; null without effective hours. */
  fte: Decimal | null;
  /** What the hours are worth, in minor units, unrounded; null without a rate. Capacity, not cash: no budget is reduced by it. */
  capacityMinor: Decimal | null;
}

/**
 * Time saved per year: volume × minutes / 60 × adoption × attribution, and what it is worth. Cash is always 0 until a budget is
 * reduced, so there is no cash figure to mistake it for.
 * Source: domain rules, F7
 */
export function timeSaved(facts: TimeFacts): TimeSaved {
  const hours = new Decimal(facts.volume)
    .times(facts.minutes)
    .times(facts.adoption)
    .times(facts.attribution)
    .dividedBy(60);
  const effective = facts.effectiveHours === null ? null : new Decimal(facts.effectiveHours);
  return {
    hours,
    fte: effective?.greaterThan(0) ? hours.dividedBy(effective) : null,
    capacityMinor: facts.rateMinor === null ? null : hours.times(facts.rateMinor),
  };
}

/**
 * Saving corrected for volume: (unit before − unit now) × volume now, in the unit of the measure (minutes per case × cases =
 * minutes). Comparing totals of two years instead would count fewer cases as a saving.
 * Source: domain rules, F15
 */
export function volumeCorrectedSaving(facts: {
  unitBefore: DecimalValue;
  unitNow: DecimalValue;
  volumeNow: DecimalValue;
}): Decimal {
  return new Decimal(facts.unitBefore).minus(facts.unitNow).times(facts.volumeNow);
}

/** Spellings of a measure's unit (lower case) that mean minutes; the rate of such a measure is per hour. */
export const MINUTE_UNITS = ['minutes', 'minute', 'min', 'min.', 'minutter', 'minut'] as const;

/** Whether a measure's unit is minutes, so that a rate per hour is divided by 60. */
export function isMinutes(unit: string): boolean {
  const plain = unit.trim().toLowerCase();
  return MINUTE_UNITS.some((spelling) => spelling === plain);
}
