import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';

/** Shows a shortened list in full and back again; the address says which (`?waiting=all`). */
@Component({
  selector: 'app-show-all',
  template: `<button
    type="button"
    class="link small"
    [attr.aria-controls]="controls()"
    [attr.aria-expanded]="all()"
    (click)="toggle()"
  >
    {{ all() ? fewer() : more() }}
  </button>`,
})
export class ShowAll {
  private readonly router = inject(Router);
  /** Name in the address. */
  readonly name = input.required<string>();
  /** Id of the list. */
  readonly controls = input.required<string>();
  readonly all = input.required<boolean>();
  readonly more = input.required<string>();
  readonly fewer = input.required<string>();

  protected toggle(): void {
    void this.router.navigate([], {
      queryParams: { [this.name()]: this.all() ? null : 'all' },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
