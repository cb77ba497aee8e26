import { Component, ElementRef, inject, input, output } from '@angular/core';
import { injectUiText } from '../language/ui-texts';

/**
 * The panel beside a list: the facts of the chosen row, sunken, 400 px (328 under 1280), under the list's head. Esc closes
 * it; the page puts what is open into its address and, on phones, opens the row's own page instead. `panelPath` stands at
 * the top left, `panelActions` before "Luk".
 */
@Component({
  selector: 'ui-side-panel',
  template: `<div class="view">
    <header>
      <div class="code"><ng-content select="[panelPath]" /></div>
      <div class="tools">
        <ng-content select="[panelActions]" />
        <button type="button" class="link" (click)="closed.emit()">
          {{ t('close') }} <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
    </header>
    <ng-content />
  </div>`,
  host: { role: 'region', tabindex: '-1', '[attr.aria-label]': 'label()', '(keydown.escape)': 'closed.emit()' },
  styles: `
    :host {
      display: block;
      border-left: 1px solid var(--rule);
      background: var(--surface-sunken);
      outline: none;
    }
    /* In view while the list beside it scrolls. */
    .view {
      position: sticky;
      top: 0;
      max-height: 100dvh;
      padding: var(--space-5);
      overflow-y: auto;
    }
    header {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--space-3);
      margin-bottom: var(--space-2);
    }
    .code {
      white-space: normal;
    }
    .tools {
      display: flex;
      align-items: baseline;
      gap: var(--space-3);
      white-space: nowrap;
    }
  `,
})
export class SidePanel {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = injectUiText();
  /** Accessible name: whose facts. */
  readonly label = input.required<string>();
  readonly closed = output();

  focus(): void {
    this.element.focus();
  }
}
