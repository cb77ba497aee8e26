import { Component, computed, inject, signal } from '@angular/core';
import { benefitRoutes } from '@hoest/contracts';
import { Format, injectUiText, Note } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { injectShowField } from '../ui/show-field';

/** Says that the line manager has the benefit because its owner or measurer left, until somebody is chosen – or chosen to keep it. */
@Component({
  selector: 'app-handed-over',
  imports: [Note],
  template: `@for (one of handed(); track one.field) {
    <ui-note kind="watch" [heading]="one.heading">
      <p>{{ one.text }}</p>
      @if (problem(); as refused) {
        <p class="deviation-text" role="alert">{{ refused.problem.title }} {{ refused.problem.detail }}</p>
      }
      @if (store.mayEdit()) {
        <ng-container noteActions>
          <button type="button" class="btn" (click)="choose('benefit-' + one.field)">
            {{ t('handed.choose') }}
          </button>
          <button type="button" class="btn" [disabled]="busy()" (click)="keep(one.field, one.id)">
            {{ busy() ? ui('saving') : t('handed.keep', { name: one.name }) }}
          </button>
        </ng-container>
      }
    </ui-note>
  }`,
  styles: `
    :host {
      display: block;
    }
    ui-note + ui-note {
      margin-top: var(--space-3);
    }
  `,
})
export class HandedOver {
  protected readonly store = inject(BenefitStore);
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  private readonly show = injectShowField();
  protected readonly ui = injectUiText();
  protected readonly t = benefitTexts.inject();
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected readonly handed = computed(() => {
    const benefit = this.store.benefit();
    if (!benefit) return [];
    const roles = [
      {
        field: 'ownerId' as const,
        id: benefit.ownerId,
        name: benefit.ownerName ?? '',
        from: benefit.ownerHandedOverFromName,
        on: benefit.ownerHandedOverOn,
      },
      {
        field: 'measurerId' as const,
        id: benefit.measurerId,
        name: benefit.measurerName ?? '',
        from: benefit.measurerHandedOverFromName,
        on: benefit.measurerHandedOverOn,
      },
    ];
    return roles.flatMap(({ field, id, name, from, on }) => {
      if (on === null) return [];
      const values = { name, from: from ?? '', date: this.format.date(on) };
      return [
        { field, id, name, heading: this.t(`handed.${field}`, values), text: this.t(`handed.${field}.what`, values) },
      ];
    });
  });

  protected choose(anchor: string): void {
    this.store.open('profile');
    // The field becomes a control first.
    setTimeout(() => this.show(anchor));
  }

  /** Chooses the one who took it over. */
  protected async keep(field: 'ownerId' | 'measurerId', id: string | null): Promise<void> {
    const benefit = this.store.benefit();
    if (!benefit || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const call = { params: { id: benefit.id }, body: { [field]: id }, ifMatch: benefit.version };
      this.store.take(await this.client.call(benefitRoutes.changeBenefit, call));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      if (problem.problem.status === 412) this.store.reading.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
