import { Component, computed, DestroyRef, type ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { initiativeRoutes } from '@hoest/contracts';
import { Icon } from '@hoest/ui';
import { read } from '../api/read';
import { Scope } from './scope';
import { shellTexts } from './shell-texts';
import { Shortcuts } from './shortcuts';

const SEARCH_AFTER_MS = 180;

/** Search of the bar (`/`): initiatives by title, code and text while typing; Enter on none of them shows the whole list. */
@Component({
  selector: 'app-search-field',
  imports: [Icon],
  template: `<form role="search" (submit)="showAll($event)">
    <ui-icon name="search" />
    <input
      #field
      class="input"
      type="search"
      role="combobox"
      autocomplete="off"
      aria-autocomplete="list"
      aria-controls="app-search-found"
      [attr.aria-expanded]="open()"
      [attr.aria-label]="t('search')"
      [attr.aria-activedescendant]="open() && active() >= 0 ? 'app-search-' + active() : null"
      [placeholder]="t('search')"
      (input)="type(field.value)"
      (focus)="focused.set(true)"
      (blur)="focused.set(false)"
      (keydown)="move($event)"
    />
    @if (!focused() && !field.value) {
      <kbd aria-hidden="true">/</kbd>
    }
    @if (open()) {
      <ul id="app-search-found" class="menu" role="listbox" [attr.aria-label]="t('search.results')">
        @for (item of found(); track item.id) {
          <li
            role="option"
            [id]="'app-search-' + $index"
            [attr.aria-selected]="$index === active()"
            [class.active]="$index === active()"
            (pointerdown)="keepFocus($event)"
            (click)="go($index)"
            (pointermove)="active.set($index)"
          >
            <span class="name">{{ item.title }}</span> <span class="code">{{ item.code }} · {{ item.unitName }}</span>
          </li>
        } @empty {
          @if (results.value()) {
            <li role="option" aria-selected="false" aria-disabled="true" class="none muted">
              {{ t('search.none', { q: q() }) }}
            </li>
          }
        }
        @if (found().length) {
          <li
            role="option"
            [id]="'app-search-' + found().length"
            [attr.aria-selected]="active() === found().length"
            [class.active]="active() === found().length"
            class="all"
            (pointerdown)="keepFocus($event)"
            (click)="go(found().length)"
            (pointermove)="active.set(found().length)"
          >
            {{ t('search.all', { q: q() }) }}
          </li>
        }
      </ul>
    }
  </form>`,
  styles: `
    :host {
      display: block;
    }
    form {
      position: relative;
      width: 232px;
    }
    ui-icon {
      position: absolute;
      left: 11px;
      top: calc(50% - 6px);
      color: var(--ink-3);
      pointer-events: none;
    }
    .input {
      padding-left: 31px;
    }
    .input::-webkit-search-cancel-button {
      display: none;
    }
    kbd {
      position: absolute;
      right: 8px;
      top: calc(50% - 10px);
      pointer-events: none;
    }
    .menu {
      position: absolute;
      right: 0;
      top: calc(100% + 4px);
      z-index: 5;
      width: max(100%, 420px);
      max-width: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
      padding: 7px 14px;
      line-height: 1.3;
      cursor: pointer;
    }
    .name {
      font-weight: var(--weight-medium);
    }
    .active {
      background: var(--surface-hover);
      box-shadow: inset 3px 0 0 var(--accent);
    }
    .all {
      border-top: 1px solid var(--rule);
      color: var(--accent);
    }
    .none {
      cursor: default;
    }
    @media (max-width: 720px) {
      form {
        width: auto;
      }
      .menu {
        left: 0;
        width: 100%;
      }
      kbd {
        display: none;
      }
    }
  `,
})
export class SearchField {
  private readonly router = inject(Router);
  private readonly scope = inject(Scope);
  protected readonly t = shellTexts.inject();
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  /** The search led to another page. */
  readonly went = output();

  protected readonly q = signal('');
  protected readonly focused = signal(false);
  /** Index of the marked line; -1 = none, the number of found ones = "show everything". */
  protected readonly active = signal(-1);
  protected readonly results = read(
    initiativeRoutes.listInitiatives,
    () => (this.q().length > 1 ? { query: { q: this.q(), limit: 7 } } : undefined),
    { keep: true },
  );
  protected readonly found = computed(() => (this.q().length > 1 ? (this.results.value()?.items ?? []) : []));
  protected readonly open = computed(() => this.focused() && this.q().length > 1 && this.results.value() !== undefined);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(Shortcuts).add([
      { keys: '/', describe: () => this.t('shortcuts.search'), run: () => this.field().nativeElement.focus() },
    ]);
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.q.set(text.trim());
      this.active.set(-1);
    }, SEARCH_AFTER_MS);
  }

  protected move(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.clear();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const count = this.found().length + 1;
    this.active.update((index) =>
      event.key === 'ArrowDown' ? Math.min(count - 1, index + 1) : Math.max(-1, index - 1),
    );
  }

  /** A press on a line must not take the focus from the field, or the list would close before the click. */
  protected keepFocus(event: Event): void {
    event.preventDefault();
  }

  protected showAll(event: Event): void {
    event.preventDefault();
    if (this.active() >= 0) this.go(this.active());
    else if (this.field().nativeElement.value.trim()) this.goToList(this.field().nativeElement.value.trim());
  }

  protected go(index: number): void {
    const item = this.found()[index];
    if (!item) return this.goToList(this.q());
    void this.router.navigate(['/initiatives', item.id], { queryParams: this.scope.params() });
    this.clear();
    this.went.emit();
  }

  private goToList(q: string): void {
    void this.router.navigate(['/initiatives'], { queryParams: { ...this.scope.params(), q } });
    this.clear();
    this.went.emit();
  }

  private clear(): void {
    clearTimeout(this.timer);
    this.field().nativeElement.value = '';
    this.field().nativeElement.blur();
    this.q.set('');
    this.active.set(-1);
  }
}
