import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { type Strategy, strategyRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DialogBody, Field, Format, injectUiText, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { strategiesTexts } from '../strategies-texts';

/** Adds a strategy by the three things it cannot be without; the rest is written on the page. Closes with the strategy. */
@Component({
  selector: 'app-new-strategy-dialog',
  imports: [DateInput, DialogBody, Field, Note, UiControl],
  template: `<ui-dialog [heading]="t('strategy.add')">
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title"
        ><p>{{ refused.problem.detail }}</p></ui-note
      >
    }
    <ui-field layout="top" [label]="t('field.title')" [required]="true" [error]="fault('title')">
      <input #title uiControl class="input" maxlength="300" autocomplete="off" />
    </ui-field>
    <ui-field
      layout="top"
      [label]="t('field.code')"
      [required]="true"
      [hint]="t('strategy.codeHint')"
      [error]="fault('code')"
    >
      <input #code uiControl class="input" maxlength="40" autocomplete="off" />
    </ui-field>
    <ui-field layout="top" [label]="t('field.validFrom')" [required]="true" [error]="fault('validFrom')">
      <ui-date-input [(value)]="validFrom" />
    </ui-field>
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close()">{{ ui('cancel') }}</button>
      <button type="button" class="btn primary" [disabled]="busy()" (click)="add(title.value, code.value)">
        {{ busy() ? ui('saving') : t('strategy.add') }}
      </button>
    </div>
  </ui-dialog>`,
})
export class NewStrategyDialog {
  private readonly client = inject(ApiClient);
  protected readonly ref = inject<DialogRef<Strategy>>(DialogRef);
  protected readonly t = strategiesTexts.inject();
  protected readonly ui = injectUiText();
  protected readonly validFrom = signal<CalendarDate | null>(inject(Format).dateOf(new Date()));
  protected readonly busy = signal(false);
  protected readonly missing = signal<readonly string[]>([]);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected fault(field: string): string | undefined {
    return this.missing().includes(field) ? this.t('fillIn') : this.problem()?.faultOf(field);
  }

  protected async add(title: string, code: string): Promise<void> {
    const validFrom = this.validFrom();
    const fields = { title: title.trim(), code: code.trim() };
    this.missing.set(
      Object.entries({ ...fields, validFrom }).flatMap(([field, value]) =>
        value === '' || value === null ? [field] : [],
      ),
    );
    if (this.missing().length > 0 || validFrom === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.ref.close(await this.client.call(strategyRoutes.createStrategy, { body: { ...fields, validFrom } }));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
