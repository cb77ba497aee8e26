import { Component, computed, inject, signal } from '@angular/core';
import { benefitRoutes, type MovedPlan } from '@hoest/contracts';
import { DayPipe, Dialogs, Format, injectUiText, Note } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { BenefitWords } from '../ui/benefit-words';
import { movedWords } from './moved-words';
import { RebaselineDialog } from './rebaseline-dialog';

/**
 * The go-live has moved and the plan has not: says how far, shows the plan that is proposed, and lets people take it – a draft at
 * once, a frozen plan by a decision. Nothing moves by itself.
 */
@Component({
  selector: 'app-moved-plan',
  imports: [DayPipe, Note],
  templateUrl: './moved-plan.html',
  styles: `
    :host {
      display: block;
    }
    table {
      width: auto;
      min-width: min(100%, 420px);
      margin: var(--space-3) 0;
    }
  `,
})
export class MovedPlanNote {
  private readonly client = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly format = inject(Format);
  private readonly words = inject(BenefitWords);
  protected readonly store = inject(BenefitStore);
  protected readonly ui = injectUiText();
  protected readonly t = benefitTexts.inject();

  protected readonly moved = computed(() => this.store.benefit()?.movedPlan ?? undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected readonly heading = computed(() => {
    const moved = this.moved();
    if (!moved) return '';
    const how = movedWords(moved, this.t);
    return this.t(moved.totalDays > 0 ? 'moved.later' : 'moved.earlier', { how });
  });
  protected readonly what = computed(() => {
    const moved = this.moved();
    if (!moved) return '';
    const values = { from: this.format.date(moved.assumed), to: this.format.date(moved.goLive) };
    return this.t(moved.isLive ? 'moved.whatLive' : 'moved.what', values);
  });
  /** Start and target points, as they stand and as proposed. */
  protected readonly rows = computed(() => {
    const [moved, benefit] = [this.moved(), this.store.benefit()];
    if (!moved || !benefit) return [];
    const several = moved.measures.length > 1;
    const dates = [
      { name: this.t('startsOn'), from: moved.former.startsOn, to: moved.startsOn },
      { name: this.t('endsOn'), from: moved.former.endsOn, to: moved.endsOn },
    ].filter(({ from, to }) => from !== to);
    const points = moved.measures.flatMap(({ measureId, former, points }) => {
      const measure = benefit.measures.find(({ id }) => id === measureId);
      return points.map(({ dueOn, value }, index) => ({
        name: [several ? measure?.name : '', this.words.quantity(value, measure?.unit)].filter(Boolean).join(': '),
        from: former[index]?.dueOn ?? null,
        to: dueOn,
      }));
    });
    return [...dates, ...points];
  });

  protected async accept(moved: MovedPlan): Promise<void> {
    const benefit = this.store.benefit();
    if (!benefit || this.busy()) return;
    if (moved.isFrozen) {
      this.dialogs.open(RebaselineDialog, { data: { store: this.store, proposed: moved }, width: '760px' });
      return;
    }
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const call = { params: { id: benefit.id }, ifMatch: benefit.version };
      this.store.take(await this.client.call(benefitRoutes.acceptMovedPlan, call));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      if (problem.problem.status === 412) this.store.reading.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
