import { Component, computed, inject, input, output } from '@angular/core';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, Format, Icon, NumberInput } from '@hoest/ui';
import { benefitTexts } from '../benefits-texts';
import { type EditedPoint, repeatedDays, withRow } from './edited-path';

/** The points of a target path as a small table to type in; the other way to move them than dragging. */
@Component({
  selector: 'app-points-table',
  imports: [DateInput, Icon, NumberInput],
  template: `<table class="data">
      <thead>
        <tr>
          <th scope="col">{{ t('points.day') }}</th>
          <th scope="col">{{ t('points.value', { unit: unit() }) }}</th>
          <th scope="col">
            <span class="visually-hidden">{{ t('actions') }}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.key) {
          <tr class="top">
            <td class="day">
              <ui-date-input
                [value]="row.dueOn"
                [label]="t('points.dayOf', { n: $index + 1 })"
                (committed)="change(row, { dueOn: $event })"
              />
              @if (row.dueOn !== null && repeated().has(row.dueOn)) {
                <p class="deviation-text small">{{ t('points.repeated', { date: format.date(row.dueOn) }) }}</p>
              }
            </td>
            <td>
              <ui-number-input
                [value]="row.value"
                [unit]="unit()"
                [right]="true"
                [label]="t('points.valueOf', { n: $index + 1 })"
                (committed)="change(row, { value: $event })"
              />
            </td>
            <td class="num">
              <button
                type="button"
                class="icon-btn"
                [attr.aria-label]="t('points.remove', { n: $index + 1 })"
                (click)="remove(row)"
              >
                <ui-icon name="close" />
              </button>
            </td>
          </tr>
        }
      </tbody>
    </table>
    <p class="actions add">
      <button type="button" class="btn quiet" (click)="add()"><ui-icon name="plus" /> {{ t('points.add') }}</button>
    </p>`,
  styles: `
    :host {
      display: block;
      max-width: 560px;
    }
    .day {
      width: 190px;
    }
    td.num {
      width: 40px;
    }
    .add {
      margin-top: var(--space-2);
    }
  `,
})
export class PointsTable {
  protected readonly format = inject(Format);
  protected readonly t = benefitTexts.inject();
  readonly rows = input.required<readonly EditedPoint[]>();
  readonly unit = input('');
  /** Day a new row begins with, where one is likely. */
  readonly nextDay = input<CalendarDate>();
  readonly changed = output<readonly EditedPoint[]>();
  protected readonly repeated = computed(() => repeatedDays(this.rows()));

  protected change(row: EditedPoint, change: Partial<EditedPoint>): void {
    this.changed.emit(this.rows().map((one) => (one.key === row.key ? { ...one, ...change } : one)));
  }

  protected remove(row: EditedPoint): void {
    this.changed.emit(this.rows().filter(({ key }) => key !== row.key));
  }

  protected add(): void {
    this.changed.emit(withRow(this.rows(), { dueOn: this.nextDay() }));
  }
}
