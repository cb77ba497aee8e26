import { Component, computed, inject, output, signal } from '@angular/core';
import { type Person, personRoutes } from '@hoest/contracts';
import { MANAGER_LEVEL_LABELS, MANAGER_LEVELS, type ManagerLevel } from '@hoest/organisation';
import { Choose, Field, LabelPipe, type Option, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { randomKey } from '../../api/random-key';
import { Scope } from '../../shell/scope';
import { administrationTexts } from '../administration-texts';
import { FormProblem } from '../ui/form-problem';
import { OpenedRow } from '../ui/opened-row';
import { RowPanel } from '../ui/row-panel';

const FIELDS = ['name', 'title', 'email', 'unitId', 'managerLevel'] as const;
type FieldName = (typeof FIELDS)[number];

/** A new person of a unit. */
@Component({
  selector: 'app-person-form',
  imports: [Choose, Field, FormProblem, LabelPipe, RowPanel, UiControl],
  templateUrl: './person-form.html',
  styleUrl: '../ui/panel.css',
})
export class PersonForm {
  private readonly client = inject(ApiClient);
  private readonly scope = inject(Scope);
  protected readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();
  readonly added = output<Person>();

  protected readonly fields = FIELDS;
  protected readonly levels = MANAGER_LEVELS;
  protected readonly levelLabels = MANAGER_LEVEL_LABELS;
  protected readonly name = signal('');
  protected readonly title = signal('');
  protected readonly email = signal('');
  protected readonly unitId = signal<string | null>(this.scope.unitId() ?? null);
  protected readonly managerLevel = signal<ManagerLevel>('none');
  protected readonly busy = signal(false);
  protected readonly missing = signal<Partial<Record<FieldName, string>>>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private key = randomKey();

  protected readonly units = computed<readonly Option[]>(() =>
    (this.scope.units() ?? []).map(({ id, name, code, level }) => ({ id, label: name, hint: code, depth: level })),
  );

  protected fault(field: FieldName): string | undefined {
    return this.missing()[field] ?? this.problem()?.faultOf(field);
  }

  protected chooseLevel(level: string): void {
    this.managerLevel.set(MANAGER_LEVELS.find((one) => one === level) ?? 'none');
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const [name, unitId] = [this.name().trim(), this.unitId()];
    this.missing.set({
      name: name ? undefined : this.t('person.nameMissing'),
      unitId: unitId ? undefined : this.t('person.unitMissing'),
    });
    if (!name || !unitId || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = {
        name,
        unitId,
        title: this.title().trim() || null,
        email: this.email().trim() || null,
        managerLevel: this.managerLevel(),
      };
      this.added.emit(await this.client.call(personRoutes.createPerson, { body, idempotencyKey: this.key }));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      this.key = randomKey();
    } finally {
      this.busy.set(false);
    }
  }
}
