import {
  type BenefitMoneyFacts,
  baselineInForce,
  leadMeasure,
  type MoneyBasis,
  type Polarity,
  type ProfileFacts,
} from '@hoest/benefits';
import { type BenefitRecord, measurementFacts, measurePlan, type MeasureRecord } from '@hoest/persistence';

const inForce = (measure: MeasureRecord) =>
  baselineInForce(measure.baselines.map((baseline) => ({ ...baseline, recordedAt: new Date(baseline.recordedAt) })));

/** What the full profile asks about. */
export function profileFacts(benefit: BenefitRecord): ProfileFacts {
  return {
    ownerId: benefit.ownerId,
    class: benefit.class,
    beneficiary: benefit.beneficiary,
    goalId: benefit.goalId,
    isLive: benefit.goLiveActual !== null,
    measures: benefit.measures.map((measure) => {
      const baseline = inForce(measure);
      return {
        id: measure.id,
        position: measure.position,
        unit: measure.unit,
        direction: measure.direction,
        frequency: measure.frequency,
        baselineValue: baseline?.value ?? null,
        baselinePlannedOn: baseline?.plannedOn ?? null,
        targetPointCount: measure.targetPoints.length,
      };
    }),
  };
}

/**
 * What the money of a benefit follows from. With `draft`, a benefit without an approved plan shows the draft as if it
 * were one: the editor's preview; sums never count it.
 */
export function moneyFacts(
  benefit: BenefitRecord,
  asOf: string,
  options: { draft: boolean },
): BenefitMoneyFacts & { polarity: Polarity } {
  const lead = leadMeasure(benefit.measures);
  const plan = lead && measurePlan(benefit, lead, asOf);
  return {
    id: benefit.id,
    polarity: benefit.polarity,
    monetised: benefit.monetised,
    currency: benefit.currency,
    attribution: benefit.attribution,
    startsOn: benefit.startsOn,
    endsOn: benefit.endsOn,
    plan: plan && (options.draft || plan.kind !== 'draft') ? plan.facts : null,
    baselineNow: (lead && inForce(lead)?.value) ?? null,
    measure: lead && {
      ...lead,
      moneyBasis: lead.moneyBasis as MoneyBasis,
      rateMinor: lead.rateMinor === null ? null : BigInt(lead.rateMinor),
    },
    obligations: lead?.obligations ?? [],
    measurements: lead ? measurementFacts(lead) : [],
  };
}
