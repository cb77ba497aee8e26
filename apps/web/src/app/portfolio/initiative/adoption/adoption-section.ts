import { Component, computed, inject, signal } from '@angular/core';
import { adoptionRoutes } from '@hoest/contracts';
import { Empty, Field, PercentInput, UiControl } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { ReadingState } from '../../../shell/reading-state';
import { initiativeTexts, recordTexts } from '../../portfolio-texts';
import { EditSwitch } from '../edit-switch';
import { InitiativeStore } from '../initiative-store';
import { SeriesOfUse } from './series-of-use';

/** How far the initiative is in use: series of actual against intended use, month by month. */
@Component({
  selector: 'app-adoption-section',
  imports: [EditSwitch, Empty, Field, PercentInput, ReadingState, SeriesOfUse, UiControl],
  templateUrl: './adoption-section.html',
  styles: `
    :host {
      display: block;
    }
    section {
      outline: none;
    }
    form {
      padding-top: var(--space-2);
    }
  `,
})
export class AdoptionSection {
  protected readonly t = recordTexts.inject();
  protected readonly sections = initiativeTexts.inject();
  protected readonly store = inject(InitiativeStore);
  private readonly client = inject(ApiClient);

  protected readonly reading = this.store.adoption;
  protected readonly series = computed(() => this.reading.value()?.items ?? []);
  protected readonly editing = computed(() => this.store.mayEdit() && this.store.editing() === 'adoption');
  protected readonly target = signal<string | null>('1');
  protected readonly busy = signal(false);
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async add(event: Event, field: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const [id, name, targetRate] = [this.store.id(), field.value.trim(), this.target()];
    this.fault.set(name ? undefined : this.t('adoption.nameMissing'));
    if (!id || !name || targetRate === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.client.call(adoptionRoutes.addAdoptionSeries, { params: { id }, body: { name, targetRate } });
      field.value = '';
      this.reading.reload();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
