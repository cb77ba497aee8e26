import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { type Job, jobRoutes } from '@hoest/contracts';
import { Note, Progress } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { SessionStore } from '../../organisation/session-store';
import { ReadingState } from '../../shell/reading-state';
import { jobTexts } from './job-texts';
import { timeLeft } from './time-left';
import { isUnderWay, watchJob } from './watch-job';

const PHASES = ['reading', 'writing', 'undoing', 'recalculating'] as const;

/**
 * Long work wherever it is started: its name, how far, time left, cancel, and how it failed. The route that shows it needs
 * `jobTexts.load` among its guards.
 *
 * ```html
 * <app-job-progress [jobId]="jobId" [name]="t('recalculating')" (finished)="reload($event)" (again)="start()" />
 * ```
 */
@Component({
  selector: 'app-job-progress',
  imports: [Note, Progress, ReadingState],
  template: `@if (reading.value(); as job) {
      @switch (job.state) {
        @case ('failed') {
          <ui-note kind="deviation" [heading]="t('failed', { title: job.problem?.title ?? '' })">
            <p>{{ job.problem?.detail }}</p>
            @for (fault of job.problem?.errors; track $index) {
              <p>{{ fault.detail }}</p>
            }
            @if (repeatable()) {
              <button noteActions type="button" class="btn" (click)="again.emit()">{{ t('again') }}</button>
            }
          </ui-note>
        }
        @case ('cancelled') {
          <ui-note kind="watch" [heading]="t('cancelled')">{{ t('cancelledWhat') }}</ui-note>
        }
        @case ('completed') {}
        @default {
          <ui-progress
            [name]="name()"
            [done]="inHundredths() ? 0 : job.done"
            [total]="inHundredths() ? null : job.total"
            [share]="inHundredths() ? job.progress : null"
          >
            {{ words() }}
            <p progressActions class="actions">
              @if (mayCancel()) {
                <button
                  type="button"
                  class="btn quiet"
                  [disabled]="job.cancelRequested || cancelling()"
                  (click)="cancel()"
                >
                  {{ job.cancelRequested || cancelling() ? t('cancelling') : t('cancel') }}
                </button>
              }
              <span class="sub">{{ t('mayClose') }} {{ mayCancel() ? t('nothingHalf') : '' }}</span>
            </p>
          </ui-progress>
          @if (refused(); as refused) {
            <p class="deviation-text" role="alert">{{ refused.problem.title }} {{ refused.problem.detail }}</p>
          }
        }
      }
    } @else {
      <app-reading [of]="reading" [rows]="2" />
    }`,
  styles: `
    :host {
      display: block;
      max-width: 640px;
    }
  `,
})
export class JobProgress {
  private readonly client = inject(ApiClient);
  private readonly sessions = inject(SessionStore);
  protected readonly t = jobTexts.inject();

  readonly jobId = input.required<string>();
  /** What is being done, with its object: "Importerer portefølje.csv". */
  readonly name = input.required<string>();
  /** Whether a failed job may be tried again from here. */
  readonly repeatable = input(false);
  /** The job has come to its end, whatever it was; once per job, and at once when it had ended before. */
  readonly finished = output<Job>();
  readonly again = output();

  protected readonly reading = watchJob(this.jobId);
  protected readonly cancelling = signal(false);
  protected readonly refused = signal<ApiProblem | undefined>(undefined);
  protected readonly mayCancel = computed(() => this.sessions.may('job.cancel'));
  /** Work that is counted in hundredths is shown as a percentage: 64 of 100 would look like rows. */
  protected readonly inHundredths = computed(() => this.reading.value()?.total === 100);
  private told = '';

  protected readonly words = computed(() => {
    const job = this.reading.value();
    if (!job) return '';
    if (job.state === 'pending') return this.t('waiting');
    const left = timeLeft(job.startedAt, this.reading.readAt() ?? new Date(), job.progress);
    const phase = PHASES.find((known) => known === job.phase);
    return [
      phase && this.t(`phase.${phase}`),
      left && (left.unit === 'moment' ? this.t('left.moment') : this.t(`left.${left.unit}`, { n: left.n })),
    ]
      .filter(Boolean)
      .join(' · ');
  });
  constructor() {
    effect(() => {
      const job = this.reading.value();
      if (!job || job.id !== this.jobId() || isUnderWay(job) || this.told === job.id) return;
      this.told = job.id;
      untracked(() => this.finished.emit(job));
    });
  }

  protected async cancel(): Promise<void> {
    this.cancelling.set(true);
    this.refused.set(undefined);
    try {
      this.reading.set(await this.client.call(jobRoutes.cancelJob, { params: { id: this.jobId() } }));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.refused.set(problem);
    } finally {
      this.cancelling.set(false);
    }
  }
}
