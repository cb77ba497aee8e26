import type { CalendarDate, Label } from '@hoest/quantities';

/** The 12 core fields of the register, in the order they are asked for. Source: domain rules, section 8, op.register */
export const CORE_FIELDS = [
  'owner',
  'manager',
  'unit',
  'goal',
  'phase',
  'goLiveDate',
  'costPlan',
  'benefits',
  'affectedStaff',
  'dependenciesAnswered',
  'serviceChangeAnswered',
  'itAnswered',
] as const;
export type CoreField = (typeof CORE_FIELDS)[number];

export const CORE_FIELD_LABELS: Record<CoreField, Label> = {
  owner: { da: 'Projektejer', en: 'Project owner' },
  manager: { da: 'Projektleder', en: 'Project manager' },
  unit: { da: 'Enhed', en: 'Unit' },
  goal: { da: 'Primært mål', en: 'Primary goal' },
  phase: { da: 'Fase', en: 'Phase' },
  goLiveDate: { da: 'Dato for idriftsættelse', en: 'Go-live date' },
  costPlan: { da: 'Udgiftsplan', en: 'Cost plan' },
  benefits: { da: 'Gevinster eller fritagelse', en: 'Benefits or exemption' },
  affectedStaff: { da: 'Berørte medarbejdere', en: 'Affected staff' },
  dependenciesAnswered: { da: 'Afhængigheder besvaret', en: 'Dependencies answered' },
  serviceChangeAnswered: { da: 'Ændres borgernes service?', en: 'Does citizens’ service change?' },
  itAnswered: { da: 'Indgår it-leverance?', en: 'Is there an IT delivery?' },
};

/** Facts the core fields are judged by; null = empty or unanswered. */
export interface CoreFacts {
  ownerId: string | null;
  managerId: string | null;
  unitId: string | null;
  primaryGoalId: string | null;
  phase: string | null;
  goLivePlanned: CalendarDate | null;
  goLiveActual: CalendarDate | null;
  /** Cost lines with a planned amount; an amount of 0 is one. */
  plannedCostLineCount: number;
  /** Benefits that are neither rejected nor written off. */
  benefitCount: number;
  benefitExempt: boolean;
  affectedStaff: number | null;
  dependenciesAnswered: boolean | null;
  changesCitizenService: boolean | null;
  hasItDelivery: boolean | null;
}

/**
 * The core fields that are still empty, in the order of `CORE_FIELDS`. A go-live date is planned or actual. No is an answer to
 * the questions on service change and IT; dependencies count as answered only when somebody says they are.
 * Source: domain rules, section 8, op.register
 */
export function missingCoreFields(facts: CoreFacts): CoreField[] {
  const missing: Record<CoreField, boolean> = {
    owner: !facts.ownerId,
    manager: !facts.managerId,
    unit: !facts.unitId,
    goal: !facts.primaryGoalId,
    phase: !facts.phase,
    goLiveDate: !facts.goLivePlanned && !facts.goLiveActual,
    costPlan: facts.plannedCostLineCount === 0,
    benefits: facts.benefitCount === 0 && !facts.benefitExempt,
    affectedStaff: facts.affectedStaff === null,
    dependenciesAnswered: facts.dependenciesAnswered !== true,
    serviceChangeAnswered: facts.changesCitizenService === null,
    itAnswered: facts.hasItDelivery === null,
  };
  return CORE_FIELDS.filter((field) => missing[field]);
}
