import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { periodRoutes } from '@hoest/contracts';
import { DialogBody, Field, injectUiText, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { sentence } from '../../overview/public';
import { Notices } from '../../shell/notices';
import { financeTexts } from '../finance-texts';

export interface CloseRequest {
  month: string;
  /** The month in words. */
  word: string;
  /** Reported amounts about it that nobody has decided on. */
  waiting: number;
  done: () => void;
}

/** Asks before an accounting month is closed, because it cannot be opened again. */
@Component({
  selector: 'app-close-dialog',
  imports: [DialogBody, Field, Note, UiControl],
  template: `<ui-dialog [heading]="t('close.title', { month: request.word })">
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title">{{ refused.problem.detail }}</ui-note>
    }
    @if (request.waiting > 0) {
      <ui-note kind="watch" [heading]="t('close.waiting', { n: request.waiting })">{{
        t('close.waitingWhat')
      }}</ui-note>
    }
    <ul>
      <li>{{ t('close.keeps') }}</li>
      <li>{{ t('close.noReopen') }}</li>
      <li>{{ t('close.corrections') }}</li>
    </ul>
    <ui-field layout="top" [label]="t('close.note')" [error]="problem()?.faultOf('note')">
      <input #note uiControl class="input" maxlength="500" />
    </ui-field>
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close()">{{ ui('cancel') }}</button>
      <button type="button" class="btn primary" [disabled]="busy()" (click)="close(note.value)">
        {{ busy() ? ui('saving') : t('close.do', { month: request.word }) }}
      </button>
    </div>
  </ui-dialog>`,
  styles: `
    ul {
      margin: var(--space-3) 0;
      padding-left: 1.2em;
      list-style: disc;
    }
    ul > li {
      padding: 2px 0;
    }
  `,
})
export class CloseDialog {
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly request = inject<CloseRequest>(DIALOG_DATA);
  protected readonly ui = injectUiText();
  protected readonly t = financeTexts.inject();
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async close(text: string): Promise<void> {
    const note = text.trim();
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.client.call(periodRoutes.closePeriod, {
        body: { month: this.request.month, ...(note ? { note } : {}) },
      });
      this.notices.tell({ text: this.t('close.done', { month: sentence(this.request.word) }) });
      this.request.done();
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
