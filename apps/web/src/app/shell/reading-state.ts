import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Note, Skeleton } from '@hoest/ui';
import type { Reading } from '../api/read';
import { shellTexts } from './shell-texts';

/**
 * What stands where a reading has nothing to show: nothing for 300 ms, then grey lines; or why it failed, with what to
 * do. `@if (list.value(); as page) { … } @else { <app-reading [of]="list" [rows]="12" /> }`
 */
@Component({
  selector: 'app-reading',
  imports: [Note, RouterLink, Skeleton],
  template: `@if (of().problem(); as failed) {
      @if (failed.isAbsent) {
        <p class="strong">{{ t('absent.title') }}</p>
        <p class="muted">
          {{ t('absent.what') }} <a routerLink="/">{{ t('absent.start') }}</a>
        </p>
      } @else {
        <ui-note kind="deviation" [heading]="failed.problem.title">
          <p>{{ failed.problem.detail }}</p>
          @if (failed.problem.requestId) {
            <p class="sub">{{ t('problem.number', { id: failed.problem.requestId }) }}</p>
          }
          <button noteActions type="button" class="btn" (click)="of().reload()">{{ t('again') }}</button>
        </ui-note>
      }
    } @else if (of().slow()) {
      <ui-skeleton [rows]="rows()" />
    }`,
})
export class ReadingState {
  protected readonly t = shellTexts.inject();
  readonly of = input.required<Reading<unknown>>();
  /** How many rows are expected. */
  readonly rows = input(6);
}
