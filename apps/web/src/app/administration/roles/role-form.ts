import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { type RoleAssignment, roleAssignmentRoutes } from '@hoest/contracts';
import {
  ASSIGNABLE_KIND_LABELS,
  ASSIGNED_ROLE_LABELS,
  ASSIGNED_ROLES,
  type AssignedRole,
  ROLES_KEPT_BY_OBJECT,
} from '@hoest/organisation';
import type { CalendarDate } from '@hoest/quantities';
import { Choose, DateInput, Field, Format, LabelPipe, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { randomKey } from '../../api/random-key';
import { People } from '../../organisation/people';
import { administrationTexts } from '../administration-texts';
import { FormProblem } from '../ui/form-problem';
import { OpenedRow } from '../ui/opened-row';
import { RowPanel } from '../ui/row-panel';
import { AssignableObjects, CHOSEN_KINDS, type ChosenKind } from './assignable-objects';

const FIELDS = ['personId', 'role', 'objectKind', 'objectId', 'validFrom', 'validTo'] as const;
type FieldName = (typeof FIELDS)[number];

/** Says who answers for something from a day on. */
@Component({
  selector: 'app-role-form',
  imports: [Choose, DateInput, Field, FormProblem, LabelPipe, RowPanel, UiControl],
  providers: [AssignableObjects],
  templateUrl: './role-form.html',
  styleUrl: '../ui/panel.css',
})
export class RoleForm {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly objects = inject(AssignableObjects);
  protected readonly people = inject(People);
  protected readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();
  /** Whom it is for, until another person is chosen. */
  readonly personId = input.required<string | null>();
  readonly added = output<RoleAssignment>();

  protected readonly fields = FIELDS;
  protected readonly kinds = CHOSEN_KINDS;
  protected readonly kindLabels = ASSIGNABLE_KIND_LABELS;
  protected readonly roleLabels = ASSIGNED_ROLE_LABELS;
  protected readonly person = linkedSignal(() => this.personId());
  protected readonly kind = signal<ChosenKind>('unit');
  /** Roles that are given by hand on the chosen kind; the others are chosen on the object. */
  protected readonly roles = computed(() =>
    ASSIGNED_ROLES.filter((role) => !ROLES_KEPT_BY_OBJECT[this.kind()]?.includes(role)),
  );
  protected readonly role = linkedSignal<readonly AssignedRole[], AssignedRole>({
    source: this.roles,
    computation: (roles, previous) => {
      const former = previous?.value;
      return former && roles.includes(former) ? former : (roles[0] ?? 'portfolio_owner');
    },
  });
  protected readonly object = linkedSignal<ChosenKind, string | null>({
    source: this.kind,
    computation: (kind) => (kind === 'organisation' ? (this.objects.optionsOf(kind)?.[0]?.id ?? null) : null),
  });
  protected readonly options = computed(() => this.objects.optionsOf(this.kind()));
  protected readonly validFrom = signal<CalendarDate | null>(this.format.dateOf(new Date()));
  protected readonly validTo = signal<CalendarDate | null>(null);
  protected readonly busy = signal(false);
  protected readonly missing = signal<Partial<Record<FieldName, string>>>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private key = randomKey();

  constructor() {
    effect(() => void this.people.load());
    effect(() => {
      const kind = this.kind();
      untracked(() => void this.load(kind));
    });
  }

  protected fault(field: FieldName): string | undefined {
    return this.missing()[field] ?? this.problem()?.faultOf(field);
  }

  protected chooseKind(text: string): void {
    this.kind.set(CHOSEN_KINDS.find((one) => one === text) ?? 'unit');
  }

  protected chooseRole(text: string): void {
    const role = this.roles().find((one) => one === text);
    if (role) this.role.set(role);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const [personId, objectId, validFrom] = [this.person(), this.object(), this.validFrom()];
    this.missing.set({
      personId: personId ? undefined : this.t('role.personMissing'),
      objectId: objectId ? undefined : this.t('role.objectMissing'),
      validFrom: validFrom ? undefined : this.t('role.validFromMissing'),
    });
    if (!personId || !objectId || !validFrom || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = {
        personId,
        objectKind: this.kind(),
        objectId,
        role: this.role(),
        validFrom,
        validTo: this.validTo(),
      };
      this.added.emit(
        await this.client.call(roleAssignmentRoutes.createRoleAssignment, { body, idempotencyKey: this.key }),
      );
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      this.key = randomKey();
    } finally {
      this.busy.set(false);
    }
  }

  private async load(kind: ChosenKind): Promise<void> {
    try {
      await this.objects.load(kind);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    }
  }
}
