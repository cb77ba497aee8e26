import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { type Strategy, strategyRoutes } from '@hoest/contracts';
import {
  ADOPTING_BODIES,
  ADOPTING_BODY_LABELS,
  type AdoptingBody,
  FOLLOWUP_KIND_LABELS,
  FOLLOWUP_KINDS,
  type FollowupKind,
} from '@hoest/portfolio';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DialogBody, Field, Format, injectUiText, LabelPipe, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { strategiesTexts } from '../strategies-texts';

/** Records that a body adopted or followed up the strategy; closes with the strategy as it stands after. */
@Component({
  selector: 'app-followup-dialog',
  imports: [DateInput, DialogBody, Field, LabelPipe, Note, UiControl],
  template: `<ui-dialog [heading]="t('followup.record')">
    <p class="muted">{{ strategy.title }}</p>
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title"
        ><p>{{ refused.problem.detail }}</p></ui-note
      >
    }
    <ui-field layout="top" [label]="t('followup.kind')">
      <select #kindField uiControl class="input" (change)="choose(kindField.value)">
        @for (one of kinds; track one) {
          <option [value]="one" [selected]="one === kind()">{{ kindLabels[one] | label }}</option>
        }
      </select>
    </ui-field>
    <ui-field layout="top" [label]="t('followup.body')">
      <select #bodyField uiControl class="input" (change)="chooseBody(bodyField.value)">
        @for (one of bodies; track one) {
          <option [value]="one" [selected]="one === body()">{{ bodyLabels[one] | label }}</option>
        }
      </select>
    </ui-field>
    <ui-field layout="top" [label]="t('followup.heldOn')" [required]="true" [error]="fault()">
      <ui-date-input [(value)]="heldOn" [max]="today" />
    </ui-field>
    <ui-field layout="top" [label]="t('followup.note')" [hint]="t('followup.noteHint')">
      <textarea #note uiControl class="input" rows="3" maxlength="2000"></textarea>
    </ui-field>
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close()">{{ ui('cancel') }}</button>
      <button type="button" class="btn primary" [disabled]="busy()" (click)="record()">
        {{ busy() ? ui('saving') : t('followup.record') }}
      </button>
    </div>
  </ui-dialog>`,
  host: { '(keydown.control.enter)': 'record()' },
})
export class FollowupDialog {
  private readonly client = inject(ApiClient);
  protected readonly strategy = inject<Strategy>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<Strategy>>(DialogRef);
  protected readonly t = strategiesTexts.inject();
  protected readonly ui = injectUiText();
  private readonly note = viewChild.required<ElementRef<HTMLTextAreaElement>>('note');

  protected readonly kinds = FOLLOWUP_KINDS;
  protected readonly kindLabels = FOLLOWUP_KIND_LABELS;
  protected readonly bodies = ADOPTING_BODIES;
  protected readonly bodyLabels = ADOPTING_BODY_LABELS;
  protected readonly today = inject(Format).dateOf(new Date());
  protected readonly kind = signal<FollowupKind>(this.strategy.followups.length ? 'follow_up' : 'adoption');
  protected readonly body = signal<AdoptingBody>(this.strategy.adoptedBy ?? 'council');
  protected readonly heldOn = signal<CalendarDate | null>(this.today);
  protected readonly busy = signal(false);
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected choose(kind: string): void {
    this.kind.set(FOLLOWUP_KINDS.find((one) => one === kind) ?? 'follow_up');
  }

  protected chooseBody(body: string): void {
    this.body.set(ADOPTING_BODIES.find((one) => one === body) ?? 'council');
  }

  protected async record(): Promise<void> {
    const heldOn = this.heldOn();
    this.fault.set(heldOn === null ? this.t('dateMissing') : undefined);
    if (heldOn === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = { heldOn, body: this.body(), kind: this.kind(), note: this.note().nativeElement.value };
      const input = { params: { id: this.strategy.id }, body };
      this.ref.close(await this.client.call(strategyRoutes.recordFollowup, input));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.fault.set(problem.faultOf('heldOn'));
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
