import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { isSamePath } from '@hoest/benefits';
import { type Benefit, benefitRoutes, type Measure, type MovedPlan } from '@hoest/contracts';
import { type CalendarDate, Decimal, type DecimalValue } from '@hoest/quantities';
import {
  type ChartSeries,
  DateInput,
  DialogBody,
  Field,
  Format,
  injectUiText,
  LineChart,
  MoneyInput,
  type MovedPoint,
  Note,
  PercentInput,
  UiControl,
} from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import type { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { type EditedPoint, repeatedDays, toPoints, toRows, withValueAt } from '../path/edited-path';
import { PointsTable } from '../path/points-table';
import { DecisionPicker } from './decision-picker';

interface EditedMeasure {
  measure: Measure;
  rows: readonly EditedPoint[];
}

/**
 * A new version of a frozen plan: by a decision, with a reason. The frozen plan keeps all headline figures; the new one stands beside
 * it.
 */
@Component({
  selector: 'app-rebaseline-dialog',
  imports: [
    DateInput,
    DecisionPicker,
    DialogBody,
    Field,
    LineChart,
    MoneyInput,
    Note,
    PercentInput,
    PointsTable,
    UiControl,
  ],
  templateUrl: './rebaseline-dialog.html',
  styles: `
    p.muted {
      margin-bottom: var(--space-2);
    }
    :host {
      display: block;
    }
    h3 {
      margin-top: var(--space-5);
    }
    ui-line-chart {
      margin: var(--space-2) 0;
    }
  `,
})
export class RebaselineDialog {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  protected readonly ref = inject<DialogRef<unknown>>(DialogRef);
  private readonly request = inject<{ store: BenefitStore; proposed?: MovedPlan }>(DIALOG_DATA);
  protected readonly store = this.request.store;
  /** Dates to begin with, where a moved go-live proposes them. */
  private readonly proposed = this.request.proposed;
  protected readonly ui = injectUiText();
  protected readonly t = benefitTexts.inject();
  private readonly reason = viewChild.required<ElementRef<HTMLTextAreaElement>>('reason');

  protected readonly benefit = this.store.benefit;
  private readonly before: Benefit | undefined = this.benefit();
  protected readonly decisionId = signal<string | null>(null);
  protected readonly value = signal<string | null>(this.before?.fullYearValueMinor ?? null);
  protected readonly attribution = signal<string | null>(this.before?.attribution ?? null);
  protected readonly startsOn = signal<CalendarDate | null>((this.proposed ?? this.before)?.startsOn ?? null);
  protected readonly endsOn = signal<CalendarDate | null>((this.proposed ?? this.before)?.endsOn ?? null);
  protected readonly paths = signal<readonly EditedMeasure[]>(
    (this.before?.measures ?? []).map((measure) => ({ measure, rows: toRows(this.pointsOf(measure)) })),
  );
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ reason?: string; decisionId?: string; attribution?: string; points?: string }>(
    {},
  );
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly write = (value: DecimalValue) => this.format.number(value, { maxDecimals: 2 });

  /** Frozen plan and new one of each measure. */
  protected readonly charts = computed(() =>
    this.paths().map(({ measure, rows }) => {
      const drawn = (points: readonly { dueOn: CalendarDate; value: string }[]) =>
        points.map(({ dueOn, value }) => ({ date: dueOn, value }));
      const plan: ChartSeries = {
        id: 'plan',
        name: this.t('path.frozen'),
        kind: 'plan',
        step: measure.interpolation === 'step',
        points: drawn(measure.plan?.points ?? []),
      };
      const draft: ChartSeries = {
        id: 'draft',
        name: this.t('path.newPlan'),
        kind: 'proposal',
        step: measure.interpolation === 'step',
        points: drawn(toPoints(rows)),
        editable: true,
      };
      return { measure, rows, series: [plan, draft].filter(({ points }) => points.length > 0) };
    }),
  );

  private pointsOf(measure: Measure): Measure['targetPoints'] {
    return this.proposed?.measures.find(({ measureId }) => measureId === measure.id)?.points ?? measure.targetPoints;
  }

  protected setRows(measure: Measure, rows: readonly EditedPoint[]): void {
    this.paths.update((paths) => paths.map((path) => (path.measure.id === measure.id ? { measure, rows } : path)));
  }

  protected move(measure: Measure, { series, index, value }: MovedPoint): void {
    const rows = this.paths().find((path) => path.measure.id === measure.id)?.rows ?? [];
    if (series === 'draft') this.setRows(measure, withValueAt(rows, index, new Decimal(value).toFixed()));
  }

  protected async save(): Promise<void> {
    const benefit = this.benefit();
    const reason = this.reason().nativeElement.value.trim();
    const [decisionId, attribution] = [this.decisionId(), this.attribution()];
    const repeated = this.paths().some(({ rows }) => repeatedDays(rows).size > 0);
    this.faults.set({
      reason: reason ? undefined : this.t('fault.reasonMissing'),
      decisionId: decisionId === null ? this.t('fault.decisionMissing') : undefined,
      attribution: attribution === null ? this.t('fault.attributionMissing') : undefined,
      points: repeated ? this.t('fault.repeatedDay') : undefined,
    });
    if (!benefit || !reason || decisionId === null || attribution === null || repeated) return;
    const targetPoints = this.paths().flatMap(({ measure, rows }) =>
      isSamePath(toPoints(rows), measure.targetPoints) ? [] : [{ measureId: measure.id, points: toPoints(rows) }],
    );
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const answer = await this.client.call(benefitRoutes.rebaselineBenefit, {
        params: { id: benefit.id },
        ifMatch: benefit.version,
        body: {
          decisionId,
          reason,
          ...(benefit.monetised && { fullYearValueMinor: this.value() }),
          attribution,
          startsOn: this.startsOn(),
          endsOn: this.endsOn(),
          ...(targetPoints.length > 0 && { targetPoints }),
        },
      });
      this.store.take(answer);
      this.ref.close();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.faults.set({
        reason: problem.faultOf('reason'),
        decisionId: problem.faultOf('decisionId'),
        attribution: problem.faultOf('attribution'),
        points: problem.faultOf('targetPoints'),
      });
      this.problem.set(problem);
      if (problem.problem.status === 412) this.store.reading.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
