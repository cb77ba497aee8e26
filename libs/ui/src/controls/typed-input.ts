import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { injectUiText } from '../language/ui-texts';
import { FIELD_CONTEXT } from './field-context';

/** What a typed text means. `echo` is the read value shown inside the control, where it says more than the text itself. */
export type TextReading<T> =
  { kind: 'value'; value: T | null; echo?: string } | { kind: 'fault'; text: string; suggestions?: readonly string[] };

/** How a kind of value is typed and written. */
export interface TextReader<T> {
  read(text: string): TextReading<T>;
  /** The text of a value when the control is not being typed in. */
  write(value: T): string;
}

/**
 * The text field behind number, amount and date: what is typed is read at once (`value` follows, for live
 * calculations), and handed over for saving when the reader leaves the field or presses Enter (`committed`). A text that
 * cannot be read stays, with what is wrong and a repair; value and committed keep the last good one. Esc takes back.
 */
@Component({
  selector: 'ui-typed-input',
  template: `<span class="box" [class.invalid]="invalid()" [class.locked]="disabled()">
    <input
      #field
      class="input"
      type="text"
      autocomplete="off"
      spellcheck="false"
      [attr.inputmode]="inputMode()"
      [attr.id]="context?.controlId"
      [attr.aria-label]="context ? null : label()"
      [attr.aria-describedby]="context?.describedBy()"
      [attr.aria-invalid]="invalid() ? 'true' : null"
      [attr.aria-required]="context?.required() ? 'true' : null"
      [disabled]="disabled()"
      [class.right]="right()"
      [placeholder]="placeholder()"
      [value]="text()"
      (input)="type(field.value)"
      (blur)="leave()"
      (keydown.enter)="commit()"
      (keydown.escape)="takeBack()"
    />
    @if (echo() || suffix()) {
      <span class="suffix" [attr.aria-live]="typing() ? 'polite' : null">{{ echo() || suffix() }}</span>
    }
    <ng-content />
  </span>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class TypedInput<T> {
  protected readonly t = injectUiText();
  protected readonly context = inject(FIELD_CONTEXT, { optional: true });
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  readonly reader = input.required<TextReader<T>>();
  readonly value = model<T | null>(null);
  readonly disabled = input(false);
  /** Accessible name where no `ui-field` gives one (a grid's cell). */
  readonly label = input<string>();
  readonly suffix = input('');
  readonly placeholder = input('');
  readonly inputMode = input<'decimal' | 'numeric' | 'text'>('text');
  /** Whether figures stand at the right, as in a column. */
  readonly right = input(false);
  /** A good value that differs from the last one handed over; null = emptied. */
  readonly committed = output<T | null>();
  /** Whether what is typed cannot be read. */
  readonly faulty = output<boolean>();

  private readonly typed = signal<string | undefined>(undefined);
  protected readonly typing = computed(() => this.typed() !== undefined);
  protected readonly text = computed(() => {
    const value = this.value();
    return this.typed() ?? (value === null ? '' : this.reader().write(value));
  });
  private readonly reading = computed<TextReading<T> | undefined>(() => {
    const typed = this.typed();
    return typed === undefined ? undefined : this.reader().read(typed);
  });
  protected readonly echo = computed(() => {
    const reading = this.reading();
    return reading?.kind === 'value' ? (reading.echo ?? '') : '';
  });
  protected readonly invalid = computed(() => this.reading()?.kind === 'fault' || (this.context?.invalid() ?? false));
  private held: T | null = null;

  constructor() {
    effect(() => {
      const reading = this.reading();
      const fault =
        reading?.kind === 'fault'
          ? {
              text: reading.text,
              repair:
                reading.suggestions?.[0] === undefined
                  ? undefined
                  : {
                      label: this.t('useSuggestion', { text: reading.suggestions[0] }),
                      apply: () => this.use(reading.suggestions?.[0] ?? ''),
                    },
            }
          : undefined;
      untracked(() => {
        this.context?.controlFault.set(fault);
        this.faulty.emit(fault !== undefined);
      });
    });
    // A value from outside (another person's change, an undo) becomes what a commit is compared with.
    effect(() => {
      const value = this.value();
      if (untracked(this.typed) === undefined) this.held = value;
    });
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected type(text: string): void {
    this.typed.set(text);
    const reading = this.reader().read(text);
    if (reading.kind === 'value') this.value.set(reading.value);
  }

  protected commit(): void {
    const reading = this.reading();
    // What is typed counts, also when the value changed from outside meanwhile (another person's save).
    const value = reading?.kind === 'value' ? reading.value : this.value();
    if (reading?.kind === 'fault' || Object.is(value, this.held)) return;
    this.held = value;
    this.value.set(value);
    this.committed.emit(value);
  }

  protected leave(): void {
    this.commit();
    if (this.reading()?.kind !== 'fault') this.typed.set(undefined);
  }

  protected takeBack(): void {
    this.typed.set(undefined);
    this.value.set(this.held);
  }

  private use(text: string): void {
    this.type(text);
    this.focus();
  }
}
