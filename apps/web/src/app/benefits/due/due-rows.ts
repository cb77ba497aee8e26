import { computed, inject, Injectable, type Signal, signal } from '@angular/core';
import type { DueMeasurement } from '@hoest/contracts';
import { dateReader, Format, injectUiText, numberReader, UiLocale } from '@hoest/ui';
import { benefitsTexts } from '../benefits-texts';
import { periodName } from '../ui/period-name';
import { DueEntries } from './due-entries';
import { type CellFault, type EntryReaders, type MeasurementBody, proposedDate, readEntry } from './read-entry';

/** One row of the grid: what is owed, what its cells mean, what is wrong. */
export interface DueRow {
  due: DueMeasurement;
  /** Period in words: `1. kvartal 2026`. */
  period: string;
  /** Day that is taken when none is typed, as the reader writes it. */
  proposedDate: string;
  body: MeasurementBody | undefined;
  faults: readonly CellFault[];
  /** How the value is read where it is written differently: `= 1.250,5 ture/uge`. */
  echo: string;
}

/** Reads what is typed, row by row, in the reader's language. */
@Injectable()
export class DueRows {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly entries = inject(DueEntries);
  private readonly context = { format: this.format, locale: this.locale, t: injectUiText() };
  private readonly t = benefitsTexts.inject();
  private readonly source = signal<Signal<readonly DueMeasurement[]> | undefined>(undefined);

  readonly today = computed(() => this.format.dateOf(new Date()));
  private readonly readers = computed<EntryReaders>(() => ({
    number: numberReader(this.context, { decimals: 12 }),
    date: dateReader(this.context),
    fault: (key, due, text = '') =>
      this.t(`due.fault.${key}`, {
        text,
        from: this.format.date(due.periodStart),
        to: this.format.date(due.periodEnd),
      }),
  }));

  readonly rows = computed<readonly DueRow[]>(() => (this.source()?.() ?? []).map((due) => this.read(due)));
  readonly ready = computed(() =>
    this.rows().flatMap(({ due, body }) => (body ? [{ id: due.obligationId, body }] : [])),
  );
  /** How many cells are wrong. */
  readonly faulty = computed(() => this.rows().reduce((sum, { faults }) => sum + faults.length, 0));

  of(source: Signal<readonly DueMeasurement[]>): void {
    this.source.set(source);
  }

  private read(due: DueMeasurement): DueRow {
    const entry = this.entries.of(due.obligationId);
    const reading = readEntry(due, entry, this.today(), this.readers());
    const own = reading.kind === 'faulty' ? reading.faults : [];
    const refused = this.entries.serverFaults().get(due.obligationId) ?? [];
    const value = this.readers().number.read(entry.value);
    const body = reading.kind === 'ready' && refused.length === 0 ? reading.body : undefined;
    return {
      due,
      period: periodName(due.periodStart, due.periodEnd, this.locale.language()),
      proposedDate: this.format.date(proposedDate(due, this.today())),
      body,
      faults: [...own, ...refused],
      echo: value.kind === 'value' && value.echo ? `${value.echo} ${due.measureUnit}` : '',
    };
  }
}
