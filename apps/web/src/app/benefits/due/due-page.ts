import { Component, computed, DOCUMENT, inject, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { measurementRoutes } from '@hoest/contracts';
import { calendarDateIn } from '@hoest/quantities';
import { Empty, FilterChip, Format, Note, UiLocale } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { readPages } from '../../api/read-pages';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { benefitsTexts } from '../benefits-texts';
import { BenefitsTabs } from '../list/benefits-tabs';
import { DueEntries } from './due-entries';
import { DueGrid } from './due-grid';
import { DueRows } from './due-rows';
import { faultsByRow } from './read-entry';

const STATUSES = ['missing', 'late', 'due', 'not_due'] as const;
const PAGE = 200;

/** Measurements that are due: typed or pasted into a grid, saved all or none. */
@Component({
  selector: 'app-due-page',
  imports: [BenefitsTabs, DueGrid, Empty, FilterChip, Note, PageFrame, ReadingState],
  providers: [DueRows],
  templateUrl: './due-page.html',
  styleUrl: './due-page.css',
  host: { '(window:beforeunload)': 'warn($event)', '(keydown.control.enter)': 'save()' },
})
export class DuePage {
  private readonly client = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly scope = inject(Scope);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly document = inject(DOCUMENT);
  protected readonly sessions = inject(SessionStore);
  protected readonly entries = inject(DueEntries);
  protected readonly rows = inject(DueRows);
  protected readonly t = benefitsTexts.inject();
  private readonly grid = viewChild(DueGrid);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  /** Whose: the reader's own unless the address says everybody's. */
  protected readonly mine = computed(() => this.params().get('filter[mine]') !== 'false');
  protected readonly status = computed(() => STATUSES.find((one) => one === this.params().get('filter[status]')));
  protected readonly statuses = STATUSES;
  protected readonly statusWords = computed(() => {
    const status = this.status();
    return status ? this.t(`due.status.${status}`) : '';
  });
  protected readonly list = readPages(
    measurementRoutes.listDue,
    () => ({
      query: {
        limit: PAGE,
        ...(this.mine() ? { 'filter[mine]': 'true' } : {}),
        ...(this.status() ? { 'filter[status]': this.status() } : {}),
        ...(this.scope.unitId() ? { 'filter[unitId]': this.scope.unitId() } : {}),
      },
    }),
    { topics: ['benefit'], keep: true },
  );

  protected readonly saving = signal(false);
  protected readonly problem = signal<{ title: string; details: readonly string[] } | undefined>(undefined);
  protected readonly saved = signal<{ count: number; at: Date } | undefined>(undefined);

  protected readonly lead = computed(() => {
    const items = this.list.items();
    if (items.length === 0) return '';
    const count = (status: string) => items.filter((item) => item.status === status).length;
    return this.t(this.mine() ? 'due.lead.mine' : 'due.lead.all', {
      all: items.length,
      missing: count('missing'),
      late: count('late'),
      ahead: count('due') + count('not_due'),
    });
  });
  protected readonly asOf = computed(() =>
    this.t('due.asOf', {
      date: this.format.date(calendarDateIn(this.list.readAt() ?? new Date(), this.locale.timeZone())),
    }),
  );
  protected readonly savedText = computed(() => {
    const saved = this.saved();
    return saved ? this.t('due.saved', { n: saved.count, time: this.format.time(saved.at) }) : '';
  });
  /** Typed rows whose measurement somebody else has recorded meanwhile. */
  protected readonly orphans = computed(() => {
    const known = new Set(this.list.items().map(({ obligationId }) => obligationId));
    return this.list.value() && !this.list.hasMore() ? this.entries.typed().filter((id) => !known.has(id)) : [];
  });
  protected readonly saveText = computed(() => {
    const [ready, faulty] = [this.rows.ready().length, this.rows.faulty()];
    if (this.saving()) return this.t('due.saving');
    if (faulty > 0) return this.t('due.saveFaulty', { n: faulty });
    return ready > 0 ? this.t('due.save', { n: ready }) : this.t('due.saveNone');
  });

  constructor() {
    this.rows.of(this.list.items);
  }

  protected narrow(change: { mine?: boolean; status?: string | null }): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: {
        ...(change.mine !== undefined && { 'filter[mine]': change.mine ? null : 'false' }),
        ...(change.status !== undefined && { 'filter[status]': change.status }),
      },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }

  protected async save(): Promise<void> {
    const ready = this.rows.ready();
    if (this.saving()) return;
    if (this.rows.faulty() > 0) return this.grid()?.focusFault();
    if (ready.length === 0) return;
    this.saving.set(true);
    this.problem.set(undefined);
    const sent = ready.map(({ id }) => id);
    try {
      const body = { items: ready.map(({ body: item }) => item) };
      const { items } = await this.client.call(measurementRoutes.recordMeasurements, { body });
      this.entries.drop(sent);
      this.saved.set({ count: items.length, at: new Date() });
      this.list.reload();
      this.document.getElementById('due-saved')?.focus();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      const { faults, rest } = faultsByRow(problem.problem.errors ?? [], sent);
      this.entries.refuse(faults);
      this.problem.set({ title: problem.problem.title, details: rest.length > 0 ? rest : [problem.problem.detail] });
      if (faults.size > 0) this.grid()?.focusFault();
    } finally {
      this.saving.set(false);
    }
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.entries.typed().length > 0) event.preventDefault();
  }
}
