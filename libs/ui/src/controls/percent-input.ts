import { Component, computed, inject, input, model, output } from '@angular/core';
import { Format } from '../language/format';
import { UiLocale } from '../language/ui-locale';
import { injectUiText } from '../language/ui-texts';
import { percentReader } from './readers';
import { TypedInput } from './typed-input';

/** A share, typed as a percentage: `12,5` means 0.125. The value is a decimal string, null when empty. */
@Component({
  selector: 'ui-percent-input',
  imports: [TypedInput],
  template: `<ui-typed-input
    [reader]="reader()"
    [(value)]="value"
    [disabled]="disabled()"
    [label]="label()"
    [suffix]="note()"
    [placeholder]="placeholder()"
    [right]="right()"
    inputMode="decimal"
    (committed)="committed.emit($event)"
    (faulty)="faulty.emit($event)"
  />`,
})
export class PercentInput {
  private readonly context = { format: inject(Format), locale: inject(UiLocale), t: injectUiText() };
  /** Share as a decimal string: `0.125`. */
  readonly value = model<string | null>(null);
  /** Text shown at the right while nothing needs reading back. */
  readonly note = input('');
  /** Limits in per cent. */
  readonly min = input<string | number>(0);
  readonly max = input<string | number>(100);
  readonly disabled = input(false);
  readonly label = input<string>();
  readonly placeholder = input('');
  readonly right = input(false);
  readonly committed = output<string | null>();
  readonly faulty = output<boolean>();
  protected readonly reader = computed(() =>
    percentReader(this.context, { decimals: 2, min: this.min(), max: this.max() }),
  );
}
