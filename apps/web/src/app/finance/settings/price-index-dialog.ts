import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { type PriceIndex, priceIndexRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DialogBody, Field, injectUiText, Note, NumberInput, PercentInput, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { randomKey } from '../../api/random-key';
import { type DraftYear, riseAt, startingYears, withLevel, withNextYear, withRise } from './estimate-draft';
import { financeSettingsTexts } from './settings-texts';

export interface EstimateRequest {
  /** Of the estimate in force, which the new one starts from. */
  levels: readonly { year: number; level: string }[];
  today: CalendarDate;
}

/** Records a new estimate of the index: from when it was known, where it comes from, and a level or rise for each year. */
@Component({
  selector: 'app-price-index-dialog',
  imports: [DateInput, DialogBody, Field, Note, NumberInput, PercentInput, UiControl],
  templateUrl: './price-index-dialog.html',
  styles: `
    p.muted {
      margin-bottom: var(--space-2);
    }
    td,
    th {
      padding-top: 4px;
      padding-bottom: 4px;
    }
    table {
      table-layout: fixed;
    }
    thead th:first-child {
      width: 64px;
    }
    .more {
      margin-top: var(--space-2);
    }
  `,
  host: { '(keydown.control.enter)': 'save()' },
})
export class PriceIndexDialog {
  private readonly client = inject(ApiClient);
  private readonly request = inject<EstimateRequest>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<PriceIndex>>(DialogRef);
  protected readonly ui = injectUiText();
  protected readonly t = financeSettingsTexts.inject();
  private readonly source = viewChild.required<ElementRef<HTMLInputElement>>('source');

  protected readonly validFrom = signal<CalendarDate | null>(this.request.today);
  protected readonly years = signal<readonly DraftYear[]>(startingYears(this.request.levels, this.request.today));
  protected readonly busy = signal(false);
  protected readonly faults = signal<{
    validFrom?: string;
    source?: string;
    levels: Record<number, string | undefined>;
  }>({
    levels: {},
  });
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  private key = randomKey();

  protected rise(at: number): string | null {
    return riseAt(this.years(), at);
  }

  protected setLevel(at: number, level: string | null): void {
    this.years.update((years) => withLevel(years, at, level));
  }

  protected setRise(at: number, rise: string | null): void {
    this.years.update((years) => withRise(years, at, rise));
  }

  protected more(): void {
    this.years.update(withNextYear);
  }

  protected async save(): Promise<void> {
    const [validFrom, source] = [this.validFrom(), this.source().nativeElement.value.trim()];
    // Years at the end that nobody typed are not part of the estimate; one between others is missing.
    const last = this.years().findLastIndex(({ level }) => level !== null);
    const typed = this.years().slice(0, Math.max(last + 1, 2));
    const missing = typed.flatMap(({ level }, at) => (level === null ? [at] : []));
    this.faults.set({
      validFrom: validFrom ? undefined : this.t('estimate.validFromMissing'),
      source: source ? undefined : this.t('estimate.sourceMissing'),
      levels: Object.fromEntries(missing.map((at) => [at, this.t('estimate.levelMissing')])),
    });
    if (this.busy() || !validFrom || !source || missing.length > 0) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const levels = typed.map(({ year, level }) => ({ year, level: level ?? '' }));
    try {
      const body = { validFrom, source, levels };
      this.ref.close(await this.client.call(priceIndexRoutes.recordPriceIndex, { body, idempotencyKey: this.key }));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.key = randomKey();
      this.problem.set(problem);
      this.faults.set({
        validFrom: problem.faultOf('validFrom'),
        source: problem.faultOf('source'),
        levels: Object.fromEntries(
          levels.map((_, at) => [at, problem.faultOf(`levels/${at}/level`) ?? problem.faultOf(`levels/${at}/year`)]),
        ),
      });
    } finally {
      this.busy.set(false);
    }
  }
}
