import { Component, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import { Icon } from '@hoest/ui';
import { OpenedRow } from './opened-row';

const SEARCH_AFTER_MS = 250;

/** Search in a list; what is sought stands in the address as `q`. */
@Component({
  selector: 'app-list-search',
  imports: [Icon],
  template: `<span class="box">
    <ui-icon name="search" />
    <input
      #field
      class="input"
      type="search"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      (input)="find(field.value)"
    />
  </span>`,
  styles: `
    :host {
      flex: 0 1 280px;
    }
    .box {
      padding-left: 10px;
    }
    ui-icon {
      color: var(--ink-3);
    }
    @media (max-width: 720px) {
      :host {
        flex-basis: 100%;
      }
    }
  `,
})
export class ListSearch {
  private readonly opened = inject(OpenedRow);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  readonly label = input.required<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const { nativeElement } = this.field();
      const q = this.opened.filter('q');
      if (nativeElement !== nativeElement.ownerDocument.activeElement) nativeElement.value = q;
    });
  }

  protected find(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.opened.narrow({ q: text.trim() }), SEARCH_AFTER_MS);
  }
}
