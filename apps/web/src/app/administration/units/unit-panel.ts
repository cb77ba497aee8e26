import { Component, computed, inject, input, output } from '@angular/core';
import { type Unit, unitRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import type { Option } from '@hoest/ui';
import { editRow, type RowEditor } from '../../api/edit-row';
import { EDITED_ROW, type EditedRow } from '../../fields/edited-row';
import { SavedField } from '../../fields/saved-field';
import { SessionStore } from '../../organisation/session-store';
import { ScopeLink } from '../../shell/scope-link';
import { administrationTexts } from '../administration-texts';
import { OpenLink } from '../ui/open-link';
import { RowPanel } from '../ui/row-panel';
import { isClosed, subtreeOf } from './unit-tree';

/** One unit beside the tree: its fields save by themselves; another parent moves it with everything below it. */
@Component({
  selector: 'app-unit-panel',
  imports: [OpenLink, RowPanel, SavedField, ScopeLink],
  providers: [{ provide: EDITED_ROW, useExisting: UnitPanel }],
  templateUrl: './unit-panel.html',
  styleUrl: '../ui/panel.css',
})
export class UnitPanel implements EditedRow {
  private readonly sessions = inject(SessionStore);
  protected readonly t = administrationTexts.inject();
  readonly unit = input.required<Unit>();
  /** Every unit, parents before children. */
  readonly units = input.required<readonly Unit[]>();
  readonly today = input.required<CalendarDate>();
  readonly saved = output<Unit>();

  readonly anchor = 'unit';
  readonly writers = new Map<string, (value: unknown) => string>();
  private readonly editor = editRow(unitRoutes.changeUnit, {
    row: () => this.unit(),
    params: ({ id }: Unit) => ({ id }),
    saved: (unit) => this.saved.emit(unit),
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  });
  readonly edit = this.editor as RowEditor<never> as RowEditor<Record<string, unknown>>;

  protected readonly mayEdit = computed(() => this.sessions.may('organisation.edit'));
  protected readonly isTop = computed(() => this.unit().parentId === null);
  private readonly subtree = computed(() => subtreeOf(this.units(), this.unit().id));
  protected readonly below = computed(() => this.subtree().size - 1);
  /** Units that this one can lie below: all but itself and what lies below it. */
  protected readonly parents = computed<readonly Option[]>(() =>
    this.units()
      .filter(({ id }) => !this.subtree().has(id))
      .map(({ id, name, code, level }) => ({ id, label: name, hint: code, depth: level })),
  );
  protected readonly path = computed(() => {
    const byId = new Map(this.units().map((unit) => [unit.id, unit]));
    const names: string[] = [];
    for (let id = this.unit().parentId; id !== null; id = byId.get(id)?.parentId ?? null)
      names.unshift(byId.get(id)?.name ?? '');
    return names.join(' › ');
  });
  protected readonly isClosed = computed(() => isClosed(this.unit(), this.today()));

  value(field: string): unknown {
    return this.unit()[field as keyof Unit];
  }

  editing(): boolean {
    return this.mayEdit();
  }
}
