import { DestroyRef, Directive, effect, inject, input, signal } from '@angular/core';

const SHOWN_FOR_MS = 2000;

/**
 * Marks a row or field once when its value changes while it is in view: `<tr [uiMarkChange]="row.version">`. The first
 * value marks nothing; with `key`, neither does another object taking the same place in a recycled row.
 */
@Directive({ selector: '[uiMarkChange]', host: { '[class.changed]': 'changed()' } })
export class MarkChange {
  readonly uiMarkChange = input.required<unknown>();
  /** Identity of the object shown. */
  readonly key = input<unknown>();
  protected readonly changed = signal(false);
  private before: { value: unknown; key: unknown } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    effect(() => {
      const [value, key, before] = [this.uiMarkChange(), this.key(), this.before];
      this.before = { value, key };
      if (!before || before.value === value || before.key !== key) return;
      this.changed.set(true);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.changed.set(false), SHOWN_FOR_MS);
    });
  }
}
