import { Component, computed, inject, input, model, output } from '@angular/core';
import { Format } from '../language/format';
import { UiLocale } from '../language/ui-locale';
import { injectUiText } from '../language/ui-texts';
import { numberReader } from './readers';
import { TypedInput } from './typed-input';

/** An exact number, typed as people write it (`1.250,50`, `1,2 mio.`); the value is a decimal string with a point, null when empty. */
@Component({
  selector: 'ui-number-input',
  imports: [TypedInput],
  template: `<ui-typed-input
    [reader]="reader()"
    [(value)]="value"
    [disabled]="disabled()"
    [label]="label()"
    [suffix]="unit()"
    [placeholder]="placeholder()"
    [right]="right()"
    inputMode="decimal"
    (committed)="committed.emit($event)"
    (faulty)="faulty.emit($event)"
  />`,
})
export class NumberInput {
  private readonly context = { format: inject(Format), locale: inject(UiLocale), t: injectUiText() };
  /** Exact decimal as a string: `1250.5`. */
  readonly value = model<string | null>(null);
  /** Unit shown at the right while nothing needs reading back: `ture/uge`. */
  readonly unit = input('');
  readonly decimals = input<number>();
  readonly min = input<string | number>();
  readonly max = input<string | number>();
  readonly disabled = input(false);
  readonly label = input<string>();
  readonly placeholder = input('');
  readonly right = input(false);
  readonly committed = output<string | null>();
  readonly faulty = output<boolean>();
  protected readonly reader = computed(() =>
    numberReader(this.context, { decimals: this.decimals(), min: this.min(), max: this.max() }),
  );
}
