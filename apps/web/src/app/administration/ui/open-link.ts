import { computed, Directive, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { OpenedRow } from './opened-row';

/** A link that opens a row beside its list and leaves the list where it is scrolled: `<a [appOpen]="unit.id">`. */
@Directive({
  selector: 'a[appOpen]',
  host: {
    '[attr.href]': 'href()',
    '[attr.data-row]': "appOpen() === 'new' ? null : appOpen()",
    '[attr.aria-current]': "opened.id() === appOpen() ? 'true' : null",
    '(click)': 'follow($event)',
  },
})
export class OpenLink {
  private readonly router = inject(Router);
  protected readonly opened = inject(OpenedRow);
  /** Id of the row; `new` for the form that adds one. */
  readonly appOpen = input.required<string>();
  /** What the new row begins with. */
  readonly prefill = input<string>();
  protected readonly href = computed(() =>
    this.router.serializeUrl(this.opened.address(this.appOpen(), this.prefill())),
  );

  protected follow(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.opened.show(this.appOpen(), this.prefill());
  }
}
