import { Component, computed, inject } from '@angular/core';
import { importRoutes, type ImportRecord } from '@hoest/contracts';
import { IMPORT_KIND_LABELS } from '@hoest/exchange';
import { Empty, Format, TimePipe, UiLocale } from '@hoest/ui';
import { readPages } from '../../api/read-pages';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { exchangeTexts } from '../exchange-texts';
import { fileSize } from '../file-size';
import { ExampleTables } from './example-tables';

/** Every import, newest first, and the way to a new one. */
@Component({
  selector: 'app-imports-page',
  imports: [Empty, ExampleTables, PageFrame, ReadingState, ScopeLink, TimePipe],
  templateUrl: './imports-page.html',
  styles: `
    .lead {
      margin-bottom: var(--space-5);
    }
    .more {
      margin-top: var(--space-4);
    }
  `,
})
export class ImportsPage {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly sessions = inject(SessionStore);
  protected readonly t = exchangeTexts.inject();

  protected readonly imports = readPages(importRoutes.listImports, () => ({ query: { limit: 50 } }), {
    topics: ['import'],
    keep: true,
  });
  protected readonly mayRun = computed(() => this.sessions.may('import.run'));
  protected readonly mayRunPortfolio = computed(() => this.sessions.may('import.initiatives'));
  protected readonly mayRunActuals = computed(() => this.sessions.may('finance.actuals'));
  /** The latest import that stands, in a sentence. */
  protected readonly lead = computed(() => {
    const latest = this.imports.items().find(({ state }) => state === 'committed');
    if (!latest?.counts || !latest.committedAt) return this.t('list.leadNone');
    const { create, update } = latest.counts;
    return this.t('list.lead', {
      file: latest.fileName,
      when: this.format.date(this.format.dateOf(latest.committedAt)),
      create,
      update,
    });
  });

  protected size(bytes: number): string {
    return fileSize(bytes, this.format);
  }

  protected kind({ kind }: ImportRecord): string {
    return this.locale.label(IMPORT_KIND_LABELS[kind]);
  }

  protected state({ state }: ImportRecord): string {
    return this.t(`state.${state}`);
  }

  protected count(record: ImportRecord, of: 'create' | 'update' | 'rejected'): string {
    return record.counts ? this.format.number(record.counts[of]) : this.t('list.notTried');
  }
}
