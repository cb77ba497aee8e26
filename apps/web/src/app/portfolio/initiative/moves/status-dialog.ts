import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { initiativeRoutes } from '@hoest/contracts';
import { RAG_STATUSES, type RagStatus } from '@hoest/portfolio';
import { DialogBody, Field, injectUiText, Note, StatusMark, UiControl } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { initiativeTexts } from '../../portfolio-texts';
import type { InitiativeStore } from '../initiative-store';

/** Confirms the status as it is today: what it was stands chosen, so that confirming what is unchanged is one key. */
@Component({
  selector: 'app-status-dialog',
  imports: [DialogBody, Field, Note, StatusMark, UiControl],
  template: `<ui-dialog [heading]="t('status.confirm')">
    <p class="muted">{{ t('status.what') }}</p>
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title"
        ><p>{{ refused.problem.detail }}</p></ui-note
      >
    }
    <fieldset>
      <legend class="visually-hidden">{{ t('status.rag') }}</legend>
      @for (rag of statuses; track rag) {
        <label class="choice">
          <input type="radio" name="rag" [value]="rag" [checked]="rag === chosen()" (change)="chosen.set(rag)" />
          <ui-status [status]="rag" />
        </label>
      }
    </fieldset>
    <ui-field layout="top" [label]="t('status.note')" [hint]="t('status.noteHint')" [error]="fault()">
      <textarea #note uiControl class="input" rows="3" maxlength="2000" [value]="former"></textarea>
    </ui-field>
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close()">{{ ui('cancel') }}</button>
      <button type="button" class="btn primary" [disabled]="busy()" (click)="confirm()">
        {{ busy() ? ui('saving') : t('status.confirm') }}
      </button>
    </div>
  </ui-dialog>`,
  styles: `
    fieldset {
      display: grid;
      padding: var(--space-3) 0;
    }
  `,
  host: { '(keydown.control.enter)': 'confirm()' },
})
export class StatusDialog {
  private readonly client = inject(ApiClient);
  private readonly store = inject<InitiativeStore>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly t = initiativeTexts.inject();
  protected readonly ui = injectUiText();
  private readonly note = viewChild.required<ElementRef<HTMLTextAreaElement>>('note');

  protected readonly statuses = RAG_STATUSES;
  protected readonly former = this.store.initiative()?.statusNote ?? '';
  protected readonly chosen = signal<RagStatus>(this.store.initiative()?.statusRag ?? 'on_track');
  protected readonly busy = signal(false);
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async confirm(): Promise<void> {
    const id = this.store.id();
    const note = this.note().nativeElement.value.trim();
    if (!id || this.busy()) return;
    // A traffic light without its reason leaves everybody else guessing.
    this.fault.set(this.chosen() !== 'on_track' && !note ? this.t('status.noteMissing') : undefined);
    if (this.fault()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.store.take(
        await this.client.call(initiativeRoutes.confirmStatus, { params: { id }, body: { rag: this.chosen(), note } }),
      );
      this.store.latest.reload();
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
