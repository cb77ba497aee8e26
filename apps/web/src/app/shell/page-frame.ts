import { afterNextRender, Component, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { SessionStore } from '../organisation/session-store';
import { ScopeLine } from './scope-line';

/**
 * The head of every page, and with it the document's title and the focus after a navigation.
 *
 * ```html
 * <app-page [heading]="t('title')" [asOf]="t('asOf', { date })" [scopeNote]="t('units', { n })">
 *   <a pageActions class="btn primary" scopeLink="/initiatives/new">…</a>
 *   …sections…
 * </app-page>
 * ```
 * `scope`: `unit` (default) shows the unit picker; `path` shows what stands in `pagePath` instead (a breadcrumb of
 * links, for one object's page); `none` neither. `pageLead` replaces the as-of line where it is more than a text.
 */
@Component({
  selector: 'app-page',
  imports: [ScopeLine],
  template: `<header>
      @switch (scope()) {
        @case ('unit') {
          <app-scope-line class="scope" [note]="scopeNote()" />
        }
        @case ('path') {
          <div class="scope path"><ng-content select="[pagePath]" /></div>
        }
      }
      <div class="title">
        <h1 #title tabindex="-1">{{ heading() }}</h1>
        @if (asOf()) {
          <p class="as-of">{{ asOf() }}</p>
        }
        <ng-content select="[pageLead]" />
      </div>
      <div class="actions"><ng-content select="[pageActions]" /></div>
    </header>
    <ng-content />`,
  styles: `
    :host {
      display: block;
    }
    header {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
      gap: var(--space-2) var(--space-6);
      padding-bottom: var(--space-4);
    }
    .scope {
      grid-column: 1 / -1;
    }
    .path {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 8px;
      color: var(--ink-2);
    }
    .as-of {
      margin-top: 6px;
      color: var(--ink-2);
      font-size: var(--text-sm);
    }
    .actions:empty {
      display: none;
    }
    @media (max-width: 720px) {
      header {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class PageFrame {
  private readonly router = inject(Router);
  private readonly sessions = inject(SessionStore);
  private readonly titleService = inject(Title);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  /** Title of the page; may be empty until an object's name is read. */
  readonly heading = input.required<string>();
  /** Whose numbers, unit, price level, when: the line under the title. */
  readonly asOf = input('');
  readonly scope = input<'unit' | 'path' | 'none'>('unit');
  /** Text beside the unit picker; default says that units below are included. */
  readonly scopeNote = input('');

  constructor() {
    effect(() =>
      this.titleService.setTitle(
        [this.heading(), 'Høst', this.sessions.organisation()?.name].filter(Boolean).join(' – '),
      ),
    );
    afterNextRender(() => this.takeFocus());
  }

  /** After a navigation inside the product the reader starts at the new page's title; a first load starts at the top as usual. */
  private takeFocus(): void {
    const navigation = this.router.lastSuccessfulNavigation();
    const within = this.router.currentNavigation();
    if ((within ?? navigation)?.previousNavigation) this.title().nativeElement.focus({ preventScroll: true });
  }
}
