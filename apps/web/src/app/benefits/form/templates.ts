import type { Beneficiary, BenefitClass, Calculator, Frequency, MeasureDirection, MoneyBasis } from '@hoest/benefits';
import type { Label } from '@hoest/quantities';

/** A usual gain, filled in as far as every body that harvests it would: what it is, how it is measured, how its value is worked out. */
export interface BenefitTemplate {
  id: 'time_saved' | 'licence_removed' | 'postage' | 'fewer_errors' | 'shorter_waiting' | 'avoided_hire' | 'blank';
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
