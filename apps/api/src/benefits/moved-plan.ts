import { planShift, shiftedDate, shiftedPlan } from '@hoest/benefits';
import type { BenefitRecord, PlanVersionRecord, Transaction } from '@hoest/persistence';
import { isFrozen } from './frozen-plan';

/** States in which nobody plans any more. */
const ENDED: readonly string[] = ['closed', 'rejected', 'written_off'];

/** The plan whose dates a moved go-live makes doubtful: what stands of the frozen one after re-baselining, else the draft. */
function latestPlan(benefit: BenefitRecord) {
  if (!isFrozen(benefit)) {
    return {
      assumed: benefit.goLiveAssumed,
      startsOn: benefit.startsOn,
      endsOn: benefit.endsOn,
      measures: benefit.measures.map(({ id, targetPoints }) => ({ measureId: id, points: targetPoints })),
    };
  }
  const of = (kind: string) => benefit.planVersions.findLast((version) => version.kind === kind);
  const version = (of('rebaselined') ?? of('frozen_at_go_live')) as PlanVersionRecord;
  return { ...version, assumed: version.goLiveAssumed ?? benefit.goLiveAssumed };
}

/**
 * What is proposed when the go-live has moved since the plan's dates were made; null when it has not. Nothing moves by this:
 * a draft is moved when somebody accepts it, a frozen plan by re-baselining it.
 */
export function movedPlan(benefit: BenefitRecord) {
  if (ENDED.includes(benefit.state)) return null;
  const plan = latestPlan(benefit);
  const assumed = plan.assumed ?? benefit.goLiveFirstPlanned;
  const goLive = benefit.goLiveActual ?? benefit.goLivePlanned;
  const shift = planShift(assumed, goLive);
  if (!shift || assumed === null || goLive === null) return null;
  const proposed = shiftedPlan(plan, shift);
  const measures = benefit.measures.flatMap((measure) => {
    const points = proposed.measures.find(({ measureId }) => measureId === measure.id)?.points ?? [];
    const former = plan.measures.find(({ measureId }) => measureId === measure.id)?.points ?? [];
    if (points.length === 0) return [];
    // What is measured before go-live stays due; what was to be measured after it is measured as much later.
    const firstDue = measure.firstDue && measure.firstDue >= assumed ? shiftedDate(measure.firstDue, shift) : null;
    return [{ measureId: measure.id, former: [...former], points: [...points], firstDue }];
  });
  if (measures.length === 0 && plan.startsOn === null) return null;
  return {
    ...shift,
    assumed,
    goLive,
    isLive: benefit.goLiveActual !== null,
    isFrozen: isFrozen(benefit),
    former: { startsOn: plan.startsOn, endsOn: plan.endsOn },
    startsOn: proposed.startsOn,
    endsOn: proposed.endsOn,
    measures,
  };
}
export type MovedPlan = NonNullable<ReturnType<typeof movedPlan>>;

/** Notes that the plan's dates were made with the go-live of today in mind. */
export async function assumeGoLive(tx: Transaction, benefitId: string): Promise<void> {
  await tx.query(
    `update benefit b set go_live_assumed = coalesce(i.go_live_actual, i.go_live_planned)
      from initiative i where b.organisation_id = $1 and b.id = $2 and i.organisation_id = b.organisation_id and i.id = b.initiative_id`,
    [tx.organisationId, benefitId],
  );
}
