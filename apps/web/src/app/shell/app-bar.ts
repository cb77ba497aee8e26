import { Component, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { overviewRoutes } from '@hoest/contracts';
import { Brand, Icon, LabelPipe } from '@hoest/ui';
import { read } from '../api/read';
import { SessionStore } from '../organisation/session-store';
import { LiveIndicator } from './live-indicator';
import { Navigation } from './navigation';
import { PersonMenu } from './person-menu';
import { ScopeLink } from './scope-link';
import { SearchField } from './search-field';
import { shellTexts } from './shell-texts';
import { WaitingCount } from './waiting-count';

/** The bar: mark, navigation, search, live state, person. Two lines under 1280 px; on phones a Menu button opens the rest. */
@Component({
  selector: 'app-bar',
  imports: [
    Brand,
    Icon,
    LabelPipe,
    LiveIndicator,
    PersonMenu,
    RouterLink,
    RouterLinkActive,
    ScopeLink,
    SearchField,
    WaitingCount,
  ],
  host: { class: 'print-hidden', role: 'banner', '[class.open]': 'open()', '(keydown.escape)': 'open.set(false)' },
  template: `<a class="brand" routerLink="/"><ui-brand /></a>
    <nav id="app-navigation" [attr.aria-label]="t('navigation')">
      @for (item of navigation.items(); track item.path) {
        <a
          [scopeLink]="'/' + item.path"
          routerLinkActive="current"
          ariaCurrentWhenActive="page"
          (click)="open.set(false)"
          >{{ item.label | label }}
          @if (item.waiting; as kind) {
            <app-waiting-count [of]="kind" [count]="counts.value()?.[kind]" />
          }
        </a>
      }
    </nav>
    @if (sessions.session()) {
      @if (navigation.has('initiatives')) {
        <app-search-field class="search" (went)="open.set(false)" />
      }
      <app-live-indicator class="live" />
      <app-person-menu class="me" />
    } @else {
      <a class="btn sign-in" routerLink="/sign-in">{{ t('person.signIn') }}</a>
    }
    @if (navigation.items().length) {
      <button
        type="button"
        class="btn menu-button"
        aria-controls="app-navigation"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        <ui-icon [name]="open() ? 'close' : 'menu'" />{{ t('menu') }}
      </button>
    }`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 0 var(--space-4);
      min-height: 52px;
      padding: 0 var(--gutter);
      border-bottom: 1px solid var(--rule);
      background: var(--surface);
    }
    .brand {
      margin-right: var(--space-2);
      text-decoration: none;
    }
    nav {
      display: flex;
      flex: 1;
      gap: 2px;
      align-self: stretch;
    }
    nav a {
      display: flex;
      align-items: center;
      padding: 0 11px;
      border-top: 3px solid transparent;
      border-bottom: 3px solid transparent;
      color: var(--ink-2);
      text-decoration: none;
      white-space: nowrap;
      transition: background var(--motion-fast) var(--ease);
    }
    nav a:hover {
      background: var(--surface-hover);
      color: var(--ink);
    }
    nav a.current {
      border-bottom-color: var(--accent);
      color: var(--ink);
      font-weight: var(--weight-strong);
    }
    nav a:focus-visible {
      outline-offset: -3px;
    }
    .sign-in {
      margin-left: auto;
    }
    .menu-button {
      display: none;
    }
    @media (max-width: 1279px) and (min-width: 721px) {
      :host {
        display: grid;
        grid-template-columns: 1fr auto auto auto;
        padding-top: var(--space-2);
      }
      nav {
        grid-row: 2;
        grid-column: 1 / -1;
        height: 40px;
        margin-left: -11px;
        overflow-x: auto;
        scrollbar-width: none;
      }
    }
    @media (max-width: 720px) {
      :host {
        flex-wrap: wrap;
        gap: 0 var(--space-3);
      }
      .me {
        margin-left: auto;
      }
      .menu-button {
        display: inline-flex;
      }
      nav,
      .search,
      .live {
        display: none;
      }
      :host(.open) .search {
        display: block;
        order: 5;
        flex: 1 0 100%;
        padding-bottom: var(--space-2);
      }
      :host(.open) nav {
        display: grid;
        order: 6;
        flex: 1 0 100%;
        margin: 0 calc(-1 * var(--gutter));
        border-top: 1px solid var(--rule);
      }
      :host(.open) .live {
        display: flex;
        order: 7;
        flex: 1 0 100%;
        padding: var(--space-3) 0;
      }
      nav a {
        min-height: 48px;
        padding: 0 var(--gutter);
        border: 0;
        border-bottom: 1px solid var(--rule);
        font-size: var(--text-lg);
      }
      nav a.current {
        border-bottom-color: var(--rule);
        background: var(--surface-selected);
        box-shadow: inset 3px 0 0 var(--accent);
      }
    }
  `,
})
export class AppBar {
  protected readonly navigation = inject(Navigation);
  protected readonly sessions = inject(SessionStore);
  protected readonly t = shellTexts.inject();
  /** What waits for the reader; follows the changes of others like any page. */
  protected readonly counts = read(
    overviewRoutes.readWaiting,
    () => (this.sessions.person() && this.sessions.may('portfolio.read') ? {} : undefined),
    { topics: ['benefit', 'finance', 'initiative'], keep: true },
  );
  /** Whether the phone's menu is unfolded. */
  protected readonly open = signal(false);
}
