import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  input,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import type { ImportRecord } from '@hoest/contracts';
import { Format, Note } from '@hoest/ui';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { ScopeLink } from '../../shell/scope-link';
import { CheckStep } from '../check/check-step';
import { ColumnsStep } from '../columns/columns-step';
import { CommitStep } from '../commit/commit-step';
import { injectImportWords } from '../import-words';
import { FileStep } from '../file/file-step';
import { ReadingStep } from '../reading/reading-step';
import { ResultStep } from '../result/result-step';
import { ImportStore } from './import-store';
import { StepList } from './step-list';
import { shownStep, type Step } from './wizard-steps';

/** The wizard of one import: one address, its steps in `?step=`, each of which can be looked at again. */
@Component({
  selector: 'app-import-page',
  imports: [
    CheckStep,
    ColumnsStep,
    CommitStep,
    FileStep,
    Note,
    PageFrame,
    ReadingState,
    ReadingStep,
    ResultStep,
    ScopeLink,
    StepList,
  ],
  providers: [ImportStore],
  templateUrl: './import-page.html',
  styles: `
    .locked,
    ui-note {
      margin-bottom: var(--space-5);
    }
  `,
})
export class ImportPage {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly format = inject(Format);
  protected readonly store = inject(ImportStore);
  protected readonly t = injectImportWords(this.store.kind);

  readonly id = input.required<string>();
  /** What the address says; what it cannot reach yet falls back to where the import stands. */
  readonly step = input<string>();

  protected readonly shown = computed(() => {
    const record = this.store.record();
    return record && shownStep(this.step(), record.state);
  });
  protected readonly asOf = computed(() => {
    const record = this.store.record();
    if (!record) return '';
    const when = this.format.dateTime(record.createdAt);
    return [
      record.createdByName ? this.t('asOf', { when, name: record.createdByName }) : this.t('asOfProgram', { when }),
      this.t(`state.${record.state}`),
    ].join(' · ');
  });
  /** Why nothing can be changed at the steps of reading and mapping; empty when it can. */
  protected readonly locked = computed(() => {
    const [record, shown] = [this.store.record(), this.shown()];
    if (!record || this.store.editable() || (shown !== 'reading' && shown !== 'columns')) return '';
    return this.store.mayRun()
      ? this.t('locked.state', { state: this.t(`state.${record.state}`) })
      : this.t('locked.role');
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    let before: Step | undefined;
    effect(() => {
      const shown = this.shown();
      if (before !== undefined && shown !== undefined && shown !== before) this.startStep();
      before = shown;
    });
    // Whoever watched the commit goes on to its result; the job's own end may be told later than the import's.
    let stateBefore: ImportRecord['state'] | undefined;
    effect(() => {
      const state = this.store.record()?.state;
      if (stateBefore === 'committing' && state === 'committed' && this.step() === 'commit') {
        void untracked(() => this.go('result', true));
      }
      stateBefore = state;
    });
  }

  protected go(step: Step, replaceUrl = false): Promise<boolean> {
    return this.router.navigate([], { queryParams: { step }, queryParamsHandling: 'merge', replaceUrl });
  }

  /** A reader who goes on begins at the sentence of the next step, not at a button that is gone. */
  private startStep(): void {
    untracked(() =>
      afterNextRender(() => this.document.getElementById('step-title')?.focus({ preventScroll: true }), {
        injector: this.injector,
      }),
    );
  }
}
