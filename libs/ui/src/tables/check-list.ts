import { Component, input, model } from '@angular/core';
import type { Option } from '../controls/option-list';

/** Several of a few: checkboxes under each other, for the overlay of a filter chip. Null and empty mean "no filter". */
@Component({
  selector: 'ui-check-list',
  template: `<fieldset [attr.aria-label]="label()">
    @for (option of options(); track option.id) {
      <label class="choice" [style.padding-left.px]="14 + 16 * (option.depth ?? 0)">
        <input type="checkbox" [checked]="selected().includes(option.id)" (change)="toggle(option.id)" />
        <span>{{ option.label }}</span>
        @if (option.hint) {
          <span class="faint small">{{ option.hint }}</span>
        }
      </label>
    }
  </fieldset>`,
  styles: `
    fieldset {
      display: grid;
      padding: var(--space-1) 0;
    }
    .choice {
      min-height: 32px;
      padding-right: 14px;
    }
    .choice:hover {
      background: var(--surface-hover);
    }
    .faint {
      margin-left: auto;
    }
    @media (pointer: coarse) {
      .choice {
        min-height: 44px;
      }
    }
  `,
})
export class CheckList {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly selected = model<readonly string[]>([]);

  protected toggle(id: string): void {
    // The order of the options, whatever the order of the clicks: the same choice has one address.
    this.selected.update((selected) =>
      this.options()
        .map((option) => option.id)
        .filter((one) => (one === id ? !selected.includes(one) : selected.includes(one))),
    );
  }
}
