import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type Unit, unitRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { Choose, DateInput, Field, Format, type Option, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { randomKey } from '../../api/random-key';
import { administrationTexts } from '../administration-texts';
import { FormProblem } from '../ui/form-problem';
import { OpenedRow } from '../ui/opened-row';
import { RowPanel } from '../ui/row-panel';

const FIELDS = ['name', 'code', 'parentId', 'validFrom', 'inScope'] as const;

/** A new unit below another one. */
@Component({
  selector: 'app-unit-form',
  imports: [Choose, DateInput, Field, FormProblem, RowPanel, UiControl],
  templateUrl: './unit-form.html',
  styleUrl: '../ui/panel.css',
})
export class UnitForm {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  protected readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();
  readonly units = input.required<readonly Unit[]>();
  /** The unit it is to lie below, until another one is chosen. */
  readonly parentId = input.required<string | null>();
  readonly added = output<Unit>();

  protected readonly fields = FIELDS;
  protected readonly name = signal('');
  protected readonly code = signal('');
  protected readonly parent = linkedSignal(() => this.parentId());
  protected readonly validFrom = signal<CalendarDate | null>(this.format.dateOf(new Date()));
  protected readonly inScope = signal(true);
  protected readonly busy = signal(false);
  protected readonly missing = signal<{ name?: string; code?: string; parentId?: string; validFrom?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** The same key for every attempt: a lost answer adds once. */
  private key = randomKey();

  protected readonly parents = computed<readonly Option[]>(() =>
    this.units().map(({ id, name, code, level }) => ({ id, label: name, hint: code, depth: level })),
  );

  protected fault(field: 'name' | 'code' | 'parentId' | 'validFrom'): string | undefined {
    return this.missing()[field] ?? this.problem()?.faultOf(field);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const [name, code, parentId, validFrom] = [this.name().trim(), this.code().trim(), this.parent(), this.validFrom()];
    this.missing.set({
      name: name ? undefined : this.t('unit.nameMissing'),
      code: code ? undefined : this.t('unit.codeMissing'),
      parentId: parentId ? undefined : this.t('unit.parentMissing'),
      validFrom: validFrom ? undefined : this.t('unit.validFromMissing'),
    });
    if (!name || !code || !parentId || !validFrom || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = { name, code, parentId, validFrom, inScope: this.inScope() };
      this.added.emit(await this.client.call(unitRoutes.createUnit, { body, idempotencyKey: this.key }));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      // A refused wish is over; what is corrected is another one.
      this.key = randomKey();
    } finally {
      this.busy.set(false);
    }
  }
}
