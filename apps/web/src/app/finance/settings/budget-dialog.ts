import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { budgetRoutes, type BudgetVersion } from '@hoest/contracts';
import { BUDGET_KINDS } from '@hoest/finance';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DialogBody, Field, injectUiText, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { randomKey } from '../../api/random-key';
import { financeSettingsTexts } from './settings-texts';

export interface BudgetRequest {
  /** The budget to correct; null = a new one. */
  budget: BudgetVersion | null;
  today: CalendarDate;
}

const YEARS_BACK = 3;

/** Adds an adopted budget, or corrects one that nothing names yet. */
@Component({
  selector: 'app-budget-dialog',
  imports: [DateInput, DialogBody, Field, Note, UiControl],
  templateUrl: './budget-dialog.html',
  styles: `
    p.muted {
      margin-bottom: var(--space-2);
    }
  `,
  host: { '(keydown.control.enter)': 'save()' },
})
export class BudgetDialog {
  private readonly client = inject(ApiClient);
  protected readonly request = inject<BudgetRequest>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<BudgetVersion>>(DialogRef);
  protected readonly ui = injectUiText();
  protected readonly t = financeSettingsTexts.inject();
  private readonly name = viewChild.required<ElementRef<HTMLInputElement>>('name');
  private readonly year = viewChild.required<ElementRef<HTMLSelectElement>>('year');
  private readonly kind = viewChild.required<ElementRef<HTMLSelectElement>>('kind');

  protected readonly kinds = BUDGET_KINDS;
  protected readonly years = yearsRound(Number(this.request.today.slice(0, 4)), this.request.budget?.year);
  protected readonly startYear = this.request.budget?.year ?? Number(this.request.today.slice(0, 4)) + 1;
  protected readonly adoptedOn = signal<CalendarDate | null>(this.request.budget?.adoptedOn ?? null);
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ name?: string; year?: string; adoptedOn?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private key = randomKey();

  protected async save(): Promise<void> {
    const [name, adoptedOn] = [this.name().nativeElement.value.trim(), this.adoptedOn()];
    this.faults.set({
      name: name ? undefined : this.t('budget.nameMissing'),
      adoptedOn: adoptedOn ? undefined : this.t('budget.adoptedOnMissing'),
    });
    if (this.busy() || !name || !adoptedOn) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const kind = this.kinds.find((one) => one === this.kind().nativeElement.value) ?? 'original';
    const body = { name, year: Number(this.year().nativeElement.value), kind, adoptedOn };
    try {
      const { budget } = this.request;
      this.ref.close(
        budget
          ? await this.client.call(budgetRoutes.changeBudgetVersion, {
              params: { id: budget.id },
              body,
              ifMatch: budget.version,
            })
          : await this.client.call(budgetRoutes.createBudgetVersion, { body, idempotencyKey: this.key }),
      );
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.key = randomKey();
      this.problem.set(problem);
      this.faults.set({
        name: problem.faultOf('name'),
        year: problem.faultOf('year'),
        adoptedOn: problem.faultOf('adoptedOn'),
      });
    } finally {
      this.busy.set(false);
    }
  }
}

/** Budget years one may add: some past ones, this year's and next year's, and the one it has. */
function yearsRound(today: number, known: number | undefined): number[] {
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => today + 1 - index);
  return known === undefined || years.includes(known) ? years : [...years, known].sort((a, b) => b - a);
}
