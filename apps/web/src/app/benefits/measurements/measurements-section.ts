import { Component, computed, inject, input, signal } from '@angular/core';
import { EVIDENCE_KIND_LABELS } from '@hoest/benefits';
import type { Measure } from '@hoest/contracts';
import { DayPipe, Dialogs, LabelPipe, StatusMark, TimePipe, UiLocale } from '@hoest/ui';
import { BenefitStore } from '../benefit/benefit-store';
import { benefitTexts } from '../benefits-texts';
import { BenefitWords } from '../ui/benefit-words';
import { periodName } from '../ui/period-name';
import { RecordDialog, type RecordRequest } from './record-dialog';

type Measurement = Measure['measurements'][number];
type Obligation = Measure['obligations'][number];

/** How many coming deadlines are shown until the reader asks for all. */
const COMING = 3;

/** What was measured – corrections beside what they correct, nothing is rewritten – and what is owed, with how each deadline stands. */
@Component({
  selector: 'app-measurements-section',
  imports: [DayPipe, LabelPipe, StatusMark, TimePipe],
  templateUrl: './measurements-section.html',
  styles: `
    :host {
      display: block;
    }
    .superseded .struck {
      text-decoration: line-through;
      color: var(--ink-3);
    }
    h3 {
      margin: var(--space-5) 0 var(--space-1);
    }
    .all {
      margin-top: var(--space-2);
    }
  `,
})
export class MeasurementsSection {
  protected readonly store = inject(BenefitStore);
  private readonly dialogs = inject(Dialogs);
  private readonly locale = inject(UiLocale);
  protected readonly words = inject(BenefitWords);
  protected readonly t = benefitTexts.inject();
  readonly measure = input.required<Measure>();
  /** Whether the benefit has several, so that each table says whose it is. */
  readonly titled = input(false);

  protected readonly kinds = EVIDENCE_KIND_LABELS;
  protected readonly showAll = signal(false);
  /** Latest first; what was corrected directly under its correction. */
  protected readonly measurements = computed(() => {
    const { measurements } = this.measure();
    const corrections = new Map(measurements.map((one) => [one.supersedesId, one]));
    const chain = (latest: Measurement): Measurement[] => {
      const former = measurements.find(({ id }) => id === latest.supersedesId);
      return former ? [latest, ...chain(former)] : [latest];
    };
    return measurements
      .filter(({ id }) => !corrections.has(id))
      .reverse()
      .flatMap(chain);
  });
  protected readonly hasVolume = computed(() => this.measure().measurements.some(({ volume }) => volume !== null));
  protected readonly obligations = computed(() => {
    const all = this.measure().obligations;
    const coming = all.filter(({ status }) => status === 'not_due');
    const settled = all.filter(({ status }) => status !== 'not_due').reverse();
    return this.showAll()
      ? [...[...coming].reverse(), ...settled]
      : [...coming.slice(0, COMING).reverse(), ...settled.slice(0, 8)];
  });
  protected readonly hidden = computed(() => this.measure().obligations.length - this.obligations().length);

  protected period(obligation: Pick<Obligation, 'periodStart' | 'periodEnd'>): string {
    return periodName(obligation.periodStart, obligation.periodEnd, this.locale.language());
  }

  protected periodOf(measurement: Measurement): string {
    const answered = this.measure().obligations.find(({ id }) => id === measurement.obligationId);
    return answered ? this.period(answered) : '';
  }

  record(): void {
    this.dialogs.open<unknown, RecordRequest>(RecordDialog, { data: { store: this.store, measure: this.measure() } });
  }

  protected correct(corrects: Measurement): void {
    this.dialogs.open<unknown, RecordRequest>(RecordDialog, {
      data: { store: this.store, measure: this.measure(), corrects },
    });
  }
}
