import { Component, computed, inject, input } from '@angular/core';
import type { ImportRecord } from '@hoest/contracts';
import { Format, Icon } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { injectImportWords } from '../import-words';
import { fileSize } from '../file-size';
import { isDone, isReachable, openQuestions, type Step, STEPS } from './wizard-steps';

/** The steps with what each has come to; those that can be reached are links. Without an import only the first. */
@Component({
  selector: 'app-step-list',
  imports: [Icon, ScopeLink],
  template: `<nav [attr.aria-label]="t('steps')">
    <ol>
      @for (step of steps(); track step.id) {
        <li [class.current]="step.id === current()">
          @if (step.link) {
            <a
              [scopeLink]="step.link"
              [params]="{ step: step.id }"
              [attr.aria-current]="step.id === current() ? 'step' : null"
            >
              <span class="name">
                @if (step.done) {
                  <ui-icon name="check" />
                }
                {{ $index + 1 }} {{ step.label }}</span
              >
              <span class="sub">{{ step.words }}</span>
            </a>
          } @else {
            <span class="later" [attr.aria-current]="step.id === current() ? 'step' : null">
              <span class="name">{{ $index + 1 }} {{ step.label }}</span>
              <span class="sub">{{ step.words }}</span>
            </span>
          }
        </li>
      }
    </ol>
  </nav>`,
  styleUrl: './step-list.css',
})
export class StepList {
  private readonly format = inject(Format);
  protected readonly t = injectImportWords(() => this.record()?.kind);

  readonly current = input.required<Step>();
  readonly record = input<ImportRecord>();

  protected readonly steps = computed(() => {
    const record = this.record();
    return STEPS.map((id) => ({
      id,
      label: this.t(`step.${id}`),
      link: record && isReachable(id, record.state) ? ['/imports', record.id] : undefined,
      done: record !== undefined && isDone(id, record),
      words: record ? this.words(id, record) : '',
    }));
  });

  /** What a step has come to, in a few words. */
  private words(step: Step, record: ImportRecord): string {
    const { state, counts, columns } = record;
    switch (step) {
      case 'file':
        return fileSize(record.byteSize, this.format);
      case 'reading':
        return this.t('stepWords.rows', { n: record.rowCount });
      case 'columns': {
        const questions = openQuestions(record);
        if (questions > 0) return this.t('stepWords.questions', { n: questions });
        return this.t('stepWords.columns', {
          used: columns.filter(({ target }) => target !== null).length,
          of: columns.length,
        });
      }
      case 'check':
        return counts ? this.t('stepWords.checked', { n: counts.create + counts.update }) : this.t('stepWords.notYet');
      case 'commit':
        if (state === 'committing') return this.t('state.committing');
        return record.committedAt ? this.format.date(this.format.dateOf(record.committedAt)) : '';
      case 'result':
        if (state === 'undoing' || state === 'undone') return this.t(`state.${state}`);
        return state === 'committed' ? this.t('stepWords.undoable') : '';
    }
  }
}
