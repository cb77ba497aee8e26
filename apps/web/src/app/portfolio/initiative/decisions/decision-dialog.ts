import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { decisionRoutes } from '@hoest/contracts';
import { DialogBody, injectUiText, Note } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { randomKey } from '../../../api/random-key';
import { recordTexts } from '../../portfolio-texts';
import type { InitiativeStore } from '../initiative-store';
import { decisionBody, emptyDecision } from './decision-draft';
import { DecisionForm } from './decision-form';

/** Records a decision on the initiative. It is never changed afterwards, only reversed by another. */
@Component({
  selector: 'app-decision-dialog',
  imports: [DecisionForm, DialogBody, Note],
  template: `<ui-dialog [heading]="t('decision.record')">
    <p class="muted">{{ t('decision.what') }}</p>
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title"
        ><p>{{ refused.problem.detail }}</p></ui-note
      >
    }
    <app-decision-form
      [(draft)]="draft"
      [today]="store.today()"
      [people]="store.peopleOptions()"
      [earlier]="earlier()"
      [checked]="checked()"
      [problem]="problem()"
    />
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close()">{{ ui('cancel') }}</button>
      <button type="button" class="btn primary" [disabled]="busy()" (click)="record()">
        {{ busy() ? ui('saving') : t('decision.record') }}
      </button>
    </div>
  </ui-dialog>`,
  host: { '(keydown.control.enter)': 'record()' },
})
export class DecisionDialog {
  private readonly client = inject(ApiClient);
  protected readonly store = inject<InitiativeStore>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  protected readonly t = recordTexts.inject();
  protected readonly ui = injectUiText();

  protected readonly draft = signal(emptyDecision('gate', this.store.today()));
  protected readonly checked = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly earlier = computed(() => this.store.decisions.value()?.items ?? []);
  /** The same key for every attempt: pressing twice, or after a lost answer, records once. */
  private readonly idempotencyKey = randomKey();

  protected async record(): Promise<void> {
    const id = this.store.id();
    const body = decisionBody(this.draft(), this.store.today());
    this.checked.set(true);
    if (!id || !body || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const { idempotencyKey } = this;
      await this.client.call(decisionRoutes.recordDecision, { params: { id }, body, idempotencyKey });
      this.store.refresh();
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
