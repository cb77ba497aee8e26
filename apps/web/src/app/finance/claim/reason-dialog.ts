import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { DialogBody, Field, injectUiText, Note, UiControl } from '@hoest/ui';
import { ApiProblem } from '../../api/api-problem';
import { financeTexts } from '../finance-texts';

/** A step that needs a reason and nothing else. */
export interface ReasonRequest {
  heading: string;
  what: string;
  /** The button: verb and object. */
  action: string;
  run: (reason: string) => Promise<void>;
}

/** Asks for the reason of a withdrawal or a reversal, and shows why it was refused. */
@Component({
  selector: 'app-reason-dialog',
  imports: [DialogBody, Field, Note, UiControl],
  template: `<ui-dialog [heading]="request.heading">
    <p class="muted">{{ request.what }}</p>
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title">{{ refused.problem.detail }}</ui-note>
    }
    <ui-field layout="top" [label]="t('reason')" [required]="true" [error]="fault()">
      <textarea #reason uiControl class="input" maxlength="2000"></textarea>
    </ui-field>
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close()">{{ ui('cancel') }}</button>
      <button type="button" class="btn primary" [disabled]="busy()" (click)="run(reason.value)">
        {{ busy() ? ui('saving') : request.action }}
      </button>
    </div>
  </ui-dialog>`,
})
export class ReasonDialog {
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly request = inject<ReasonRequest>(DIALOG_DATA);
  protected readonly ui = injectUiText();
  protected readonly t = financeTexts.inject();
  protected readonly busy = signal(false);
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async run(text: string): Promise<void> {
    const reason = text.trim();
    this.fault.set(reason ? undefined : this.t('fault.reason'));
    if (!reason) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.request.run(reason);
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.fault.set(problem.faultOf('reason'));
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
