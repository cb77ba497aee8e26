import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { accountRoutes, type Person, personRoutes } from '@hoest/contracts';
import { ACCESS_ROLE_LABELS, MANAGER_LEVEL_LABELS, MANAGER_LEVELS } from '@hoest/organisation';
import { Format, type Option, UiLocale } from '@hoest/ui';
import { editRow, type RowEditor } from '../../api/edit-row';
import { read } from '../../api/read';
import { EDITED_ROW, type EditedRow } from '../../fields/edited-row';
import { SavedField } from '../../fields/saved-field';
import { SessionStore } from '../../organisation/session-store';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { administrationTexts } from '../administration-texts';
import { RowPanel } from '../ui/row-panel';

/** One person beside the list: the fields save by themselves; the way to sign-in and responsibilities. */
@Component({
  selector: 'app-person-panel',
  imports: [ReadingState, RowPanel, SavedField, ScopeLink],
  providers: [{ provide: EDITED_ROW, useExisting: PersonPanel }],
  templateUrl: './person-panel.html',
  styleUrl: '../ui/panel.css',
})
export class PersonPanel implements EditedRow {
  private readonly sessions = inject(SessionStore);
  private readonly scope = inject(Scope);
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  protected readonly t = administrationTexts.inject();
  readonly person = input.required<Person>();
  readonly changed = output();
  /** The row as the latest write answered it, until the list brings it too. */
  private readonly row = linkedSignal(() => this.person());

  readonly anchor = 'person';
  readonly writers = new Map<string, (value: unknown) => string>();
  private readonly editor = editRow(personRoutes.changePerson, {
    row: () => this.row(),
    params: ({ id }: Person) => ({ id }),
    saved: (person) => {
      this.row.set(person);
      this.changed.emit();
    },
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  });
  readonly edit = this.editor as RowEditor<never> as RowEditor<Record<string, unknown>>;

  protected readonly mayManageAccess = computed(() => this.sessions.may('access.manage'));
  protected readonly accounts = read(accountRoutes.listAccounts, () =>
    this.mayManageAccess() ? { query: { 'filter[personId]': this.person().id } } : undefined,
  );
  protected readonly unitName = computed(() => this.nameOf(this.row().unitId));
  protected readonly units = computed<readonly Option[]>(() =>
    (this.scope.units() ?? []).map(({ id, name, code, level }) => ({ id, label: name, hint: code, depth: level })),
  );
  protected readonly levels = computed<readonly Option[]>(() =>
    MANAGER_LEVELS.map((id) => ({ id, label: this.locale.label(MANAGER_LEVEL_LABELS[id]) })),
  );
  protected readonly access = computed(() =>
    this.accounts.value()?.items.map(({ id, active, email, grants }) => ({
      id,
      email,
      active,
      roles: this.format.list(
        grants.map(({ role, unitId }) =>
          unitId
            ? this.t('access.roleIn', { role: this.locale.label(ACCESS_ROLE_LABELS[role]), unit: this.nameOf(unitId) })
            : this.locale.label(ACCESS_ROLE_LABELS[role]),
        ),
      ),
    })),
  );

  value(field: string): unknown {
    return this.row()[field as keyof Person];
  }

  editing(): boolean {
    return true;
  }

  private nameOf(unitId: string): string {
    return this.scope.units()?.find(({ id }) => id === unitId)?.name ?? '';
  }
}
