import { Component, inject } from '@angular/core';
import { Format, TimePipe } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { injectImportWords } from '../import-words';
import { fileSize } from '../file-size';
import { ImportStore } from '../wizard/import-store';

/** The file of an import: what it is, and the way to another one. */
@Component({
  selector: 'app-file-step',
  imports: [ScopeLink, TimePipe],
  template: `@if (store.record(); as record) {
    <h2 class="lead" id="step-title" tabindex="-1">{{ t('fileStep.lead', { file: record.fileName }) }}</h2>
    <dl class="facts">
      <div>
        <dt>{{ t('fileStep.size') }}</dt>
        <dd>{{ size(record.byteSize) }}</dd>
      </div>
      <div>
        <dt>{{ t('list.uploaded') }}</dt>
        <dd>{{ record.createdAt | time: 'date' }}</dd>
      </div>
      <div>
        <dt>{{ t('fileStep.by') }}</dt>
        <dd>{{ record.createdByName ?? t('fileStep.program') }}</dd>
      </div>
    </dl>
    <p class="muted what">{{ t('fileStep.what') }}</p>
    @if (store.mayRun()) {
      <p class="actions">
        <a class="btn" scopeLink="/imports/new" [params]="{ kind: record.kind }">{{ t('fileStep.other') }}</a>
      </p>
    }
  }`,
  styles: `
    :host {
      display: block;
    }
    .lead {
      margin-bottom: var(--space-4);
    }
    .what {
      max-width: var(--measure);
      margin: var(--space-4) 0 var(--space-3);
    }
  `,
})
export class FileStep {
  private readonly format = inject(Format);
  protected readonly store = inject(ImportStore);
  protected readonly t = injectImportWords(this.store.kind);

  protected size(bytes: number): string {
    return fileSize(bytes, this.format);
  }
}
