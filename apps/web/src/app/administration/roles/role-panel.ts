import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { type RoleAssignment, roleAssignmentRoutes } from '@hoest/contracts';
import { ASSIGNABLE_KIND_LABELS, ASSIGNED_ROLE_LABELS, ROLES_KEPT_BY_OBJECT } from '@hoest/organisation';
import { DayPipe, Format, LabelPipe, SaveStatus } from '@hoest/ui';
import { editRow, type RowEditor } from '../../api/edit-row';
import { EDITED_ROW, type EditedRow } from '../../fields/edited-row';
import { SavedField } from '../../fields/saved-field';
import { ScopeLink } from '../../shell/scope-link';
import { administrationTexts } from '../administration-texts';
import { ObjectLink } from '../ui/object-link';
import { RowPanel } from '../ui/row-panel';

/** One assignment beside the list: its period, and that it still holds. */
@Component({
  selector: 'app-role-panel',
  imports: [DayPipe, LabelPipe, ObjectLink, RowPanel, SavedField, SaveStatus, ScopeLink],
  providers: [{ provide: EDITED_ROW, useExisting: RolePanel }],
  templateUrl: './role-panel.html',
  styleUrl: '../ui/panel.css',
})
export class RolePanel implements EditedRow {
  private readonly format = inject(Format);
  protected readonly t = administrationTexts.inject();
  readonly assignment = input.required<RoleAssignment>();
  readonly changed = output();
  protected readonly row = linkedSignal(() => this.assignment());
  protected readonly roles = ASSIGNED_ROLE_LABELS;
  protected readonly kinds = ASSIGNABLE_KIND_LABELS;

  readonly anchor = 'role';
  readonly writers = new Map<string, (value: unknown) => string>([
    ['confirmedOn', (value) => (typeof value === 'string' ? this.format.date(value) : '')],
  ]);
  private readonly editor = editRow(roleAssignmentRoutes.changeRoleAssignment, {
    row: () => this.row(),
    params: ({ id }: RoleAssignment) => ({ id }),
    saved: (assignment) => {
      this.row.set(assignment);
      this.changed.emit();
    },
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  });
  readonly edit = this.editor as RowEditor<never> as RowEditor<Record<string, unknown>>;

  /** Whether the role is a field of the object, which begins and ends it by itself. */
  protected readonly kept = computed(
    () => ROLES_KEPT_BY_OBJECT[this.assignment().objectKind]?.includes(this.assignment().role) ?? false,
  );
  private readonly today = computed(() => this.format.dateOf(new Date()));
  protected readonly confirmedToday = computed(() => this.row().confirmedOn === this.today());

  value(field: string): unknown {
    return this.row()[field as keyof RoleAssignment];
  }

  editing(): boolean {
    return !this.kept();
  }

  protected confirm(): void {
    void this.editor.save('confirmedOn', this.today());
  }
}
