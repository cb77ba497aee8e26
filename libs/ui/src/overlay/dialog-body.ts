import { CdkDialogContainer, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input, type OnDestroy } from '@angular/core';
import { Icon } from '../marks/icon';
import { injectUiText } from '../language/ui-texts';

let count = 0;

/** Heading, close button, content and actions (`dialogActions`) of a dialog; gives the dialog its accessible name. */
@Component({
  selector: 'ui-dialog',
  imports: [Icon],
  template: `<header>
      <h2 [id]="id" tabindex="-1">{{ heading() }}</h2>
      <button type="button" class="icon-btn" [attr.aria-label]="t('close')" (click)="ref.close()">
        <ui-icon name="close" />
      </button>
    </header>
    <div class="content"><ng-content /></div>
    <footer class="actions"><ng-content select="[dialogActions]" /></footer>`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      max-height: inherit;
    }
    header {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: var(--space-4);
      padding: var(--space-5) var(--space-5) var(--space-3) var(--space-6);
    }
    h2:focus {
      outline: none;
    }
    .content {
      overflow-y: auto;
      padding: 0 var(--space-6) var(--space-6);
    }
    footer {
      justify-content: flex-end;
      padding: var(--space-3) var(--space-6);
      border-top: 1px solid var(--rule);
    }
    footer:empty {
      display: none;
    }
    @media (max-width: 720px) {
      header,
      .content,
      footer {
        padding-left: var(--space-4);
        padding-right: var(--space-4);
      }
    }
  `,
})
export class DialogBody implements OnDestroy {
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly t = injectUiText();
  private readonly container = inject(CdkDialogContainer, { optional: true });
  readonly heading = input.required<string>();
  protected readonly id = `hoest-dialog-${(count += 1)}`;

  constructor() {
    this.container?._addAriaLabelledBy(this.id);
  }

  ngOnDestroy(): void {
    this.container?._removeAriaLabelledBy(this.id);
  }
}
