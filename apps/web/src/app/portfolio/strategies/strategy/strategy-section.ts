import { Component, computed, inject, input, output } from '@angular/core';
import { type Goal, type Strategy, strategyRoutes } from '@hoest/contracts';
import { ADOPTING_BODIES, ADOPTING_BODY_LABELS, FOLLOWUP_KIND_LABELS } from '@hoest/portfolio';
import { DayPipe, Dialogs, Format, LabelPipe, MarkChange, UiLocale } from '@hoest/ui';
import { editRow, type RowEditor } from '../../../api/edit-row';
import { EDITED_ROW, type EditedRow } from '../../../fields/edited-row';
import { SavedField } from '../../../fields/saved-field';
import { ScopeLink } from '../../../shell/scope-link';
import { GoalWords } from '../goal/goal-words';
import { strategiesTexts } from '../strategies-texts';
import { FollowupDialog } from './followup-dialog';
import { NewGoalDialog } from './new-goal-dialog';

/** One strategy: who adopted it and for how long, its goals with where they stand and who carries them, its follow-ups. */
@Component({
  selector: 'app-strategy-section',
  imports: [DayPipe, LabelPipe, MarkChange, SavedField, ScopeLink],
  providers: [{ provide: EDITED_ROW, useExisting: StrategySection }],
  templateUrl: './strategy-section.html',
  styleUrl: './strategy-section.css',
})
export class StrategySection implements EditedRow {
  protected readonly t = strategiesTexts.inject();
  protected readonly words = inject(GoalWords);
  private readonly dialogs = inject(Dialogs);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly bodyLabels = ADOPTING_BODY_LABELS;
  protected readonly followupLabels = FOLLOWUP_KIND_LABELS;

  readonly strategy = input.required<Strategy>();
  readonly goals = input.required<readonly Goal[]>();
  readonly past = input.required<boolean>();
  readonly editing = input.required<boolean>();
  readonly mayEdit = input.required<boolean>();
  /** Whether the reader wants to edit it. */
  readonly startEditing = output<boolean>();
  readonly changed = output<Strategy>();
  readonly goalsChanged = output();

  readonly anchor = 'strategy';
  readonly writers = new Map<string, (value: unknown) => string>();
  readonly edit = editRow(strategyRoutes.changeStrategy, {
    row: () => this.strategy(),
    params: ({ id }: Strategy) => ({ id }),
    saved: (strategy) => this.changed.emit(strategy),
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  }) as RowEditor<never> as RowEditor<Record<string, unknown>>;

  protected readonly bodies = computed(() =>
    ADOPTING_BODIES.map((id) => ({ id, label: this.locale.label(ADOPTING_BODY_LABELS[id]) })),
  );
  /** "Vedtaget af Byrådet 01.02.2024 · gælder 01.02.2024–29.02.2028" */
  protected readonly sub = computed(() => {
    const { adoptedBy, adoptedOn, validFrom, validTo } = this.strategy();
    const adopted = adoptedBy && {
      body: this.locale.label(ADOPTING_BODY_LABELS[adoptedBy]),
      date: adoptedOn ? this.format.date(adoptedOn) : '',
    };
    const from = this.format.date(validFrom);
    return [
      adopted ? this.t('adopted', adopted).trim() : this.t('notAdopted'),
      validTo ? this.t('valid', { from, to: this.format.date(validTo) }) : this.t('validFrom', { from }),
    ].join(' · ');
  });
  /** Goals in force that no active initiative carries. */
  protected readonly without = computed(() =>
    this.past() ? 0 : this.goals().filter(({ activeInitiatives }) => activeInitiatives === 0).length,
  );

  value(field: string): unknown {
    return (this.strategy() as Record<string, unknown>)[field];
  }

  protected recordFollowup(): void {
    this.dialogs.open<Strategy, Strategy>(FollowupDialog, { data: this.strategy() }).closed.subscribe((strategy) => {
      if (strategy) this.changed.emit(strategy);
    });
  }

  protected addGoal(): void {
    const data = { strategy: this.strategy(), goals: this.goals() };
    this.dialogs.open(NewGoalDialog, { data }).closed.subscribe((added) => {
      if (added) this.goalsChanged.emit();
    });
  }
}
