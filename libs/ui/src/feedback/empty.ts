import { Component, input } from '@angular/core';

/** Nothing there yet: one bold sentence, why it matters (content), one primary action and one alternative (`emptyActions`). */
@Component({
  selector: 'ui-empty',
  template: `<p class="strong">{{ heading() }}</p>
    <div class="why muted"><ng-content /></div>
    <div class="actions"><ng-content select="[emptyActions]" /></div>`,
  styles: `
    :host {
      display: block;
      max-width: 56ch;
      padding: var(--space-5) 0;
    }
    .why {
      margin-top: 6px;
    }
    .actions {
      margin-top: var(--space-3);
    }
    .actions:empty,
    .why:empty {
      display: none;
    }
  `,
})
export class Empty {
  readonly heading = input.required<string>();
}
