import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CostLine, costRoutes } from '@hoest/contracts';
import { COST_KIND_LABELS, COST_KINDS } from '@hoest/portfolio';
import { AmountPipe, Format, MarkChange, NumberPipe, UiLocale } from '@hoest/ui';
import { editRow, type RowEditor } from '../../../api/edit-row';
import { EDITED_ROW, type EditedRow } from '../../../fields/edited-row';
import { SavedField } from '../../../fields/saved-field';
import { recordTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';

/** One cost line: read as a row of the table; while costs are edited its amounts stand in fields and its other facts unfold. */
@Component({
  selector: 'app-cost-row',
  imports: [AmountPipe, MarkChange, NumberPipe, SavedField],
  providers: [{ provide: EDITED_ROW, useExisting: CostRow }],
  templateUrl: './cost-row.html',
  styleUrl: './cost-row.css',
  host: { role: 'row', '[class.editing]': 'editing()' },
})
export class CostRow implements EditedRow {
  protected readonly t = recordTexts.inject();
  private readonly store = inject(InitiativeStore);
  private readonly locale = inject(UiLocale);
  protected readonly format = inject(Format);
  protected readonly kindLabels = COST_KIND_LABELS;
  readonly line = input.required<CostLine>();
  readonly removed = output();
  /** Opens with its other facts, for a line that was just added. */
  readonly startOpen = input(false);
  protected readonly unfolded = signal<boolean | undefined>(undefined);
  protected readonly open = computed(() => this.unfolded() ?? this.startOpen());

  readonly anchor = 'cost';
  readonly writers = new Map<string, (value: unknown) => string>();
  readonly edit = editRow(costRoutes.changeCostLine, {
    row: () => this.line(),
    params: ({ id }: CostLine) => ({ id }),
    saved: (line) => this.store.takeCostLine(line),
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  }) as RowEditor<never> as RowEditor<Record<string, unknown>>;
  readonly editing = computed(() => this.store.mayEdit() && this.store.editing() === 'costs');

  protected readonly kinds = computed(() =>
    COST_KINDS.map((id) => ({ id, label: this.locale.label(COST_KIND_LABELS[id]) })),
  );
  protected readonly name = computed(() => this.line().name ?? this.locale.label(COST_KIND_LABELS[this.line().kind]));
  protected readonly isHours = computed(() => this.line().kind === 'internal_hours');
  protected readonly details = computed(() =>
    [
      this.line().name === null ? '' : this.locale.label(COST_KIND_LABELS[this.line().kind]).toLowerCase(),
      this.line().isChangeEffort ? this.t('costs.changeEffort') : '',
      this.line().currency === this.store.initiative()?.currency ? '' : this.line().currency,
      this.line().note ?? '',
    ]
      .filter(Boolean)
      .join(' · '),
  );
  protected readonly amounts = ['planMinor', 'forecastMinor', 'actualMinor'] as const;

  value(field: string): unknown {
    return (this.line() as Record<string, unknown>)[field];
  }
}
