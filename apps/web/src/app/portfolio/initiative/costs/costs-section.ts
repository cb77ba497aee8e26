import { Component, computed, inject, signal } from '@angular/core';
import { type CostLine, costRoutes } from '@hoest/contracts';
import { sumOf } from '@hoest/quantities';
import { AmountPipe, Empty, Format } from '@hoest/ui';
import { ApiClient } from '../../../api/api-client';
import { ApiProblem } from '../../../api/api-problem';
import { Notices } from '../../../shell/notices';
import { ReadingState } from '../../../shell/reading-state';
import { initiativeTexts, recordTexts } from '../../portfolio-texts';
import { EditSwitch } from '../edit-switch';
import { InitiativeStore } from '../initiative-store';
import { CostRow } from './cost-row';
import { costSums, costYears } from './cost-years';

/** What the initiative costs, per year and kind: plan, forecast, actual; undated totals last. */
@Component({
  selector: 'app-costs-section',
  imports: [AmountPipe, CostRow, EditSwitch, Empty, ReadingState],
  templateUrl: './costs-section.html',
  styleUrl: './costs-section.css',
})
export class CostsSection {
  protected readonly t = recordTexts.inject();
  protected readonly sections = initiativeTexts.inject();
  protected readonly store = inject(InitiativeStore);
  protected readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);

  protected readonly reading = this.store.costs;
  protected readonly currency = computed(() => this.store.initiative()?.currency ?? '');
  protected readonly editing = computed(() => this.store.mayEdit() && this.store.editing() === 'costs');
  private readonly lines = computed(() => this.reading.value()?.items ?? []);
  protected readonly years = computed(() => costYears(this.lines(), this.currency()));
  protected readonly total = computed(() => costSums(this.lines(), this.currency()));
  protected readonly otherCurrencies = computed(() =>
    this.format.list(
      [...new Set(this.lines().map(({ currency }) => currency))].filter((one) => one !== this.currency()),
    ),
  );
  protected readonly sub = computed(() => {
    const years = [...new Set(this.lines().flatMap(({ priceYear }) => (priceYear === null ? [] : [priceYear])))].sort();
    const unit = this.format.amountUnit(this.currency());
    if (years.length === 0) return this.t('costs.unit', { unit });
    return years.length === 1
      ? this.t('costs.unitYear', { unit, year: String(years[0]) })
      : this.t('costs.unitYears', { unit, years: this.format.list(years.map(String)) });
  });
  protected readonly missing = computed(() => this.store.missing().get('costs')?.size ?? 0);
  protected readonly sumKeys = ['plan', 'forecast', 'actual'] as const;
  /** The line added last, which opens unfolded. */
  protected readonly added = signal<string | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected hoursOf(hours: readonly string[]): string {
    return this.t('costs.hoursSum', { hours: this.format.number(sumOf(hours)) });
  }

  /** Adds a line like the latest one, a year on; the first for the present year. */
  protected async add(): Promise<void> {
    const last = this.lines().findLast(({ year }) => year !== null);
    const year = last?.year ?? Number(this.store.today().slice(0, 4));
    const line = await this.post({ kind: 'one_off', year, ...(last?.priceYear && { priceYear: last.priceYear }) });
    if (!line) return;
    this.added.set(line.id);
    await this.store.editSection('costs');
  }

  /** Removes a line; taking it back adds it again with everything it said. */
  protected async remove(line: CostLine): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.client.call(costRoutes.removeCostLine, { params: { id: line.id }, ifMatch: line.version });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      if (problem.problem.status === 412) this.reading.reload();
      return;
    }
    this.store.refresh();
    const { id: _id, initiativeId: _of, version: _version, ...said } = line;
    this.notices.tell({
      text: this.t('costs.removed', { name: line.name ?? this.t('costs.line') }),
      action: { label: this.t('costs.takeBack'), run: () => void this.post(said) },
    });
  }

  private async post(body: Omit<Partial<CostLine>, 'id' | 'initiativeId' | 'version'> & Pick<CostLine, 'kind'>) {
    const id = this.store.id();
    if (!id) return undefined;
    this.problem.set(undefined);
    try {
      const line = await this.client.call(costRoutes.addCostLine, { params: { id }, body });
      this.store.refresh();
      return line;
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      return undefined;
    }
  }
}
