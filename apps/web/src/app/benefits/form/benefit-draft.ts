import type {
  Beneficiary,
  BenefitClass,
  Calculator,
  EvidenceKind,
  Frequency,
  MeasureDirection,
  MoneyBasis,
} from '@hoest/benefits';
import type { benefitRoutes, BodyInputOf } from '@hoest/contracts';
import type { CalendarDate, Language } from '@hoest/quantities';
import type { BenefitTemplate } from './templates';

/** A benefit while it is being described for the first time; null and empty = not stated. */
export interface BenefitDraft {
  title: string;
  class: BenefitClass;
  beneficiary: Beneficiary;
  /** What freed hours are used for; asked of capacity alone. */
  hoursUsedFor: string;
  ownerId: string | null;
  measurerId: string | null;
  measureName: string;
  unit: string;
  direction: MeasureDirection;
  frequency: Frequency;
  moneyBasis: MoneyBasis;
  baselineValue: string | null;
  /** When the baseline was measured; with a value. */
  baselineOn: CalendarDate | null;
  baselineEvidence: EvidenceKind | null;
  /** When the effect begins: the first point of the target path. */
  startsOn: CalendarDate | null;
  targetValue: string | null;
  targetOn: CalendarDate | null;
  calculator: Calculator | null;
  drivers: Readonly<Record<string, string>>;
}

/** A draft as a template begins it. */
export function draftOf(template: BenefitTemplate, language: Language): BenefitDraft {
  const { measure } = template;
  return {
    title: template.title[language],
    class: template.class,
    beneficiary: template.beneficiary,
    hoursUsedFor: '',
    ownerId: null,
    measurerId: null,
    measureName: measure?.name[language] ?? '',
    unit: measure?.unit[language] ?? '',
    direction: measure?.direction ?? 'down',
    frequency: measure?.frequency ?? 'quarter',
    moneyBasis: measure?.moneyBasis ?? 'achievement',
    baselineValue: null,
    baselineOn: null,
    baselineEvidence: null,
    startsOn: null,
    targetValue: null,
    targetOn: null,
    calculator: template.calculator,
    drivers: {},
  };
}

/** Drivers of the calculator with what the measure already says: the value before and the value aimed at. */
export function driversOf(draft: BenefitDraft): Readonly<Record<string, string>> {
  if (draft.calculator !== 'unit_saving') return draft.drivers;
  return {
    ...(draft.baselineValue !== null && { unitBefore: draft.baselineValue }),
    ...(draft.targetValue !== null && { unitNow: draft.targetValue }),
    ...draft.drivers,
  };
}

export type DraftFault = 'title' | 'measureName' | 'unit' | 'baselineOn' | 'baselineEvidence' | 'targetOn' | 'startsOn';

/** What must be right before a draft can be added: little, because a benefit begins as an idea. A figure without its day says nothing, though. */
export function faultsOf(draft: BenefitDraft): DraftFault[] {
  const measured = [draft.measureName.trim(), draft.unit.trim(), draft.baselineValue, draft.targetValue].some(Boolean);
  const faults: Record<DraftFault, boolean> = {
    title: draft.title.trim() === '',
    measureName: measured && draft.measureName.trim() === '',
    unit: measured && draft.unit.trim() === '',
    baselineOn: draft.baselineValue !== null && draft.baselineOn === null,
    baselineEvidence: draft.baselineValue !== null && draft.baselineEvidence === null,
    targetOn: draft.targetValue !== null && draft.targetOn === null,
    startsOn: draft.startsOn !== null && draft.targetOn !== null && draft.startsOn >= draft.targetOn,
  };
  return (Object.keys(faults) as DraftFault[]).filter((name) => faults[name]);
}

type Body = BodyInputOf<typeof benefitRoutes.createBenefit>;

/**
 * The call that adds the draft. The target path begins with the baseline on the day the effect begins and ends with the target; with
 * one of them missing it has one point, and the profile says so later.
 * @param fullYearValueMinor what the calculation makes; null when it makes nothing yet
 */
export function bodyOf(draft: BenefitDraft, fullYearValueMinor: string | null): Body {
  const { title, measureName, unit, calculator } = draft;
  const drivers = driversOf(draft);
  const points = [
    ...(draft.startsOn !== null && draft.baselineValue !== null
      ? [{ dueOn: draft.startsOn, value: draft.baselineValue }]
      : []),
    ...(draft.targetOn !== null && draft.targetValue !== null
      ? [{ dueOn: draft.targetOn, value: draft.targetValue }]
      : []),
  ];
  const measure = {
    name: measureName.trim(),
    unit: unit.trim(),
    direction: draft.direction,
    frequency: draft.frequency,
    moneyBasis: draft.moneyBasis,
    ...(draft.moneyBasis === 'unit_saving' && drivers['rateMinor'] && { rateMinor: drivers['rateMinor'] }),
    ...(draft.baselineValue !== null && {
      baseline: { value: draft.baselineValue, measuredOn: draft.baselineOn, evidenceKind: draft.baselineEvidence },
    }),
    ...(points.length > 0 && { targetPoints: points }),
  };
  return {
    title: title.trim(),
    class: draft.class,
    beneficiary: draft.beneficiary,
    ownerId: draft.ownerId,
    measurerId: draft.measurerId,
    startsOn: draft.startsOn,
    ...(draft.class === 'capacity' && draft.hoursUsedFor.trim() && { hoursUsedFor: draft.hoursUsedFor.trim() }),
    monetised: calculator !== null,
    ...(calculator && { calculation: { calculator, drivers: { ...drivers } } }),
    ...(calculator && fullYearValueMinor !== null && { fullYearValueMinor }),
    ...(measure.name && measure.unit && { measure }),
  };
}
