import { Component, computed, inject, input, model, output } from '@angular/core';
import { injectUiText } from '../language/ui-texts';
import { FIELD_CONTEXT } from './field-context';

let count = 0;

/** Yes, no, or not answered (null): three radio buttons, because an unanswered question is not a "no". */
@Component({
  selector: 'ui-tri-state',
  template: `<span
    class="group"
    role="radiogroup"
    [attr.aria-labelledby]="context?.labelId"
    [attr.aria-label]="context ? null : label()"
    [attr.aria-describedby]="context?.describedBy()"
    [attr.aria-invalid]="context?.invalid() ? 'true' : null"
  >
    @for (answer of answers(); track answer.value; let first = $first) {
      <label class="choice">
        <input
          type="radio"
          [attr.id]="first ? context?.controlId : null"
          [name]="name"
          [checked]="value() === answer.value"
          [disabled]="disabled()"
          (change)="answerWith(answer.value)"
        />{{ answer.word }}
      </label>
    }
  </span>`,
  styles: `
    .group {
      display: flex;
      flex-wrap: wrap;
      gap: 2px var(--space-5);
      min-height: var(--control);
      align-items: center;
    }
  `,
})
export class TriState {
  private readonly t = injectUiText();
  protected readonly context = inject(FIELD_CONTEXT, { optional: true });
  protected readonly name = `ui-tri-state-${(count += 1)}`;
  readonly value = model<boolean | null>(null);
  readonly disabled = input(false);
  readonly label = input<string>();
  readonly committed = output<boolean | null>();
  protected readonly answers = computed(() => [
    { value: true, word: this.t('yes') },
    { value: false, word: this.t('no') },
    { value: null, word: this.t('unanswered') },
  ]);

  protected answerWith(value: boolean | null): void {
    this.value.set(value);
    this.committed.emit(value);
  }
}
