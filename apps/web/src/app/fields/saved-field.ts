import { Component, computed, type ElementRef, inject, input, type OnInit, signal, viewChild } from '@angular/core';
import {
  Choose,
  DateInput,
  Field,
  Format,
  injectUiText,
  MarkChange,
  MoneyInput,
  NumberInput,
  type Option,
  PercentInput,
  TriState,
  UiControl,
} from '@hoest/ui';
import { EDITED_ROW } from './edited-row';

export type FieldKind =
  'line' | 'prose' | 'words' | 'choice' | 'money' | 'number' | 'year' | 'percent' | 'date' | 'tri' | 'flag';

/**
 * One field of the row around it (`EDITED_ROW`) that saves by itself, with its state, conflict and refusal; while the row is
 * only read, label and value as text.
 */
@Component({
  selector: 'app-saved-field',
  imports: [Choose, DateInput, Field, MarkChange, MoneyInput, NumberInput, PercentInput, TriState, UiControl],
  templateUrl: './saved-field.html',
  styleUrl: './saved-field.css',
  host: { '[id]': "row.anchor + '-' + name()", tabindex: '-1', '(focusin)': 'begin()' },
})
export class SavedField implements OnInit {
  protected readonly row = inject(EDITED_ROW);
  private readonly format = inject(Format);
  protected readonly t = injectUiText();
  /** What is being typed into a native control; others' changes do not overwrite it. */
  protected readonly draft = signal<string | undefined>(undefined);
  /** Stored value when the reader came to the field, to notice another person's change of it. */
  private seen: unknown;
  private saves = 0;
  private readonly native = viewChild<ElementRef<HTMLInputElement | HTMLTextAreaElement>>('native');

  /** Property of the row's contract. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly kind = input.required<FieldKind>();
  readonly hint = input('');
  readonly layout = input<'left' | 'top' | 'cell'>('left');
  /** What can be chosen, for `words` (few, fixed) and `choice` (people, units, goals). */
  readonly options = input<readonly Option[]>([]);
  /** Whether nothing may be chosen too. */
  readonly optional = input(true);
  /** Unit or source, inside the control at the right. */
  readonly unit = input('');
  readonly currency = input<string>();
  /** For `choice`: name of the list, and what to say when nothing matches. */
  readonly listLabel = input('');
  readonly none = input('');
  /** Whether the row holds the value as a whole number (a year, a head count) instead of a decimal string. */
  readonly whole = input(false);
  readonly maxLength = input(2000);
  /** For `flag`: the words beside the checkbox. */
  readonly words = input('');
  /** What stands for an empty value while the row is read. */
  readonly empty = input('');

  protected readonly value = computed(() => this.row.value(this.name()));
  protected readonly text = computed(() => {
    const value = this.value();
    return value === null || value === undefined ? '' : String(value);
  });
  protected readonly textOrNull = computed(() => this.text() || null);
  protected readonly answer = computed(() => {
    const value = this.value();
    return typeof value === 'boolean' ? value : null;
  });
  protected readonly locked = computed(() => this.row.locked?.(this.name()));
  protected readonly written = computed(() => this.write(this.value()));
  protected readonly absence = computed(() => (this.text() === '' ? this.row.absence?.(this.name()) : undefined));
  protected readonly shownHint = computed(() => [this.hint(), this.absence()].filter(Boolean).join(' '));
  protected readonly error = computed(() => this.row.edit.fault(this.name()));
  protected readonly state = computed(() => this.row.edit.state(this.name()));

  ngOnInit(): void {
    this.row.writers.set(this.name(), (value) => this.write(value));
  }

  protected begin(): void {
    if (this.draft() === undefined) this.seen = this.value() ?? null;
  }

  protected save(value: unknown): void {
    // Behind a save that is still under way the stored value says nothing about others.
    const seen = this.saves > 0 ? undefined : this.seen;
    this.saves += 1;
    void this.row.edit.save(this.name(), value, seen).finally(() => {
      this.saves -= 1;
      this.seen = this.value() ?? null;
    });
  }

  protected saveNumber(value: string | null): void {
    this.save(value !== null && this.whole() ? Number(value) : value);
  }

  /** A year is a name, written without separators; what is no year is refused by the rules of the row. */
  protected saveYear(text: string): void {
    const year = text.trim();
    if (this.draft() === undefined || year === this.text()) return;
    const readable = year === '' || /^\d{4}$/.test(year);
    // What cannot be read stays as it was typed, with what the server says to it.
    if (readable) this.draft.set(undefined);
    this.save(year === '' ? null : readable ? Number(year) : year);
  }

  protected saveChoice(id: string): void {
    this.save(id === '' ? null : this.whole() ? Number(id) : id);
  }

  protected saveText(): void {
    const typed = this.native()?.nativeElement.value.trim() ?? '';
    const touched = this.draft() !== undefined;
    this.draft.set(undefined);
    if (touched && typed !== this.text().trim())
      this.save(typed === '' && this.kind() === 'line' && this.optional() ? null : typed);
  }

  protected takeBack(): void {
    this.draft.set(undefined);
    const field = this.native()?.nativeElement;
    if (field) field.value = this.text();
  }

  /** A value as the reader knows it; empty for none. */
  protected write(value: unknown): string {
    if (value === null || value === undefined || value === '') return '';
    const text = String(value);
    switch (this.kind()) {
      case 'money':
        return this.format.money(text, { currency: this.currency(), showMinor: !text.endsWith('00') });
      case 'number':
        return this.whole() && !this.unit()
          ? this.format.number(text)
          : [this.format.number(text, { maxDecimals: 6 }), this.unit()].filter(Boolean).join('\u00a0');
      case 'percent':
        return this.format.percent(text, { maxDecimals: 2 });
      case 'date':
        return this.format.date(text);
      case 'tri':
      case 'flag':
        return value === true ? this.t('yes') : this.t('no');
      case 'words':
      case 'choice':
        return this.options().find(({ id }) => id === text)?.label ?? text;
      default:
        return text;
    }
  }
}
