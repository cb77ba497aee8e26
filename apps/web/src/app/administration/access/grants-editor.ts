import { Component, computed, inject, input, model } from '@angular/core';
import { ACCESS_ROLE_LABELS, ACCESS_ROLES, type AccessGrant } from '@hoest/organisation';
import { Choose, Icon, LabelPipe, type Option } from '@hoest/ui';
import { Scope } from '../../shell/scope';
import { administrationTexts } from '../administration-texts';

/** What a sign-in may do: roles, each for the whole organisation or for one unit and those below it. */
@Component({
  selector: 'app-grants-editor',
  imports: [Choose, Icon, LabelPipe],
  templateUrl: './grants-editor.html',
  styleUrl: './grants-editor.css',
})
export class GrantsEditor {
  private readonly scope = inject(Scope);
  protected readonly t = administrationTexts.inject();
  readonly grants = model.required<readonly AccessGrant[]>();
  readonly disabled = input(false);

  protected readonly roles = ACCESS_ROLES;
  protected readonly labels = ACCESS_ROLE_LABELS;
  protected readonly units = computed<readonly Option[]>(() =>
    (this.scope.units() ?? []).map(({ id, name, code, level }) => ({ id, label: name, hint: code, depth: level })),
  );

  protected setRole(index: number, text: string): void {
    const role = ACCESS_ROLES.find((one) => one === text);
    if (role) this.replace(index, { role });
  }

  protected replace(index: number, change: Partial<AccessGrant>): void {
    this.grants.update((grants) => grants.map((grant, at) => (at === index ? { ...grant, ...change } : grant)));
  }

  protected drop(index: number): void {
    this.grants.update((grants) => grants.filter((_, at) => at !== index));
  }

  protected add(): void {
    const unused = ACCESS_ROLES.find((role) => !this.grants().some((grant) => grant.role === role));
    this.grants.update((grants) => [...grants, { role: unused ?? 'project_manager', unitId: null }]);
  }
}
