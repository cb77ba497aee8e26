import { afterNextRender, Component, type ElementRef, inject, input, viewChild } from '@angular/core';
import { SidePanel } from '@hoest/ui';
import { OpenedRow } from './opened-row';

/**
 * The side panel of a list of the administration: heading, where it belongs, content. It takes the focus when it opens. Esc
 * first leaves the field one is in, then closes; on phones the panel stands in place of the list.
 */
@Component({
  selector: 'app-row-panel',
  imports: [SidePanel],
  template: `<ui-side-panel [label]="heading()" (closed)="opened.close()">
    <span panelPath class="sub">{{ path() }}</span>
    <h2 #title tabindex="-1">{{ heading() }}</h2>
    <div (keydown.escape)="leaveField($event)"><ng-content /></div>
  </ui-side-panel>`,
  styles: `
    :host {
      display: grid;
      min-width: 0;
    }
    h2 {
      margin-bottom: var(--space-3);
      outline: none;
    }
    @media (max-width: 720px) {
      ui-side-panel {
        margin: 0 calc(-1 * var(--gutter));
        border-left: 0;
      }
    }
  `,
})
export class RowPanel {
  protected readonly opened = inject(OpenedRow);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  readonly heading = input.required<string>();
  /** Kind or place of the row, above the heading. */
  readonly path = input('');

  constructor() {
    afterNextRender(() => this.title().nativeElement.focus({ preventScroll: true }));
  }

  protected leaveField(event: Event): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('input, select, textarea')) return;
    event.stopPropagation();
    this.title().nativeElement.focus({ preventScroll: true });
  }
}
