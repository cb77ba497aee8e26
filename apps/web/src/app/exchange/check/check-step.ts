import { Component, computed, inject, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { importRoutes } from '@hoest/contracts';
import { Format, Progress, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { ScopeLink } from '../../shell/scope-link';
import { injectImportWords } from '../import-words';
import { ImportStore } from '../wizard/import-store';
import { countsSentence } from './counts-sentence';
import { RowsList } from './rows-list';
import { SumsTable } from './sums-table';

/** Which rows are shown; the address holds it as `?show=`. */
export const SHOWN_ROWS = ['issues', 'rejected', 'create', 'update', 'unchanged'] as const;
export type ShownRows = (typeof SHOWN_ROWS)[number];

/** The dry run: what would happen to every row, and every cell that could not be used. */
@Component({
  selector: 'app-check-step',
  imports: [Progress, RowsList, ScopeLink, SumsTable],
  templateUrl: './check-step.html',
  styleUrl: '../wizard/step.css',
})
export class CheckStep {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly store = inject(ImportStore);
  protected readonly t = injectImportWords(this.store.kind);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  readonly forward = output();
  readonly back = output();

  protected readonly counts = computed(() => this.store.record()?.counts ?? undefined);
  protected readonly lead = computed(() => {
    const counts = this.counts();
    return counts ? countsSentence(counts, this.t) : '';
  });
  /** How many rows have a cell with an issue; the counts tell cells, not rows. */
  private readonly issueRows = read(
    importRoutes.listImportRows,
    () => {
      const record = this.store.record();
      return record?.counts ? { params: { id: record.id }, query: { issues: 'true' as const, limit: 1 } } : undefined;
    },
    { topics: ['import'], follows: ({ id }) => id === this.store.id() },
  );
  protected readonly tabs = computed(() => {
    const counts = this.counts();
    const total = this.issueRows.value()?.total;
    const issues = total === undefined ? '' : this.counted(total);
    return SHOWN_ROWS.map((id) => ({
      id,
      label: this.t(`show.${id}`),
      count: id === 'issues' ? issues : counts ? this.format.number(counts[id]) : '',
    }));
  });
  protected readonly show = computed<ShownRows>(() => {
    const asked = SHOWN_ROWS.find((known) => known === this.query().get('show'));
    if (asked) return asked;
    const counts = this.counts();
    if (!counts || counts.emptyCells + counts.rejected > 0) return 'issues';
    return counts.create > 0 ? 'create' : counts.update > 0 ? 'update' : 'unchanged';
  });
  protected readonly hasIssues = computed(() => this.issueRows.value()?.total !== 0);
  protected readonly mayCommit = computed(() => {
    const counts = this.counts();
    return this.store.editable() && counts !== undefined && counts.create + counts.update > 0;
  });
  protected readonly issuesFile = computed(
    () => `/api/v1/imports/${this.store.id()}/issues.csv?language=${this.locale.language()}`,
  );
  protected run(): void {
    void this.store.preview();
  }

  private counted(total: number | { atLeast: number }): string {
    return typeof total === 'number' ? this.format.number(total) : this.t('atLeast', { n: total.atLeast });
  }
}
