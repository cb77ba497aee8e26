import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { initiativeRoutes, type InitiativeSummary } from '@hoest/contracts';
import { INITIATIVE_KIND_LABELS, INITIATIVE_KINDS, PHASE_LABELS, PHASES, RAG_LABELS } from '@hoest/portfolio';
import {
  CheckList,
  DayPipe,
  Empty,
  FilterChip,
  Format,
  Icon,
  PhaseMark,
  RowTemplate,
  ShareBar,
  StatusMark,
  UiControl,
  UiLocale,
  VirtualRows,
} from '@hoest/ui';
import { map } from 'rxjs';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { Shortcuts } from '../../shell/shortcuts';
import { portfolioTexts } from '../portfolio-texts';
import { InitiativePanel } from './initiative-panel';
import {
  type Line,
  linesOf,
  type ListView,
  queryOf,
  readListView,
  type Sort,
  STATUSES,
  TABS,
  type Tab,
  writeListView,
} from './list-view';

const ROW_PX = 40;
const STACKED_ROW_PX = 104;
const GROUP_PX = 36;
const SEARCH_AFTER_MS = 250;

/** The portfolio as a list: what the filters find, grouped and sorted, with one line of totals; the address is the view. */
@Component({
  selector: 'app-portfolio-page',
  imports: [
    CheckList,
    DayPipe,
    Empty,
    FilterChip,
    Icon,
    InitiativePanel,
    PageFrame,
    PhaseMark,
    ReadingState,
    RouterLink,
    RowTemplate,
    ScopeLink,
    ShareBar,
    StatusMark,
    UiControl,
    VirtualRows,
  ],
  templateUrl: './portfolio-page.html',
  styleUrl: './portfolio-page.css',
})
export class PortfolioPage {
  protected readonly t = portfolioTexts.inject();
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly client = inject(ApiClient);
  protected readonly scope = inject(Scope);
  protected readonly sessions = inject(SessionStore);
  protected readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly rows = viewChild<VirtualRows<Line>>(VirtualRows);

  protected readonly narrow = toSignal(
    inject(BreakpointObserver)
      .observe('(max-width: 720px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly view = computed(() => readListView((name) => this.query().get(name)));
  /** The row whose facts stand beside the list; on phones there is no room, and rows lead to the page. */
  protected readonly open = computed(() => (this.narrow() ? null : this.query().get('open')));
  private readonly asked = computed(() =>
    queryOf(this.view(), { unitId: this.scope.unitId(), personId: this.sessions.person()?.id }),
  );
  protected readonly first = read(initiativeRoutes.listInitiatives, () => ({ query: this.asked() }), {
    topics: ['initiative', 'benefit', 'maturity'],
    keep: true,
  });

  /** Pages after the first one, read as the reader comes near the end. */
  private readonly more = signal<readonly InitiativeSummary[]>([]);
  private readonly cursor = signal<string | null>(null);
  private loading = false;
  protected readonly moreProblem = signal<ApiProblem | undefined>(undefined);

  protected readonly items = computed(() => [...(this.first.value()?.items ?? []), ...this.more()]);
  protected readonly lines = computed(() => linesOf(this.items(), this.view().grouped, this.locale.currency()));
  protected readonly current = signal(-1);

  protected readonly tabs = TABS;
  protected readonly phaseOptions = computed(() =>
    PHASES.map((id) => ({ id, label: this.locale.label(PHASE_LABELS[id]) })),
  );
  protected readonly statusOptions = computed(() =>
    STATUSES.map((id) => ({
      id,
      label: id === 'unknown' ? this.t('status.unknown') : this.locale.label(RAG_LABELS[id]),
    })),
  );
  protected readonly kindOptions = computed(() =>
    INITIATIVE_KINDS.map((id) => ({ id, label: this.locale.label(INITIATIVE_KIND_LABELS[id]) })),
  );
  protected readonly chosenPhases = computed(() => this.words(this.phaseOptions(), this.view().phases));
  protected readonly chosenStatuses = computed(() => this.words(this.statusOptions(), this.view().statuses));
  protected readonly chosenKinds = computed(() => this.words(this.kindOptions(), this.view().kinds));
  protected readonly filtered = computed(() => {
    const { q, phases, statuses, kinds, goalId, importId } = this.view();
    return Boolean(q || phases.length || statuses.length || kinds.length || goalId || importId);
  });
  protected readonly total = computed(() => {
    const total = this.first.value()?.total ?? 0;
    return typeof total === 'number'
      ? this.format.number(total)
      : this.t('atLeast', { n: this.format.number(total.atLeast) });
  });
  /** Money of everything the filter finds, a part per currency. */
  protected readonly sums = computed(() =>
    (this.first.value()?.sums ?? []).map((sum) => {
      const options = { currency: sum.currency };
      const parts = [
        this.t('sum.cost', { amount: this.format.amountWithUnit(sum.costMinor, options) }),
        this.t('sum.benefit', { amount: this.format.amountWithUnit(sum.benefitMinor, options) }),
      ];
      if (sum.wholeLifeMinor !== '0')
        parts.push(this.t('sum.wholeLife', { amount: this.format.amountWithUnit(sum.wholeLifeMinor, options) }));
      return parts.join(' · ');
    }),
  );
  protected readonly heightOf = computed(() => {
    const row = this.narrow() ? STACKED_ROW_PX : ROW_PX;
    return (line: Line) => (line.kind === 'group' ? GROUP_PX : row);
  });
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const cursor = this.first.value()?.nextCursor ?? null;
      untracked(() => {
        this.more.set([]);
        this.cursor.set(cursor);
      });
    });
    inject(Shortcuts).add([
      { keys: 'c', describe: () => this.t('new'), run: () => this.register() },
      { keys: 'j', describe: () => this.t('keys.next'), run: () => this.move(1) },
      { keys: 'k', describe: () => this.t('keys.previous'), run: () => this.move(-1) },
      { keys: 'o', describe: () => this.t('keys.panel'), run: () => this.showCurrent() },
      { keys: 'Escape', describe: () => this.t('keys.close'), run: () => this.show(null) },
      { keys: 'Enter', describe: () => this.t('keys.open'), run: () => this.openCurrent() },
    ]);
  }

  protected readonly byId = (_: number, line: Line) =>
    line.kind === 'group' ? `group-${line.id}` : line.initiative.id;

  protected set(change: Partial<ListView>): void {
    this.current.set(-1);
    void this.router.navigate([], {
      queryParams: writeListView({ ...this.view(), ...change }),
      queryParamsHandling: 'merge',
      replaceUrl: change.q !== undefined,
    });
  }

  protected search(text: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.set({ q: text.trim() }), SEARCH_AFTER_MS);
  }

  protected tab(tab: Tab): Record<string, string | null> {
    return { ...writeListView({ ...this.view(), tab }), unit: this.scope.unitId() ?? null };
  }

  protected sortBy(sort: Sort): void {
    const { sort: now, descending } = this.view();
    const downFirst = sort === 'cost' || sort === 'benefit' || sort === 'updatedAt';
    this.set({ sort, descending: now === sort ? !descending : downFirst });
  }

  protected direction(sort: Sort): 'ascending' | 'descending' | null {
    if (this.view().sort !== sort) return null;
    return this.view().descending ? 'descending' : 'ascending';
  }

  protected dropFilters(): void {
    this.set({ q: '', phases: [], statuses: [], kinds: [], goalId: null, importId: null });
  }

  protected phaseWord({ phase }: InitiativeSummary): string {
    return this.locale.label(PHASE_LABELS[phase]);
  }

  /** Share of the due money that is realised; null when nothing is due or nothing measured. */
  protected realisedShare({ plannedToDateMinor, realisedToDateMinor }: InitiativeSummary): number | null {
    if (plannedToDateMinor === null || realisedToDateMinor === null || BigInt(plannedToDateMinor) <= 0n) return null;
    return Number((BigInt(realisedToDateMinor) * 1000n) / BigInt(plannedToDateMinor)) / 1000;
  }

  protected async loadMore(): Promise<void> {
    const cursor = this.cursor();
    if (!cursor || this.loading) return;
    this.loading = true;
    const asked = this.asked();
    try {
      const page = await this.client.call(initiativeRoutes.listInitiatives, { query: { ...asked, cursor } });
      // The view may have changed while the page was on its way.
      if (asked !== this.asked()) return;
      this.more.update((items) => [...items, ...page.items]);
      this.cursor.set(page.nextCursor);
      this.moreProblem.set(undefined);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.moreProblem.set(problem);
    } finally {
      this.loading = false;
    }
  }

  private register(): void {
    if (this.sessions.may('initiative.register'))
      void this.router.navigate(['/initiatives/new'], { queryParams: this.scope.params() });
  }

  private move(step: 1 | -1): void {
    const lines = this.lines();
    let next = this.current() + step;
    while (lines[next]?.kind === 'group') next += step;
    if (!lines[next]) return;
    this.current.set(next);
    this.rows()?.scrollTo(Math.max(0, next - 4));
    if (this.open() !== null) this.showCurrent();
  }

  /** A press on a row shows its facts beside the list; its links keep leading where they lead. */
  protected pressRow(event: MouseEvent, index: number): void {
    if (event.target instanceof Element && event.target.closest('a, button')) return;
    this.current.set(index);
    this.showCurrent();
  }

  protected showRow(index: number): void {
    this.current.set(index);
    this.showCurrent();
  }

  /** Shows the facts of an initiative beside the list, as the address says; null closes them. */
  protected show(id: string | null): void {
    if (id === this.query().get('open')) return;
    void this.router.navigate([], {
      queryParams: { open: id },
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: this.open() !== null && id !== null,
    });
  }

  private showCurrent(): void {
    const line = this.lines()[this.current()];
    if (line?.kind !== 'initiative') return;
    if (this.narrow()) this.openCurrent();
    else this.show(line.initiative.id);
  }

  private openCurrent(): void {
    const line = this.lines()[this.current()];
    if (line?.kind === 'initiative')
      void this.router.navigate(['/initiatives', line.initiative.id], { queryParams: this.scope.params() });
  }

  private words(options: readonly { id: string; label: string }[], chosen: readonly string[]): string {
    return this.format.list(options.filter(({ id }) => chosen.includes(id)).map(({ label }) => label));
  }
}
