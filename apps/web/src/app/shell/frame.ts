import { Component, DestroyRef, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterOutlet } from '@angular/router';
import { Dialogs, Format, Note } from '@hoest/ui';
import { ApiClient } from '../api/api-client';
import { ChangeStream } from '../api/change-stream';
import { SessionStore } from '../organisation/session-store';
import { AppBar } from './app-bar';
import { Foot } from './foot';
import { Navigation } from './navigation';
import { NoticeLine } from './notices';
import { Scope } from './scope';
import { shellTexts } from './shell-texts';
import { Shortcuts } from './shortcuts';
import { ShortcutsDialog } from './shortcuts-dialog';
import { UnexpectedNote } from './unexpected-note';

/** What stands around every page: skip link, bar, the note of a lost connection, the page itself, foot. */
@Component({
  selector: 'app-frame',
  imports: [AppBar, Foot, Note, NoticeLine, RouterOutlet, UnexpectedNote],
  template: `<a class="skip btn" href="#content" (click)="skip($event)">{{ t('skip') }}</a>
    <app-bar />
    @if (changes.state() === 'offline' && changes.offlineSince(); as since) {
      <ui-note kind="watch" class="print-hidden" [heading]="t('live.offline', { time: format.time(since) })"
        ><p>{{ t('live.offlineNote') }}</p></ui-note
      >
    }
    <app-unexpected-note class="print-hidden" />
    <main id="content" tabindex="-1"><router-outlet /></main>
    <app-foot class="print-hidden" />
    <app-notices class="print-hidden" />`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-height: 100dvh;
    }
    .skip {
      position: absolute;
      left: var(--space-2);
      top: var(--space-2);
      z-index: 10;
      transform: translateY(-200%);
    }
    .skip:focus {
      transform: none;
    }
    main {
      flex: 1;
      width: 100%;
      max-width: var(--page-max);
      margin: 0 auto;
      padding: var(--space-5) var(--gutter) var(--space-12);
    }
    main:focus {
      outline: none;
    }
    ui-note {
      padding-left: var(--gutter);
      padding-right: var(--gutter);
    }
    @media print {
      main {
        padding: 0;
        max-width: none;
      }
    }
  `,
})
export class Frame {
  private readonly router = inject(Router);
  private readonly sessions = inject(SessionStore);
  private readonly scope = inject(Scope);
  protected readonly changes = inject(ChangeStream);
  protected readonly format = inject(Format);
  protected readonly t = shellTexts.inject();

  constructor() {
    const dialogs = inject(Dialogs);
    const destroyed = inject(DestroyRef);
    inject(Shortcuts).add(
      [{ keys: '?', describe: () => this.t('shortcuts.help'), run: () => dialogs.open(ShortcutsDialog) }],
      destroyed,
    );
    inject(Navigation).addShortcuts(destroyed);
    inject(ApiClient)
      .sessionExpired.pipe(takeUntilDestroyed())
      .subscribe(() => this.askToSignIn());
  }

  /** The address bar keeps its address: a fragment would be lost at the next navigation and mean nothing in a shared link. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('content')?.focus();
  }

  private askToSignIn(): void {
    if (!this.sessions.session()) return;
    this.sessions.end();
    this.scope.forget();
    void this.router.navigate(['/sign-in'], { queryParams: { return: this.router.url, expired: true } });
  }
}
