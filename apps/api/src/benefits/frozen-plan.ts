import type { BenefitRecord } from '@hoest/persistence';
import { fieldRefused, type ProblemError } from '@hoest/platform';

/** Whether the plan was frozen at go-live; from then on only a decision re-baselines it. */
export function isFrozen(benefit: BenefitRecord): boolean {
  return benefit.planVersions.some(({ kind }) => kind === 'frozen_at_go_live');
}

/** The refusal of a change to a frozen plan, with the way to do it right. */
export function frozenPlanRefused(pointer: string, benefit: BenefitRecord): ProblemError {
  return fieldRefused(
    pointer,
    'plan_frozen',
    {
      da: `Planen blev frosset ved idriftsættelsen ${benefit.frozenOn ?? ''} og ændres ikke. Registrér en beslutning om ændret gevinstplan, og lav en ny planversion med begrundelse; den frosne plan bliver stående ved siden af.`,
      en: `The plan was frozen at go-live ${benefit.frozenOn ?? ''} and does not change. Record a benefit-plan decision and make a new plan version with its reason; the frozen plan stays beside it.`,
    },
    { frozenOn: benefit.frozenOn, remedy: `/benefits/${benefit.id}/plan-versions` },
  );
}
