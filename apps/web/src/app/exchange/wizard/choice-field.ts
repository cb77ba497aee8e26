import { Component, inject, input, output } from '@angular/core';
import { Field, UiControl } from '@hoest/ui';
import { ImportStore } from './import-store';

/** One word of a list and how it reads. */
export interface ChoiceOption {
  value: string;
  label: string;
}

/** One choice of the wizard as a field that saves by itself: a select when options are given, else a line of text. */
@Component({
  selector: 'app-choice-field',
  imports: [Field, UiControl],
  template: `<ui-field
    layout="top"
    [label]="label()"
    [hint]="hint()"
    [error]="fault() ?? store.editor.fault(key())"
    [saveState]="store.editor.state(key())"
    (undo)="store.editor.undo(key())"
    (keepTheirs)="store.editor.keepTheirs(key())"
    (useMine)="store.editor.useMine(key())"
    (again)="store.editor.again(key())"
  >
    @if (options().length) {
      <select #select uiControl class="input" [disabled]="!store.editable()" (change)="choose(select)">
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">{{ option.label }}</option>
        }
      </select>
    } @else {
      <input
        #text
        uiControl
        class="input"
        type="text"
        autocomplete="off"
        spellcheck="false"
        [attr.inputmode]="numeric() ? 'numeric' : null"
        [attr.list]="suggestions() || null"
        [disabled]="!store.editable()"
        [value]="value()"
        (change)="chosen.emit({ value: text.value.trim(), label: text.value.trim() })"
      />
    }
  </ui-field>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class ChoiceField {
  protected readonly store = inject(ImportStore);
  /** Name of the choice, by which its saving is known. */
  readonly key = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly value = input.required<string>();
  readonly options = input<readonly ChoiceOption[]>([]);
  /** For a line of text: whether figures are expected, and the id of a `datalist`. */
  readonly numeric = input(false);
  readonly suggestions = input('');
  /** What is wrong with what was typed, before it is sent. */
  readonly fault = input<string>();
  readonly chosen = output<ChoiceOption>();

  protected choose({ value, selectedOptions }: HTMLSelectElement): void {
    this.chosen.emit({ value, label: selectedOptions[0]?.text ?? value });
  }
}
