import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type Goal, goalRoutes, type Strategy } from '@hoest/contracts';
import { DialogBody, Field, injectUiText, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { strategiesTexts } from '../strategies-texts';

/** Adds a goal by title and code; key figure, owner and targets are written on its own page, which opens. */
@Component({
  selector: 'app-new-goal-dialog',
  imports: [DialogBody, Field, Note, UiControl],
  template: `<ui-dialog [heading]="t('goal.add')">
    <p class="muted">{{ data.strategy.title }}</p>
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title"
        ><p>{{ refused.problem.detail }}</p></ui-note
      >
    }
    <ui-field
      layout="top"
      [label]="t('field.title')"
      [required]="true"
      [hint]="t('goal.titleHint')"
      [error]="fault('title')"
    >
      <input #title uiControl class="input" maxlength="300" autocomplete="off" />
    </ui-field>
    <ui-field layout="top" [label]="t('field.code')" [required]="true" [error]="fault('code')">
      <input #code uiControl class="input" maxlength="40" autocomplete="off" [value]="proposedCode()" />
    </ui-field>
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close()">{{ ui('cancel') }}</button>
      <button type="button" class="btn primary" [disabled]="busy()" (click)="add(title.value, code.value)">
        {{ busy() ? ui('saving') : t('goal.add') }}
      </button>
    </div>
  </ui-dialog>`,
})
export class NewGoalDialog {
  private readonly client = inject(ApiClient);
  private readonly router = inject(Router);
  protected readonly data = inject<{ strategy: Strategy; goals: readonly Goal[] }>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<Goal>>(DialogRef);
  protected readonly t = strategiesTexts.inject();
  protected readonly ui = injectUiText();
  protected readonly busy = signal(false);
  protected readonly missing = signal<readonly string[]>([]);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** The strategy's code with the next free number. */
  protected readonly proposedCode = computed(() => {
    const { strategy, goals } = this.data;
    const numbers = goals.map(({ code }) => Number(/(\d+)$/.exec(code)?.[1] ?? 0));
    return `${strategy.code}-${Math.max(0, ...numbers) + 1}`;
  });

  protected fault(field: string): string | undefined {
    return this.missing().includes(field) ? this.t('fillIn') : this.problem()?.faultOf(field);
  }

  protected async add(title: string, code: string): Promise<void> {
    const fields = { title: title.trim(), code: code.trim() };
    this.missing.set(Object.entries(fields).flatMap(([field, value]) => (value === '' ? [field] : [])));
    if (this.missing().length > 0 || this.busy()) return;
    const { id: strategyId, validFrom, validTo } = this.data.strategy;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = { ...fields, strategyId, validFrom, validTo };
      const goal = await this.client.call(goalRoutes.createGoal, { body });
      this.ref.close(goal);
      await this.router.navigate(['/strategies/goals', goal.id], { queryParams: { mode: 'edit' } });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
