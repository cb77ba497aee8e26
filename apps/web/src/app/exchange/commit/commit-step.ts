import { Component, computed, inject, output } from '@angular/core';
import { Format } from '@hoest/ui';
import { SessionStore } from '../../organisation/session-store';
import { ScopeLink } from '../../shell/scope-link';
import { injectImportWords } from '../import-words';
import { JobProgress } from '../job/job-progress';
import { ImportStore } from '../wizard/import-store';
import { isWritten } from '../wizard/wizard-steps';

/** Names of new units that are written out. */
const NAMED_UNITS = 12;

/** What will happen, in words; then the job that does it. */
@Component({
  selector: 'app-commit-step',
  imports: [JobProgress, ScopeLink],
  templateUrl: './commit-step.html',
  styleUrl: '../wizard/step.css',
})
export class CommitStep {
  private readonly format = inject(Format);
  private readonly sessions = inject(SessionStore);
  protected readonly store = inject(ImportStore);
  protected readonly t = injectImportWords(this.store.kind);
  readonly finished = output();

  protected readonly lead = computed(() => {
    const record = this.store.record();
    if (!record?.counts) return '';
    const { create, update } = record.counts;
    if (record.state === 'committing') return this.t('commit.leadRunning');
    return this.t(isWritten(record.state) ? 'commit.leadDone' : 'commit.lead', { create, update });
  });
  /** Each thing that will happen, with a link to the rows where there are some to look at. */
  protected readonly what = computed(() => {
    const record = this.store.record();
    if (!record?.counts) return [];
    const { create, update, unchanged, rejected, emptyCells } = record.counts;
    const units = record.newUnits;
    const named = this.format.list([
      ...units.slice(0, NAMED_UNITS).map((name) => `»${name}«`),
      ...(units.length > NAMED_UNITS ? [this.t('commit.moreUnits', { n: units.length - NAMED_UNITS })] : []),
    ]);
    const top = this.sessions.organisation()?.name ?? '';
    const sentences: { text: string; show?: string }[] = [];
    if (create > 0) sentences.push({ text: this.t('commit.create', { n: create }), show: 'create' });
    if (update > 0) sentences.push({ text: this.t('commit.update', { n: update }), show: 'update' });
    if (update > 0) sentences.push({ text: this.t('commit.baseline') });
    if (units.length > 0) sentences.push({ text: this.t('commit.units', { n: units.length, top, names: named }) });
    if (unchanged > 0) sentences.push({ text: this.t('commit.unchanged', { n: unchanged }), show: 'unchanged' });
    if (rejected > 0) sentences.push({ text: this.t('commit.rejected', { n: rejected }), show: 'rejected' });
    if (emptyCells > 0) sentences.push({ text: this.t('commit.emptyCells', { n: emptyCells }), show: 'issues' });
    sentences.push({ text: this.t('commit.whole') }, { text: this.t('commit.undoable') });
    return sentences;
  });
  protected readonly writes = computed(() => {
    const counts = this.store.record()?.counts;
    return counts ? counts.create + counts.update : 0;
  });
  /** The job that runs, or the last one that did not come through. */
  protected readonly jobId = computed(() => {
    const record = this.store.record();
    return record && !isWritten(record.state) ? record.jobId : null;
  });
}
