import { Decimal, type Label, roundToWhole } from '@hoest/quantities';
import { CALCULATOR_DRIVERS, type Calculator, type TermUnit } from './calculators';
import { DEFAULT_EFFECTIVE_HOURS, isMinutes, timeSaved, volumeCorrectedSaving } from './saving';
import type { MeasureDirection } from './value-lists';

/** A figure with its name; `value` is an exact decimal as text, money in minor units. */
export interface Term {
  label: Label;
  value: string;
  unit: TermUnit;
}

/** One line of the calculation: the operands with the sign before each (the first has none), and what they make. */
export interface CalculationStep {
  operands: { sign: '' | '×' | '÷' | '−'; term: Term }[];
  result: Term;
}

export interface CalculationFault {
  driver: string;
  /** `no-saving`: the value per unit does not get better, so there is nothing to count as a gain. */
  problem: 'missing' | 'not-a-number' | 'negative' | 'above-1' | 'no-saving';
}

export type CalculationResult =
  | {
      kind: 'calculated';
      /** Minor units a year at full effect, before attribution: the benefit's `fullYearValueMinor`. */
      fullYearValueMinor: bigint;
      /** What the initiative may claim of it. */
      attributedMinor: bigint;
      /** Attributed hours freed a year and full-time equivalents; null where the calculator knows no hours. */
      hours: Decimal | null;
      fte: Decimal | null;
      steps: CalculationStep[];
    }
  | { kind: 'incomplete'; faults: CalculationFault[] };

export interface CalculationContext {
  /** Share of the effect the initiative may claim, 0–1. Applied after the full-year value, never inside it: F22 applies it to the months. */
  attribution: string;
  /** Unit of the measure for `unit_saving`; in minutes the rate is per hour. */
  measureUnit?: string;
  /** Which way the value per unit gets better; default `down`. */
  direction?: MeasureDirection;
  /** Effective hours of a full-time year, above 0; default `DEFAULT_EFFECTIVE_HOURS`. */
  effectiveHours?: string;
}

const NAMES = {
  hours: { da: 'Timer pr. år', en: 'Hours per year' },
  saved: { da: 'Sparet pr. enhed', en: 'Saved per unit' },
  savedTotal: { da: 'Sparet pr. år', en: 'Saved per year' },
  fullYear: { da: 'Helårsværdi', en: 'Full-year value' },
  attribution: { da: 'Tilskrivning', en: 'Attribution' },
  attributed: { da: 'Indsatsens andel', en: 'The initiative’s share' },
  attributedHours: { da: 'Indsatsens timer pr. år', en: 'The initiative’s hours per year' },
  effectiveHours: { da: 'Timer pr. årsværk', en: 'Hours per full-time year' },
  fte: { da: 'Årsværk', en: 'Full-time equivalents' },
  minutesPerHour: { da: 'Minutter pr. time', en: 'Minutes per hour' },
} as const satisfies Record<string, Label>;

const written = (value: Decimal) => value.toSignificantDigits(15).toFixed();
const term = (label: Label, value: Decimal, unit: TermUnit): Term => ({ label, value: written(value), unit });
const money = (label: Label, minor: bigint): Term => ({ label, value: minor.toString(), unit: 'money' });

interface Worth {
  fullYear: Decimal;
  /** Hours before attribution. */
  hours: Decimal | null;
  steps: CalculationStep[];
}

/** Reads the drivers; every fault is named at once. */
function readDrivers(calculator: Calculator, drivers: Readonly<Record<string, string>>) {
  const faults: CalculationFault[] = [];
  const read = new Map<string, { value: Decimal; term: Term }>();
  for (const { key, label, unit, fallback, share } of CALCULATOR_DRIVERS[calculator]) {
    const text = drivers[key]?.trim() || fallback;
    if (text === null) faults.push({ driver: key, problem: 'missing' });
    else if (!/^-?\d{1,18}(\.\d{1,12})?$/.test(text)) faults.push({ driver: key, problem: 'not-a-number' });
    else {
      const value = new Decimal(text);
      if (value.lessThan(0)) faults.push({ driver: key, problem: 'negative' });
      else if (share && value.greaterThan(1)) faults.push({ driver: key, problem: 'above-1' });
      else read.set(key, { value, term: term(label, value, unit) });
    }
  }
  return { faults, read };
}

/** Takes a driver that `readDrivers` has read. */
type Take = (key: string) => { value: Decimal; term: Term };

function worthOfTime(take: Take): Worth {
  const { hours, capacityMinor } = timeSaved({
    volume: take('volume').value,
    minutes: take('minutes').value,
    adoption: take('adoption').value,
    attribution: 1,
    rateMinor: take('rateMinor').value,
    effectiveHours: null,
  });
  const fullYear = capacityMinor ?? new Decimal(0);
  const hoursTerm = term(NAMES.hours, hours, 'hours');
  return {
    fullYear,
    hours,
    steps: [
      {
        operands: [
          { sign: '', term: take('volume').term },
          { sign: '×', term: take('minutes').term },
          { sign: '÷', term: term(NAMES.minutesPerHour, new Decimal(60), 'factor') },
          { sign: '×', term: take('adoption').term },
        ],
        result: hoursTerm,
      },
      {
        operands: [
          { sign: '', term: hoursTerm },
          { sign: '×', term: take('rateMinor').term },
        ],
        result: money(NAMES.fullYear, roundToWhole(fullYear)),
      },
    ],
  };
}

/** The two values per unit, the one that is subtracted from first: where more is better, the gain is the rise. */
function inDirection(take: Take, direction: MeasureDirection) {
  const [before, now] = [take('unitBefore'), take('unitNow')];
  return direction === 'down' ? ([before, now] as const) : ([now, before] as const);
}

function worthOfUnitSaving(take: Take, inMinutes: boolean, direction: MeasureDirection): Worth {
  const [volume, rate] = [take('volume'), take('rateMinor')];
  const [worse, better] = inDirection(take, direction);
  const total = volumeCorrectedSaving({ unitBefore: worse.value, unitNow: better.value, volumeNow: volume.value });
  const saved = term(NAMES.saved, worse.value.minus(better.value), 'measure');
  const hours = inMinutes ? total.dividedBy(60) : null;
  const quantity = hours ?? total;
  const quantityTerm = hours ? term(NAMES.hours, hours, 'hours') : term(NAMES.savedTotal, total, 'measure');
  const fullYear = quantity.times(rate.value);
  const minutes = { sign: '÷' as const, term: term(NAMES.minutesPerHour, new Decimal(60), 'factor') };
  return {
    fullYear,
    hours,
    steps: [
      {
        operands: [
          { sign: '', term: worse.term },
          { sign: '−', term: better.term },
        ],
        result: saved,
      },
      {
        operands: [{ sign: '', term: saved }, { sign: '×', term: volume.term }, ...(inMinutes ? [minutes] : [])],
        result: quantityTerm,
      },
      {
        operands: [
          { sign: '', term: quantityTerm },
          { sign: '×', term: { ...rate.term, unit: inMinutes ? 'money_per_hour' : 'money_per_unit' } },
        ],
        result: money(NAMES.fullYear, roundToWhole(fullYear)),
      },
    ],
  };
}

function worthOf(calculator: Calculator, take: Take, context: CalculationContext): Worth {
  switch (calculator) {
    case 'time_saved':
      return worthOfTime(take);
    case 'unit_saving':
      return worthOfUnitSaving(take, isMinutes(context.measureUnit ?? ''), context.direction ?? 'down');
    case 'quantity_price': {
      const [quantity, price] = [take('quantity'), take('unitPriceMinor')];
      const fullYear = quantity.value.times(price.value);
      const result = money(NAMES.fullYear, roundToWhole(fullYear));
      const operands: CalculationStep['operands'] = [
        { sign: '', term: quantity.term },
        { sign: '×', term: price.term },
      ];
      return { fullYear, hours: null, steps: [{ operands, result }] };
    }
    case 'amount': {
      const amount = take('amountMinor');
      const result = money(NAMES.fullYear, roundToWhole(amount.value));
      return { fullYear: amount.value, hours: null, steps: [{ operands: [{ sign: '', term: amount.term }], result }] };
    }
  }
}

/** The lines that follow from attribution and full-time hours; none for an attribution of 1 and no hours. */
function closingSteps(worth: Worth, attributed: bigint, attribution: Decimal, effective: Decimal): CalculationStep[] {
  const steps: CalculationStep[] = [];
  const share = { sign: '×' as const, term: term(NAMES.attribution, attribution, 'share') };
  if (!attribution.equals(1)) {
    const fullYear = money(NAMES.fullYear, roundToWhole(worth.fullYear));
    steps.push({ operands: [{ sign: '', term: fullYear }, share], result: money(NAMES.attributed, attributed) });
  }
  if (worth.hours) {
    const hours = worth.hours.times(attribution);
    const ofAll = term(NAMES.hours, worth.hours, 'hours');
    const own = attribution.equals(1) ? ofAll : term(NAMES.attributedHours, hours, 'hours');
    if (own !== ofAll) steps.push({ operands: [{ sign: '', term: ofAll }, share], result: own });
    const perYear = { sign: '÷' as const, term: term(NAMES.effectiveHours, effective, 'hours') };
    const fte = term(NAMES.fte, hours.dividedBy(effective), 'fte');
    steps.push({ operands: [{ sign: '', term: own }, perYear], result: fte });
  }
  return steps;
}

/**
 * Works out the full-year value with one of the calculators and shows how: the same lines in the editor and on the server.
 * The value is rounded to whole minor units once, at the end of its line.
 * @throws RangeError when the effective hours are not above 0
 * Source: domain rules, F7 and F15
 */
export function calculate(
  calculator: Calculator,
  drivers: Readonly<Record<string, string>>,
  context: CalculationContext,
): CalculationResult {
  const { faults, read } = readDrivers(calculator, drivers);
  if (faults.length > 0) return { kind: 'incomplete', faults };
  const take: Take = (key) => {
    const found = read.get(key);
    if (!found) throw new RangeError(`calculator ${calculator} has no driver ${key}`);
    return found;
  };
  const worth = worthOf(calculator, take, context);
  if (worth.fullYear.lessThan(0)) return { kind: 'incomplete', faults: [{ driver: 'unitNow', problem: 'no-saving' }] };
  const attribution = new Decimal(context.attribution);
  const effective = new Decimal(context.effectiveHours ?? DEFAULT_EFFECTIVE_HOURS);
  if (!effective.greaterThan(0)) throw new RangeError('effective hours must be above 0');
  const attributedMinor = roundToWhole(worth.fullYear.times(attribution));
  return {
    kind: 'calculated',
    fullYearValueMinor: roundToWhole(worth.fullYear),
    attributedMinor,
    hours: worth.hours && worth.hours.times(attribution),
    fte: worth.hours && worth.hours.times(attribution).dividedBy(effective),
    steps: [...worth.steps, ...closingSteps(worth, attributedMinor, attribution, effective)],
  };
}
