import { Component, DOCUMENT, inject } from '@angular/core';
import { Note } from '@hoest/ui';
import { shellTexts } from './shell-texts';
import { UnexpectedErrors } from './unexpected';

/** What {@link UnexpectedErrors} caught, with the way on. */
@Component({
  selector: 'app-unexpected-note',
  imports: [Note],
  template: `@if (errors.latest(); as error) {
    @switch (error.kind) {
      @case ('problem') {
        <ui-note kind="deviation" [heading]="error.problem.problem.title">
          <p>
            {{ error.problem.problem.detail }}
            @if (error.problem.problem.requestId) {
              <span class="sub">{{ t('problem.number', { id: error.problem.problem.requestId }) }}</span>
            }
          </p>
          <span noteActions class="actions">
            <button type="button" class="btn" (click)="reload()">{{ t('again') }}</button>
            <button type="button" class="btn quiet" (click)="errors.dismiss()">{{ t('close') }}</button>
          </span>
        </ui-note>
      }
      @case ('newVersion') {
        <ui-note kind="watch" [heading]="t('newVersion.title')">
          <p>{{ t('newVersion.detail') }}</p>
          <button noteActions type="button" class="btn" (click)="reload()">{{ t('reload') }}</button>
        </ui-note>
      }
      @default {
        <ui-note kind="deviation" [heading]="t('fault.title')">
          <p>{{ t('fault.detail') }}</p>
          <span noteActions class="actions">
            <button type="button" class="btn" (click)="reload()">{{ t('reload') }}</button>
            <button type="button" class="btn quiet" (click)="errors.dismiss()">{{ t('close') }}</button>
          </span>
        </ui-note>
      }
    }
  }`,
})
export class UnexpectedNote {
  private readonly document = inject(DOCUMENT);
  protected readonly errors = inject(UnexpectedErrors);
  protected readonly t = shellTexts.inject();

  protected reload(): void {
    this.document.defaultView?.location.reload();
  }
}
