import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Dialogs } from '@hoest/ui';
import { SessionStore } from '../organisation/session-store';
import { shellTexts } from './shell-texts';
import { ShortcutsDialog } from './shortcuts-dialog';

@Component({
  selector: 'app-foot',
  imports: [RouterLink],
  host: { role: 'contentinfo' },
  template: `<span
      >Høst
      @if (sessions.organisation(); as organisation) {
        · {{ organisation.name }}
        @if (organisation.isDemo) {
          ({{ t('foot.demo') }})
        }
      }
    </span>
    <a routerLink="/accessibility">{{ t('foot.accessibility') }}</a>
    <button type="button" class="link" (click)="showShortcuts()">
      {{ t('foot.shortcuts') }} <kbd aria-hidden="true">?</kbd>
    </button>`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 20px;
      padding: var(--space-4) var(--gutter) var(--space-6);
      border-top: 1px solid var(--rule);
      color: var(--ink-3);
      font-size: var(--text-sm);
    }
    a,
    .link {
      color: var(--ink-2);
    }
  `,
})
export class Foot {
  private readonly dialogs = inject(Dialogs);
  protected readonly sessions = inject(SessionStore);
  protected readonly t = shellTexts.inject();

  protected showShortcuts(): void {
    this.dialogs.open(ShortcutsDialog);
  }
}
