import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import {
  calculate,
  type CalculationFault,
  type CalculationResult,
  type Calculator as CalculatorKind,
  CALCULATOR_DRIVERS,
  type Driver,
  type MeasureDirection,
} from '@hoest/benefits';
import { Field, Format, MoneyInput, NumberInput, PercentInput, UiLocale } from '@hoest/ui';
import { benefitTexts } from '../benefits-texts';
import { calculationSentence, shownAmount, unitParts } from './calculation-sentence';

/** A figure that is known elsewhere and may stand in a driver: the baseline, the target. */
export interface KnownFigure {
  value: string;
  /** Where it is from: `nulpunkt 10.03.2026`. */
  source: string;
}

type Valid = { result: Extract<CalculationResult, { kind: 'calculated' }>; at: Date; current: boolean };

/**
 * The drivers of a calculation, and what they make while they are typed: the same formula as on the server. While a driver is wrong,
 * the last good calculation stays and says so.
 */
@Component({
  selector: 'app-calculator',
  imports: [Field, MoneyInput, NumberInput, PercentInput],
  templateUrl: './calculator.html',
  styles: `
    :host {
      display: block;
    }
    .result {
      margin-top: var(--space-3);
    }
    .more {
      margin-top: 4px;
    }
  `,
})
export class Calculator {
  private readonly format = inject(Format);
  protected readonly locale = inject(UiLocale);
  protected readonly t = benefitTexts.inject();

  readonly calculator = input.required<CalculatorKind>();
  /** Stored drivers by key; exact decimals, money in minor units. */
  readonly drivers = input.required<Readonly<Record<string, string>>>();
  readonly attribution = input('1');
  readonly measureUnit = input('');
  readonly direction = input<MeasureDirection>('down');
  readonly currency = input<string>();
  readonly disabled = input(false);
  readonly known = input<Readonly<Record<string, KnownFigure>>>({});
  /** Whether the result is freed time, which is not cash. */
  readonly isCapacity = input(false);
  /** All drivers that are filled in, after one of them was changed. */
  readonly changed = output<Record<string, string>>();

  protected readonly asked = computed(() => CALCULATOR_DRIVERS[this.calculator()]);
  /** Drivers as they are typed. */
  private readonly typed = linkedSignal<Readonly<Record<string, string>>>(() => this.drivers());
  private readonly faulty = linkedSignal<CalculatorKind, ReadonlySet<string>>({
    source: this.calculator,
    computation: () => new Set<string>(),
  });
  private readonly result = computed(() =>
    calculate(this.calculator(), this.typed(), {
      attribution: this.attribution(),
      measureUnit: this.measureUnit(),
      direction: this.direction(),
    }),
  );
  /** The calculation that holds; with `current` false the last one that did, because something typed since cannot be read. */
  readonly valid = linkedSignal<{ result: CalculationResult; faulty: boolean; of: CalculatorKind }, Valid | undefined>({
    source: () => ({ result: this.result(), faulty: this.faulty().size > 0, of: this.calculator() }),
    computation: ({ result, faulty, of }, before) => {
      if (result.kind === 'calculated' && !faulty) return { result, at: new Date(), current: true };
      const last = before?.source.of === of ? before.value : undefined;
      return last && { ...last, current: false };
    },
  });

  protected readonly sentence = computed(() => {
    const valid = this.valid();
    if (!valid) return undefined;
    const currency = this.currency();
    const money = (minor: string) => this.format.money(minor, { currency, showMinor: !minor.endsWith('00') });
    const written = calculationSentence(this.calculator(), valid.result, this.measureUnit(), {
      language: this.locale.language(),
      number: (value) => this.format.number(value, { maxDecimals: 6 }),
      percent: (ratio) => this.format.percent(ratio, { maxDecimals: 2 }),
      money,
    });
    const shown = shownAmount(written.resultMinor);
    const before = written.beforeAttributionMinor;
    return {
      lastGood: valid.current ? '' : this.t('calculation.lastGood', { time: this.format.time(valid.at) }),
      expression: written.expression,
      amount: this.t('calculation.perYear', { amount: money(shown.minor.toString()) }),
      rounded: shown.rounded ? this.t('calculation.rounded', { unit: money('100000') }) : '',
      before:
        before === null ? '' : this.t('calculation.before', { amount: money(shownAmount(before).minor.toString()) }),
      hours: this.hoursOf(valid.result),
    };
  });
  /** Why there is no calculation at all, or not of what is typed. */
  protected readonly missing = computed(() => {
    const result = this.result();
    if (result.kind === 'calculated') return '';
    const of = (problem: CalculationFault['problem']) =>
      result.faults
        .filter((fault) => fault.problem === problem)
        .map(({ driver }) => this.asked().find(({ key }) => key === driver))
        .flatMap((driver) => (driver ? this.locale.label(driver.label).toLowerCase() : []));
    if (of('no-saving').length > 0) return this.t('calculation.noSaving');
    const blank = of('missing');
    return blank.length > 0 ? this.t('calculation.missing', { drivers: this.format.list(blank) }) : '';
  });

  protected value(driver: Driver): string | null {
    return this.typed()[driver.key] ?? driver.fallback;
  }

  protected unit(driver: Driver): string {
    const known = this.known()[driver.key];
    const source = known && known.value === this.value(driver) ? known.source : '';
    return [this.unitWord(driver), source].filter(Boolean).join(' · ');
  }

  /** A figure known elsewhere that differs from what stands here. */
  protected offer(driver: Driver): KnownFigure | undefined {
    const known = this.known()[driver.key];
    return known && known.value !== this.value(driver) && !this.disabled() ? known : undefined;
  }

  protected offerText(known: KnownFigure): string {
    return this.t('calculation.use', {
      value: this.format.number(known.value, { maxDecimals: 6 }),
      source: known.source,
    });
  }

  protected type(driver: Driver, value: string | null): void {
    const rest = { ...this.typed() };
    if (value === null) delete rest[driver.key];
    else rest[driver.key] = value;
    this.typed.set(rest);
  }

  protected commit(driver: Driver, value: string | null): void {
    this.type(driver, value);
    this.changed.emit({ ...this.typed() });
  }

  protected setFaulty(driver: Driver, isFaulty: boolean): void {
    if (this.faulty().has(driver.key) === isFaulty) return;
    const faulty = new Set(this.faulty());
    if (isFaulty) faulty.add(driver.key);
    else faulty.delete(driver.key);
    this.faulty.set(faulty);
  }

  protected isMoney(driver: Driver): boolean {
    return driver.unit === 'money' || driver.unit === 'money_per_unit' || driver.unit === 'money_per_hour';
  }

  private unitWord(driver: Driver): string {
    if (driver.unit === 'minutes') return this.t('unit.minutes');
    if (driver.unit === 'measure') return this.measureUnit();
    if (driver.unit !== 'count') return '';
    const per = unitParts(this.measureUnit()).per;
    return this.calculator() === 'unit_saving' && per ? this.t('unit.perYear', { unit: this.locale.label(per) }) : '';
  }

  private hoursOf({ hours, fte }: Valid['result']): string {
    if (!hours || !fte) return '';
    const values = {
      hours: this.format.number(hours, { maxDecimals: 0 }),
      fte: this.format.number(fte, { maxDecimals: 1 }),
    };
    return [this.t('calculation.hours', values), this.isCapacity() ? this.t('calculation.notCash') : ''].join(' ');
  }
}
