import { type CalculationResult, type Calculator, CALCULATOR_DRIVERS, type Term } from '@hoest/benefits';
import { Decimal, type DecimalValue, type Label, type Language } from '@hoest/quantities';

type Calculated = Extract<CalculationResult, { kind: 'calculated' }>;
type Operand = Calculated['steps'][number]['operands'][number];

/** What the sentence needs to write figures. */
export interface SentenceFormat {
  language: Language;
  number: (value: DecimalValue) => string;
  percent: (ratio: DecimalValue) => string;
  /** Minor units with currency, without minor digits where there are none. */
  money: (minor: string) => string;
}

/** A calculation in one line: `(412 − 60) ture × 52 uger × 206 kr. × 90 %` and what it makes. */
export interface CalculationSentence {
  expression: string;
  /** Minor units a year, after attribution. */
  resultMinor: bigint;
  /** The full-year value before attribution, where that is another figure; null where it is not. */
  beforeAttributionMinor: bigint | null;
}

const UNIT_WORDS = {
  minutes: { da: 'min.', en: 'min' },
  hours: { da: 'timer', en: 'hours' },
  fte: { da: 'årsværk', en: 'FTE' },
  perHour: { da: '/time', en: '/hour' },
  cases: { da: 'sager', en: 'cases' },
} as const satisfies Record<string, Label>;

/** Plurals of what stands behind the stroke of a unit: `ture/uge` happens so many *uger* a year. */
const PER: Record<string, Label> = {
  dag: { da: 'dage', en: 'days' },
  day: { da: 'dage', en: 'days' },
  uge: { da: 'uger', en: 'weeks' },
  week: { da: 'uger', en: 'weeks' },
  'md.': { da: 'måneder', en: 'months' },
  md: { da: 'måneder', en: 'months' },
  måned: { da: 'måneder', en: 'months' },
  month: { da: 'måneder', en: 'months' },
  kvartal: { da: 'kvartaler', en: 'quarters' },
  quarter: { da: 'kvartaler', en: 'quarters' },
  sag: { da: 'sager', en: 'cases' },
  case: { da: 'sager', en: 'cases' },
  borger: { da: 'borgere', en: 'citizens' },
  besøg: { da: 'besøg', en: 'visits' },
};

/** A measure's unit in its two parts: what is counted, and per what; no second part without a stroke. */
export function unitParts(unit: string): { counted: string; per: Label | undefined } {
  const [counted = '', per] = unit.split('/').map((part) => part.trim());
  return { counted, per: per === undefined ? undefined : (PER[per.toLowerCase()] ?? { da: per, en: per }) };
}

/** Writes the lines of a calculation as one sentence, in words a reader can check with a pocket calculator. */
export function calculationSentence(
  calculator: Calculator,
  result: Calculated,
  measureUnit: string,
  format: SentenceFormat,
): CalculationSentence {
  const unit = unitParts(measureUnit);
  const drivers = new Map(CALCULATOR_DRIVERS[calculator].map(({ key, label }) => [label, key]));

  const figure = (term: Term): string => {
    switch (term.unit) {
      case 'money':
      case 'money_per_unit':
        return format.money(term.value);
      case 'money_per_hour':
        return `${format.money(term.value)}${UNIT_WORDS.perHour[format.language]}`;
      case 'share':
        return format.percent(term.value);
      default:
        return format.number(term.value);
    }
  };
  const noun = (term: Term): string => {
    switch (term.unit) {
      case 'minutes':
      case 'hours':
      case 'fte':
        return UNIT_WORDS[term.unit][format.language];
      case 'measure':
        return unit.counted;
      case 'count': {
        const key = drivers.get(term.label);
        if (key === 'volume' && calculator === 'time_saved') return UNIT_WORDS.cases[format.language];
        return key === 'volume' ? (unit.per?.[format.language] ?? '') : '';
      }
      default:
        return '';
    }
  };
  const written = (term: Term) => [figure(term), noun(term)].filter(Boolean).join('\u00a0');

  const untilMoney = result.steps.findIndex(
    ({ result: made }) => made.value === result.fullYearValueMinor.toString() && made.unit === 'money',
  );
  let expression = '';
  let made: Term | undefined;
  for (const step of result.steps.slice(0, untilMoney + 1)) {
    const parts = step.operands.map(({ sign, term }, index) =>
      index === 0 && made !== undefined && same(term, made)
        ? expression
        : `${spaced(sign)}${isDifference(step.operands) ? figure(term) : written(term)}`,
    );
    expression = parts.join('');
    // A difference stands in brackets with its unit behind: (412 − 60) ture.
    if (isDifference(step.operands)) expression = [`(${expression})`, noun(step.result)].filter(Boolean).join('\u00a0');
    made = step.result;
  }
  const attribution = attributionOf(result);
  return {
    expression: attribution === null ? expression : `${expression} × ${format.percent(attribution)}`,
    resultMinor: result.attributedMinor,
    beforeAttributionMinor: attribution === null ? null : result.fullYearValueMinor,
  };
}

const isDifference = (operands: readonly Operand[]) => operands.some(({ sign }) => sign === '−');
const spaced = (sign: Operand['sign']) => (sign === '' ? '' : ` ${sign} `);
const same = (a: Term, b: Term) => a.value === b.value && a.unit === b.unit && a.label.da === b.label.da;

/** The attribution that was applied; null for all of it. */
function attributionOf(result: Calculated): string | null {
  if (result.fullYearValueMinor === result.attributedMinor) return null;
  return (
    result.steps.flatMap(({ operands }) => operands).findLast(({ term }) => term.unit === 'share')?.term.value ?? null
  );
}

/** Amounts from this size on are shown to the nearest thousand: more figures would claim a precision no estimate has. */
const ROUNDED_FROM_MINOR = 10_000_000n;
const THOUSAND_MINOR = 100_000;

/** The amount as a sentence shows it, and whether it was rounded. */
export function shownAmount(minor: bigint): { minor: bigint; rounded: boolean } {
  if (minor < ROUNDED_FROM_MINOR) return { minor, rounded: false };
  const thousands = new Decimal(minor.toString()).dividedBy(THOUSAND_MINOR).toDecimalPlaces(0);
  const shown = BigInt(thousands.times(THOUSAND_MINOR).toFixed());
  return { minor: shown, rounded: shown !== minor };
}
