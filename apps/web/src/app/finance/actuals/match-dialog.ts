import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { actualRoutes, type MatchingRule } from '@hoest/contracts';
import { DialogBody, Field, injectUiText, Note, type Option, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { FindBenefit } from '../../fields/find-benefit';
import { actualsTexts } from './actuals-texts';

/** Where the lines are booked, and what is known already: the rule that is changed, or benefits that claim the account. */
export interface MatchDialogData {
  account: string;
  costCentre: string | null;
  rule?: MatchingRule;
  candidates?: readonly { id: string; title: string }[];
}

/** Chooses the benefit an account belongs to and remembers it. Closes with true when something was written. */
@Component({
  selector: 'app-match-dialog',
  imports: [DialogBody, Field, FindBenefit, Note, UiControl],
  template: `<ui-dialog [heading]="data.rule ? t('match.change') : t('match.title')">
    <p class="muted">{{ t('match.what') }}</p>
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title"
        ><p>{{ refused.problem.errors?.[0]?.detail ?? refused.problem.detail }}</p></ui-note
      >
    }
    <ui-field layout="top" [label]="t('column.benefit')" [required]="true" [error]="fault()">
      <app-find-benefit
        [first]="first()"
        [(value)]="benefitId"
        [listLabel]="t('match.find')"
        [none]="t('match.none')"
        [placeholder]="t('match.choose')"
      />
    </ui-field>
    <ui-field layout="top" [label]="t('column.account')" [required]="true" [hint]="t('match.accountHint')">
      <input
        #account
        uiControl
        class="input"
        maxlength="60"
        autocomplete="off"
        spellcheck="false"
        [value]="data.account"
      />
    </ui-field>
    <ui-field layout="top" [label]="t('match.accounts')">
      <select #match uiControl class="input">
        <option value="exact" [selected]="data.rule?.match !== 'prefix'">{{ t('match.exact') }}</option>
        <option value="prefix" [selected]="data.rule?.match === 'prefix'">{{ t('match.prefix') }}</option>
      </select>
    </ui-field>
    <ui-field layout="top" [label]="t('column.costCentre')" [hint]="t('match.centreHint')">
      <input
        #centre
        uiControl
        class="input"
        maxlength="60"
        autocomplete="off"
        spellcheck="false"
        [value]="data.costCentre ?? ''"
      />
    </ui-field>
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close()">{{ ui('cancel') }}</button>
      <button type="button" class="btn primary" [disabled]="busy()" (click)="save()">
        {{ busy() ? ui('saving') : t('match.do') }}
      </button>
    </div>
  </ui-dialog>`,
  styles: `
    p.muted {
      margin-bottom: var(--space-2);
    }
  `,
  host: { '(keydown.control.enter)': 'save()' },
})
export class MatchDialog {
  private readonly client = inject(ApiClient);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly data = inject<MatchDialogData>(DIALOG_DATA);
  protected readonly t = actualsTexts.inject();
  protected readonly ui = injectUiText();
  private readonly account = viewChild.required<ElementRef<HTMLInputElement>>('account');
  private readonly match = viewChild.required<ElementRef<HTMLSelectElement>>('match');
  private readonly centre = viewChild.required<ElementRef<HTMLInputElement>>('centre');

  /** Benefits that claim the account, and the one the rule names. */
  protected readonly first = computed<readonly Option[]>(() => {
    const { candidates = [], rule } = this.data;
    const claims = candidates.map(({ id, title }) => ({ id, label: title, hint: this.t('match.claims') }));
    const known = rule && !claims.some(({ id }) => id === rule.benefitId);
    return known ? [...claims, { id: rule.benefitId, label: rule.benefitTitle }] : claims;
  });
  protected readonly benefitId = signal<string | null>(this.data.rule?.benefitId ?? null);
  protected readonly busy = signal(false);
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async save(): Promise<void> {
    const benefitId = this.benefitId();
    this.fault.set(benefitId === null ? this.t('match.fault') : undefined);
    const account = this.account().nativeElement.value.trim();
    if (this.busy() || benefitId === null || account === '') return;
    const costCentre = this.centre().nativeElement.value.trim() || null;
    const match = this.match().nativeElement.value === 'prefix' ? ('prefix' as const) : ('exact' as const);
    const body = { benefitId, account, costCentre, match };
    const { rule } = this.data;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      if (rule) {
        const { id, version } = rule;
        await this.client.call(actualRoutes.changeMatchingRule, { params: { id }, body, ifMatch: version });
      } else await this.client.call(actualRoutes.createMatchingRule, { body });
      this.ref.close(true);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
