import { inject, Pipe, type PipeTransform } from '@angular/core';
import type {
  CalendarDate,
  DateStyle,
  DecimalValue,
  Label,
  MoneyFormatOptions,
  NumberFormatOptions,
} from '@hoest/quantities';
import { Format } from './format';
import { UiLocale } from './ui-locale';

// The pipes are impure because they also depend on the language signal; formatting is cached in quantities.

/** `{{ value | number }}`, `{{ value | number: { signed: true } }}` */
@Pipe({ name: 'number', pure: false })
export class NumberPipe implements PipeTransform {
  private readonly format = inject(Format);
  transform(value: DecimalValue, options?: NumberFormatOptions): string {
    return this.format.number(value, options);
  }
}

/** `{{ ratio | percent }}`: 0.125 → `12,5 %` */
@Pipe({ name: 'percent', pure: false })
export class PercentPipe implements PipeTransform {
  private readonly format = inject(Format);
  transform(ratio: DecimalValue, options?: NumberFormatOptions): string {
    return this.format.percent(ratio, options);
  }
}

/** `{{ minor | money }}`: exact, with currency */
@Pipe({ name: 'money', pure: false })
export class MoneyPipe implements PipeTransform {
  private readonly format = inject(Format);
  transform(minor: bigint | string, options?: MoneyFormatOptions & { currency?: string }): string {
    return this.format.money(minor, options);
  }
}

/** `{{ minor | amount }}`: in the reader's unit; the unit stands in the head, or `amount: { unit: true }` */
@Pipe({ name: 'amount', pure: false })
export class AmountPipe implements PipeTransform {
  private readonly format = inject(Format);
  transform(minor: bigint | string, options?: { signed?: boolean; currency?: string; unit?: boolean }): string {
    return options?.unit ? this.format.amountWithUnit(minor, options) : this.format.amount(minor, options);
  }
}

/** `{{ date | day }}`: 31.12.2026; styles `day`, `long-day`, `month`, `long-month` */
@Pipe({ name: 'day', pure: false })
export class DayPipe implements PipeTransform {
  private readonly format = inject(Format);
  transform(date: CalendarDate, style?: DateStyle | 'short'): string {
    return style === 'short' ? this.format.dayAndMonth(date) : this.format.date(date, style);
  }
}

/** `{{ instant | time }}`: 14.31; `{{ instant | time: 'date' }}`: 23.11.2026 kl. 14.31 */
@Pipe({ name: 'time', pure: false })
export class TimePipe implements PipeTransform {
  private readonly format = inject(Format);
  transform(instant: string | Date, style?: 'date'): string {
    return style === 'date' ? this.format.dateTime(instant) : this.format.time(instant);
  }
}

/** `{{ PHASE_LABELS[phase] | label }}`: an area lib's word in the current language */
@Pipe({ name: 'label', pure: false })
export class LabelPipe implements PipeTransform {
  private readonly locale = inject(UiLocale);
  transform(label: Label): string {
    return this.locale.label(label);
  }
}
