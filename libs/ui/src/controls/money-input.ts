import { Component, computed, inject, input, model, output } from '@angular/core';
import { Format } from '../language/format';
import { UiLocale } from '../language/ui-locale';
import { injectUiText } from '../language/ui-texts';
import { moneyReader } from './readers';
import { TypedInput } from './typed-input';

/** An amount, typed as people write it (`1250`, `1,2 mio.`, `1200 t.kr.`) and read back inside the field: `= 1.200.000 kr.` The value is minor units as a string of digits, null when empty. */
@Component({
  selector: 'ui-money-input',
  imports: [TypedInput],
  template: `<ui-typed-input
    [reader]="reader()"
    [(value)]="value"
    [disabled]="disabled()"
    [label]="label()"
    [suffix]="unit()"
    [placeholder]="placeholder()"
    [right]="right()"
    inputMode="text"
    (committed)="committed.emit($event)"
    (faulty)="faulty.emit($event)"
  />`,
})
export class MoneyInput {
  private readonly context = { format: inject(Format), locale: inject(UiLocale), t: injectUiText() };
  /** Minor units as a string of digits: `120000000`. */
  readonly value = model<string | null>(null);
  /** ISO code; default the organisation's. */
  readonly currency = input<string>();
  /** Whether amounts below zero are taken. */
  readonly negative = input(false);
  readonly disabled = input(false);
  readonly label = input<string>();
  readonly placeholder = input('');
  readonly right = input(false);
  readonly committed = output<string | null>();
  readonly faulty = output<boolean>();
  protected readonly reader = computed(() =>
    moneyReader(this.context, { currency: this.currency(), negative: this.negative() }),
  );
  protected readonly unit = computed(() => {
    const currency = this.currency() ?? this.context.locale.currency();
    return currency === 'DKK' && this.context.locale.language() === 'da' ? 'kr.' : currency;
  });
}
