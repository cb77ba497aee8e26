import { Component, computed, inject, input } from '@angular/core';
import { FilterChip, Icon, type Option } from '@hoest/ui';
import { OpenedRow } from './opened-row';

/** A filter of one value out of a few words; it stands in the address under its own name. */
@Component({
  selector: 'app-pick-chip',
  imports: [FilterChip, Icon],
  template: `<ui-filter-chip #chip [name]="label()" [value]="words()" (remove)="pick(null)">
    <div class="pick">
      @for (option of options(); track option.id) {
        <button
          type="button"
          class="menu-item"
          [attr.aria-pressed]="option.id === chosen()"
          (click)="pick(option.id); chip.close()"
        >
          <span class="tick">
            @if (option.id === chosen()) {
              <ui-icon name="check" />
            }
          </span>
          {{ option.label }}
        </button>
      }
    </div>
  </ui-filter-chip>`,
})
export class PickChip {
  private readonly opened = inject(OpenedRow);
  readonly label = input.required<string>();
  /** Name of the filter in the address. */
  readonly name = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  /** What holds when the address says nothing; dropping the filter then says `all`. */
  readonly standard = input('');
  protected readonly chosen = computed(() => {
    const value = this.opened.filter(this.name()) || this.standard();
    return value === 'all' ? '' : value;
  });
  protected readonly words = computed(
    () =>
      this.options()
        .find(({ id }) => id === this.chosen())
        ?.label.toLowerCase() ?? '',
  );

  protected pick(id: string | null): void {
    const value = id ?? (this.standard() ? 'all' : null);
    void this.opened.narrow({ [this.name()]: value === this.standard() ? null : value });
  }
}
