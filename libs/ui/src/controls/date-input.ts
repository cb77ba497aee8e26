import { Component, computed, type ElementRef, inject, input, model, output, viewChild } from '@angular/core';
import { type CalendarDate, isCalendarDate } from '@hoest/quantities';
import { Format } from '../language/format';
import { UiLocale } from '../language/ui-locale';
import { injectUiText } from '../language/ui-texts';
import { dateReader } from './readers';
import { TypedInput } from './typed-input';

/**
 * A calendar date, typed in any usual form and written as the language does; the button opens the browser's own
 * calendar. The value is `YYYY-MM-DD`, null when empty.
 */
@Component({
  selector: 'ui-date-input',
  imports: [TypedInput],
  template: `<ui-typed-input
    [reader]="reader()"
    [(value)]="value"
    [disabled]="disabled()"
    [label]="label()"
    [placeholder]="placeholder()"
    inputMode="text"
    (committed)="committed.emit($event)"
    (faulty)="faulty.emit($event)"
  >
    @if (!disabled()) {
      <span class="calendar">
        <input
          #native
          type="date"
          tabindex="-1"
          aria-hidden="true"
          [value]="value() ?? ''"
          [min]="min() ?? ''"
          [max]="max() ?? ''"
          (change)="pick(native.value)"
        />
        <button type="button" class="icon-btn" [attr.aria-label]="t('chooseDate')" (click)="open()">
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1 3h10v8H1zM1 5.5h10M3.5 1v2M8.5 1v2" fill="none" stroke="currentColor" stroke-width="1.3" />
          </svg>
        </button>
      </span>
    }
  </ui-typed-input>`,
  styles: `
    :host {
      display: block;
      max-width: 240px;
    }
    .calendar {
      position: relative;
      display: inline-grid;
    }
    /* Only there for its calendar, which opens under it. */
    .calendar input {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      pointer-events: none;
    }
  `,
})
export class DateInput {
  private readonly context = { format: inject(Format), locale: inject(UiLocale), t: injectUiText() };
  protected readonly t = this.context.t;
  private readonly native = viewChild<ElementRef<HTMLInputElement>>('native');
  readonly value = model<CalendarDate | null>(null);
  readonly disabled = input(false);
  readonly label = input<string>();
  readonly placeholder = input('');
  /** First and last date the calendar offers; a typed date is checked by whoever owns the rule. */
  readonly min = input<CalendarDate>();
  readonly max = input<CalendarDate>();
  readonly committed = output<CalendarDate | null>();
  readonly faulty = output<boolean>();
  protected readonly reader = computed(() => dateReader(this.context));

  protected open(): void {
    this.native()?.nativeElement.showPicker();
  }

  protected pick(text: string): void {
    if (text !== '' && !isCalendarDate(text)) return;
    this.value.set(text || null);
    this.committed.emit(this.value());
  }
}
