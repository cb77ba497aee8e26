import { Component, computed, inject, output } from '@angular/core';
import { Dialogs, LabelPipe, TimePipe } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { injectImportWords } from '../import-words';
import { JobProgress } from '../job/job-progress';
import { isUnderWay, watchJob } from '../job/watch-job';
import { ImportStore } from '../wizard/import-store';
import { UndoDialog, type UndoDialogData } from './undo-dialog';

/** What a commit wrote, as its job tells it. */
interface CommitResult {
  created?: number;
  updated?: number;
  units?: number;
}

const KINDS = ['initiative', 'cost_line', 'benefit', 'unit', 'role_assignment', 'finance_actual'] as const;

/** What the import did, the way to what it made, and the way back. */
@Component({
  selector: 'app-result-step',
  imports: [JobProgress, LabelPipe, ScopeLink, TimePipe],
  templateUrl: './result-step.html',
  styleUrl: '../wizard/step.css',
})
export class ResultStep {
  private readonly dialogs = inject(Dialogs);
  protected readonly store = inject(ImportStore);
  protected readonly t = injectImportWords(this.store.kind);
  readonly finished = output();

  private readonly job = watchJob(computed(() => this.store.record()?.jobId));
  /** Counts of what was written; of the dry run when the job that wrote it is not the last one any more. */
  protected readonly written = computed(() => {
    const [record, job] = [this.store.record(), this.job.value()];
    const result =
      job?.kind === 'commit-import' && job.state === 'completed' ? (job.result as CommitResult) : undefined;
    return {
      create: result?.created ?? record?.counts?.create ?? 0,
      update: result?.updated ?? record?.counts?.update ?? 0,
      units: result?.units ?? record?.newUnits.length ?? 0,
    };
  });
  protected readonly lead = computed(() => {
    const record = this.store.record();
    if (!record) return '';
    if (record.state === 'undone') {
      return this.t(record.keptOnUndo.length ? 'result.leadKept' : 'result.leadUndone', {
        n: record.keptOnUndo.length,
      });
    }
    return this.t('result.lead', { ...this.written() });
  });
  /** The portfolio list of what was imported: in every phase, and in every unit. */
  protected readonly imported = computed(() => ({ import: this.store.id(), tab: 'all', unit: null }));
  /** Where the imported lines are, with those of this import first. */
  protected readonly lines = computed(() => ({ import: this.store.id() }));
  /** An undo that runs, or did not come through. */
  protected readonly undoJob = computed(() => {
    const [record, job] = [this.store.record(), this.job.value()];
    if (!record?.jobId) return null;
    if (record.state === 'undoing') return record.jobId;
    return job?.kind === 'undo-import' && record.state === 'committed' && !isUnderWay(job) ? record.jobId : null;
  });

  protected kind(kind: string): string {
    const known = KINDS.find((one) => one === kind);
    return known ? this.t(`kind.${known}`) : kind;
  }

  protected askUndo(): void {
    const { create, update } = this.written();
    const { kind = 'initiatives', fileName = '' } = this.store.record() ?? {};
    const data: UndoDialogData = { kind, create, update, file: fileName };
    this.dialogs.open<boolean, UndoDialogData>(UndoDialog, { data }).closed.subscribe((sure) => {
      if (sure) void this.store.undo();
    });
  }
}
