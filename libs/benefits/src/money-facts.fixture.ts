import type { MeasurementFacts } from './measurements';
import type { BenefitMoneyFacts } from './money-by-month';
import { obligationsOf } from './obligations';
import type { PlanFacts } from './plan';

/** Quarters of 2025–2026 of a benefit worth 1,200,000 kr. a year that cuts 14 days to 7. */
export const obligations = obligationsOf(
  { frequency: 'quarter', firstDue: '2025-04-15', trackUntil: '2026-12-31', startsOn: null },
  '2026-12-31',
).map((obligation, position) => ({ ...obligation, id: `q${position + 1}`, waivedReason: null }));

export const plan: PlanFacts = {
  fullYearValueMinor: 120_000_000n,
  attribution: '1',
  startsOn: null,
  endsOn: '2026-12-31',
  baselineValue: '14',
  interpolation: 'step',
  points: [
    { dueOn: '2025-01-01', value: '7' },
    { dueOn: '2025-02-01', value: '7' },
  ],
};

export const benefit = (over: Partial<BenefitMoneyFacts> = {}): BenefitMoneyFacts => ({
  id: 'b1',
  monetised: true,
  currency: 'DKK',
  attribution: '1',
  startsOn: null,
  endsOn: null,
  plan,
  baselineNow: null,
  measure: {
    moneyBasis: 'achievement',
    direction: 'down',
    unit: 'dage',
    unitBefore: null,
    rateMinor: null,
    trackUntil: '2026-12-31',
  },
  obligations,
  measurements: [],
  ...over,
});

export const measured = (
  obligationId: string,
  value: string,
  over: Partial<MeasurementFacts> = {},
): MeasurementFacts => ({
  id: `m-${obligationId}-${value}`,
  obligationId,
  measuredOn: obligations.find(({ id }) => id === obligationId)?.periodEnd ?? '2025-03-31',
  value,
  volume: null,
  supersedesId: null,
  ...over,
});
