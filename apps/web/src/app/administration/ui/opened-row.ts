import { computed, DOCUMENT, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router, type UrlTree } from '@angular/router';
import { Shortcuts } from '../../shell/shortcuts';
import { administrationTexts } from '../administration-texts';

/**
 * What a list has open beside it, and what it is narrowed to; both stand in the address (`?open=<id>`, `open=new`). Provided by
 * the page; `j` and `k` move between its rows, `c` begins a new one where the page says so.
 */
@Injectable()
export class OpenedRow {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly document = inject(DOCUMENT);
  private readonly shortcuts = inject(Shortcuts);
  private readonly t = administrationTexts.inject();
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  /** Id of the open row, `new` for the form that adds one; undefined when nothing is open. */
  readonly id = computed(() => this.params().get('open') || undefined);
  /** What a new row begins with: the unit above it, the person it is for. */
  readonly prefill = computed(() => this.params().get('for') || undefined);

  constructor() {
    this.shortcuts.add([
      { keys: 'j', describe: () => this.t('keys.next'), run: () => this.move(1) },
      { keys: 'k', describe: () => this.t('keys.previous'), run: () => this.move(-1) },
    ]);
  }

  /** Lets `c` open the form for a new row. */
  startsWith(describe: () => string): void {
    this.shortcuts.add([{ keys: 'c', describe, run: () => void this.show('new') }]);
  }

  /** Value of a filter in the address; empty when it is not set. */
  filter(name: string): string {
    return this.params().get(name) ?? '';
  }

  /** Sets or drops filters; what is open stays. */
  narrow(filters: Record<string, string | null>): Promise<boolean> {
    const queryParams: Params = Object.fromEntries(
      Object.entries(filters).map(([name, value]) => [name, value || null]),
    );
    return this.go(queryParams, true);
  }

  show(id: string, prefill?: string): Promise<boolean> {
    return this.go({ open: id, for: prefill ?? null });
  }

  /** Closes the panel; the focus returns to the row it belonged to. */
  async close(): Promise<void> {
    const was = this.id();
    await this.go({ open: null, for: null });
    this.rows()
      .find((row) => row.dataset['row'] === was)
      ?.focus();
  }

  /** Address with a row open, for its link. */
  address(id: string, prefill?: string): UrlTree {
    return this.tree({ open: id, for: prefill ?? null });
  }

  private tree(queryParams: Params): UrlTree {
    // What is merged is read from the router, which is no signal.
    this.params();
    return this.router.createUrlTree([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }

  private go(queryParams: Params, replaceUrl = false): Promise<boolean> {
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
      scroll: 'manual',
    });
  }

  private move(step: 1 | -1): void {
    const rows = this.rows();
    const at = rows.indexOf(this.document.activeElement as HTMLElement);
    rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
  }

  private rows(): HTMLElement[] {
    return [...this.document.querySelectorAll<HTMLElement>('main [data-row]')];
  }
}
