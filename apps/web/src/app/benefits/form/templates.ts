import type { Beneficiary, BenefitClass, Calculator, Frequency, MeasureDirection, MoneyBasis } from '@hoest/benefits';
import type { Label } from '@hoest/quantities';

/** A usual gain, filled in as far as every body that harvests it would: what it is, how it is measured, how its value is worked out. */
export interface BenefitTemplate {
  id:
    | 'time_saved'
    | 'licence_removed'
    | 'postage'
    | 'fewer_errors'
    | 'shorter_waiting'
    | 'avoided_hire'
    | 'extra_income'
    | 'better_quality'
    | 'citizen_effect'
    | 'work_environment'
    | 'climate'
    | 'blank';
  name: Label;
  /** When it fits, in a sentence. */
  what: Label;
  /** Begins with a change word: fewer, faster, lower, more. Empty for the blank one. */
  title: Label;
  class: BenefitClass;
  beneficiary: Beneficiary;
  measure: {
    name: Label;
    unit: Label;
    direction: MeasureDirection;
    frequency: Frequency;
    moneyBasis: MoneyBasis;
  } | null;
  /** Null where the gain is not counted in money. */
  calculator: Calculator | null;
}

/** The usual gains in the order they are met most often; the blank one last. Source: product description, section 1 */
export const BENEFIT_TEMPLATES: readonly BenefitTemplate[] = [
  {
    id: 'time_saved',
    name: { da: 'Sparet tid', en: 'Time saved' },
    what: {
      da: 'En opgave tager kortere tid. Timerne er frigjort tid, ikke kontanter, før et budget bliver sat ned.',
      en: 'A task takes less time. The hours are freed, not cash, until a budget is reduced.',
    },
    title: { da: 'Kortere tid pr. sag', en: 'Less time per case' },
    class: 'capacity',
    beneficiary: 'own_org',
    measure: {
      name: { da: 'Tid pr. sag', en: 'Time per case' },
      unit: { da: 'min.', en: 'min' },
      direction: 'down',
      frequency: 'quarter',
      moneyBasis: 'unit_saving',
    },
    calculator: 'time_saved',
  },
  {
    id: 'licence_removed',
    name: { da: 'Licens udfaset', en: 'Licence removed' },
    what: { da: 'Et system eller nogle licenser bliver sagt op.', en: 'A system or some licences are cancelled.' },
    title: { da: 'Lavere udgift til licenser', en: 'Lower licence costs' },
    class: 'cash_releasing',
    beneficiary: 'own_org',
    measure: {
      name: { da: 'Licenser i brug', en: 'Licences in use' },
      unit: { da: 'licenser', en: 'licences' },
      direction: 'down',
      frequency: 'half_year',
      moneyBasis: 'achievement',
    },
    calculator: 'quantity_price',
  },
  {
    id: 'postage',
    name: { da: 'Porto', en: 'Postage' },
    what: { da: 'Færre breve sendes med posten.', en: 'Fewer letters go by post.' },
    title: { da: 'Færre fysiske breve', en: 'Fewer physical letters' },
    class: 'cash_releasing',
    beneficiary: 'own_org',
    measure: {
      name: { da: 'Breve sendt med posten', en: 'Letters sent by post' },
      unit: { da: 'breve/måned', en: 'letters/month' },
      direction: 'down',
      frequency: 'month',
      moneyBasis: 'achievement',
    },
    calculator: 'unit_saving',
  },
  {
    id: 'fewer_errors',
    name: { da: 'Færre fejl', en: 'Fewer errors' },
    what: {
      da: 'Færre sager skal rettes, laves om eller klages over.',
      en: 'Fewer cases are corrected, redone or complained about.',
    },
    title: { da: 'Færre fejl i sagerne', en: 'Fewer errors in cases' },
    class: 'quality',
    beneficiary: 'citizen',
    measure: {
      name: { da: 'Sager med fejl', en: 'Cases with errors' },
      unit: { da: '%', en: '%' },
      direction: 'down',
      frequency: 'quarter',
      moneyBasis: 'achievement',
    },
    calculator: null,
  },
  {
    id: 'shorter_waiting',
    name: { da: 'Kortere ventetid', en: 'Shorter waiting' },
    what: { da: 'Borgere eller virksomheder får svar hurtigere.', en: 'Citizens or businesses get an answer sooner.' },
    title: { da: 'Kortere ventetid for borgerne', en: 'Shorter waiting for citizens' },
    class: 'quality',
    beneficiary: 'citizen',
    measure: {
      name: { da: 'Ventetid fra henvendelse til svar', en: 'Waiting time from request to answer' },
      unit: { da: 'dage', en: 'days' },
      direction: 'down',
      frequency: 'quarter',
      moneyBasis: 'achievement',
    },
    calculator: null,
  },
  {
    id: 'avoided_hire',
    name: { da: 'Undgået ansættelse', en: 'Avoided hire' },
    what: {
      da: 'En stilling, der ellers skulle besættes, bliver ikke nødvendig. Det er en undgået udgift, ikke en besparelse.',
      en: 'A post that would have to be filled is not needed. A cost avoided, not a saving.',
    },
    title: { da: 'Færre nyansættelser', en: 'Fewer new hires' },
    class: 'cost_avoidance',
    beneficiary: 'own_org',
    measure: {
      name: { da: 'Undgåede stillinger', en: 'Posts avoided' },
      unit: { da: 'årsværk', en: 'FTE' },
      direction: 'up',
      frequency: 'year',
      moneyBasis: 'achievement',
    },
    calculator: 'quantity_price',
  },
  {
    id: 'extra_income',
    name: { da: 'Merindtægt', en: 'Extra income' },
    what: {
      da: 'Kommunen får penge ind, den ellers gik glip af: refusion, opkrævning eller brugerbetaling.',
      en: 'Money comes in that was lost before: reimbursement, collection or user fees.',
    },
    title: { da: 'Mere refusion hjemtaget', en: 'More reimbursement claimed' },
    class: 'income',
    beneficiary: 'own_org',
    measure: {
      name: { da: 'Indtægt i perioden', en: 'Income in the period' },
      unit: { da: 'kr.', en: 'kr.' },
      direction: 'up',
      frequency: 'quarter',
      moneyBasis: 'amount',
    },
    calculator: 'quantity_price',
  },
  {
    id: 'better_quality',
    name: { da: 'Bedre kvalitet', en: 'Better quality' },
    what: {
      da: 'Ydelsen bliver bedre eller mere ens for dem, der får den. Tæller også uden kroner.',
      en: 'The service gets better or more even for those who receive it. It counts without money too.',
    },
    title: { da: 'Mere ensartede afgørelser', en: 'More even decisions' },
    class: 'quality',
    beneficiary: 'citizen',
    measure: {
      name: { da: 'Sager, der lever op til kvalitetsmålet', en: 'Cases that meet the quality standard' },
      unit: { da: '%', en: '%' },
      direction: 'up',
      frequency: 'half_year',
      moneyBasis: 'achievement',
    },
    calculator: null,
  },
  {
    id: 'citizen_effect',
    name: { da: 'Effekt for borgerne', en: 'Effect for citizens' },
    what: {
      da: 'Borgerne klarer mere selv, kommer hurtigere i job eller får et bedre forløb.',
      en: 'Citizens manage more by themselves, find work sooner or have a better course.',
    },
    title: { da: 'Flere borgere klarer sig selv', en: 'More citizens manage by themselves' },
    class: 'quality',
    beneficiary: 'citizen',
    measure: {
      name: { da: 'Borgere, der når deres mål', en: 'Citizens who reach their goal' },
      unit: { da: '%', en: '%' },
      direction: 'up',
      frequency: 'half_year',
      moneyBasis: 'achievement',
    },
    calculator: null,
  },
  {
    id: 'work_environment',
    name: { da: 'Bedre arbejdsmiljø', en: 'Better working environment' },
    what: {
      da: 'Færre afbrydelser, mindre sygefravær eller færre tunge arbejdsgange.',
      en: 'Fewer interruptions, less sick leave or fewer heavy tasks.',
    },
    title: { da: 'Lavere sygefravær', en: 'Lower sick leave' },
    class: 'work_environment',
    beneficiary: 'own_org',
    measure: {
      name: { da: 'Sygefravær', en: 'Sick leave' },
      unit: { da: '%', en: '%' },
      direction: 'down',
      frequency: 'quarter',
      moneyBasis: 'achievement',
    },
    calculator: null,
  },
  {
    id: 'climate',
    name: { da: 'Klima', en: 'Climate' },
    what: {
      da: 'Mindre energi, kørsel eller papir. Sparede kroner er en gevinst for sig.',
      en: 'Less energy, driving or paper. Money saved is a benefit of its own.',
    },
    title: { da: 'Lavere CO₂-udledning', en: 'Lower CO₂ emissions' },
    class: 'climate',
    beneficiary: 'own_org',
    measure: {
      name: { da: 'CO₂-udledning', en: 'CO₂ emissions' },
      unit: { da: 'ton CO₂e/år', en: 't CO₂e/year' },
      direction: 'down',
      frequency: 'year',
      moneyBasis: 'achievement',
    },
    calculator: null,
  },
  {
    id: 'blank',
    name: { da: 'Noget andet', en: 'Something else' },
    what: { da: 'Begynd med et tomt skema.', en: 'Begin with an empty form.' },
    title: { da: '', en: '' },
    class: 'quality',
    beneficiary: 'own_org',
    measure: null,
    calculator: null,
  },
];
export type TemplateId = BenefitTemplate['id'];
