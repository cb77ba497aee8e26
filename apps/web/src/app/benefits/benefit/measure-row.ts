import { inject, Injectable, signal } from '@angular/core';
import { type Benefit, benefitRoutes, type Measure } from '@hoest/contracts';
import { Format } from '@hoest/ui';
import { editRow, type RowEditor } from '../../api/edit-row';
import { benefitTexts } from '../benefits-texts';
import type { EditedRow } from '../../fields/edited-row';
import { BenefitStore } from './benefit-store';

/** What the frozen figures are computed with; after go-live these stay. */
const FROZEN_FIELDS: readonly string[] = [
  'unit',
  'direction',
  'interpolation',
  'moneyBasis',
  'unitBefore',
  'rateMinor',
];

/** One measure of the benefit, saved field by field; what a save answers is the whole benefit. */
@Injectable()
export class MeasureRow implements EditedRow {
  private readonly store = inject(BenefitStore);
  private readonly format = inject(Format);
  private readonly t = benefitTexts.inject();
  readonly measure = signal<Measure | undefined>(undefined);

  /** The lead measure's fields have the plain address, so that "the unit is missing" finds it. */
  get anchor(): string {
    const position = this.measure()?.position ?? 0;
    return position === 0 ? 'measure' : `measure-${position + 1}`;
  }
  readonly writers = new Map<string, (value: unknown) => string>();
  readonly edit: RowEditor<Record<string, unknown>> = editRow(benefitRoutes.changeMeasure, {
    row: () => this.measure(),
    params: ({ id }: Measure) => ({ id }),
    saved: (answer) => this.saved(answer as unknown as Benefit | Measure),
    show: (field, value) => this.writers.get(field)?.(value) ?? String(value ?? ''),
  }) as RowEditor<never> as RowEditor<Record<string, unknown>>;

  editing(): boolean {
    return this.store.mayEdit() && this.store.isOpen('measures');
  }

  value(field: string): unknown {
    return (this.measure() as Record<string, unknown> | undefined)?.[field];
  }

  locked(field: string): string | undefined {
    const since = this.store.frozenOn();
    return since && FROZEN_FIELDS.includes(field) ? this.t('frozen', { date: this.format.date(since) }) : undefined;
  }

  /** A save answers the benefit; a conflict brings the stored measure alone, which is read anew with the rest. */
  private saved(answer: Benefit | Measure): void {
    if ('measures' in answer) this.store.take(answer);
    else {
      this.measure.update((measure) => measure && { ...measure, ...answer });
      this.store.reading.reload();
    }
  }
}
