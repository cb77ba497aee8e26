import { Component, computed, inject } from '@angular/core';
import { budgetRoutes, type BudgetVersion } from '@hoest/contracts';
import { DayPipe, Dialogs, Empty, Format, MarkChange } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { ReadingState } from '../../shell/reading-state';
import { BudgetDialog, type BudgetRequest } from './budget-dialog';
import { financeSettingsTexts } from './settings-texts';

/** Budgets as they were adopted; one is corrected until a claim names it. */
@Component({
  selector: 'app-budgets-section',
  imports: [DayPipe, Empty, MarkChange, ReadingState],
  templateUrl: './budgets-section.html',
  styleUrl: './settings-section.css',
})
export class BudgetsSection {
  private readonly dialogs = inject(Dialogs);
  private readonly format = inject(Format);
  private readonly sessions = inject(SessionStore);
  protected readonly t = financeSettingsTexts.inject();
  protected readonly budgets = read(budgetRoutes.listBudgetVersions, () => ({}), { topics: ['finance'] });
  protected readonly mayEdit = computed(() => this.sessions.may('finance.settings'));

  protected estimateYears({ years }: BudgetVersion): string {
    return years.length > 1 ? `${years[1]}–${years.at(-1)}` : '';
  }

  protected edit(budget: BudgetVersion | null): void {
    const today = this.format.dateOf(this.budgets.readAt() ?? new Date());
    this.dialogs
      .open<BudgetVersion, BudgetRequest>(BudgetDialog, { data: { budget, today } })
      .closed.subscribe((saved) => saved && this.budgets.reload());
  }
}
