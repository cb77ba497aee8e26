import { Component, computed, inject, input, signal } from '@angular/core';
import { catalogueEntry } from '@hoest/maturity';
import { ContributionBar, Format, LabelPipe, NumberPipe } from '@hoest/ui';
import { maturityTexts } from '../maturity-texts';
import { RecordLink } from '../record-link';
import { type Movement, type MovementRow, tenthsThatAddUp } from './movement';
import { MovementCause } from './movement-cause';

const SHOWN = 8;
const SHOWN_OF_PEOPLE = 40;
const ONE = { minDecimals: 1, maxDecimals: 1, signed: true } as const;

/** The largest causes, and everything a person did: that is small beside the passing of time, but what one looks for. */
function staysInView({ row }: { row: MovementRow }, index: number): boolean {
  return index < SHOWN || (index < SHOWN_OF_PEOPLE && row.records.some(({ personName }) => personName !== null));
}

/** The causes of one movement with their contributions; they add up to the last line. */
@Component({
  selector: 'app-movement-list',
  imports: [ContributionBar, LabelPipe, MovementCause, NumberPipe, RecordLink],
  template: `@if (lines().length) {
      <table class="data stackable">
        <caption class="visually-hidden">
          {{
            label()
          }}
        </caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{{ t('movement.cause') }}</th>
            <th scope="col">{{ t('movement.bar') }}</th>
            <th scope="col">{{ t('movement.contribution', { unit: unit() }) }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of visible(); track line.row.key) {
            <tr class="top">
              <td class="full"><app-movement-cause [row]="line.row" [showIndicator]="showIndicator()" /></td>
              <td class="contribution">
                @if (line.row.points !== null) {
                  <ui-contribution-bar [value]="line.row.points" [most]="most()" />
                }
              </td>
              <td class="num" [attr.data-unit]="unit()">{{ line.shown }}</td>
            </tr>
          }
          @if (rest(); as rest) {
            <tr class="top">
              <td class="full" colspan="2">
                <button type="button" class="link" (click)="all.set(true)">
                  {{ t('movement.rest', { n: rest.count }) }}
                </button>
              </td>
              <td class="num" [attr.data-unit]="unit()">{{ rest.points | number: one }}</td>
            </tr>
          }
          @if (movement().change !== null) {
            <tr class="total">
              <th scope="row" colspan="2">{{ t('movement.total', { unit: unit() }) }}</th>
              <td class="num">{{ total() | number: one }}</td>
            </tr>
          }
        </tbody>
      </table>
    }
    @if (movement().still.length) {
      <p class="src">
        {{ t('movement.still', { n: movement().still.length }) }}
        <button type="button" class="link" [attr.aria-expanded]="stillOpen()" (click)="stillOpen.set(!stillOpen())">
          {{ stillOpen() ? t('movement.fewer') : t('movement.showThem') }}
        </button>
      </p>
      @if (stillOpen()) {
        <ul class="still">
          @for (one of movement().still; track $index) {
            <li>
              <app-record-link [title]="one.record.title" [target]="one.record.target" [plain]="true" />
              <span class="sub">
                {{ names(one.indicatorId) | label }}
                @if (one.record.after?.[0]; as after) {
                  · {{ after.text | label }}
                }
                @if (one.record.personName) {
                  · {{ one.record.personName }}
                }
              </span>
            </li>
          }
        </ul>
      }
    }`,
  styles: `
    :host {
      display: block;
    }
    caption,
    thead.visually-hidden {
      position: absolute;
    }
    .contribution {
      width: 30%;
    }
    .total th {
      font-weight: var(--weight-strong);
    }
    @media screen and (max-width: 720px) {
      .contribution {
        width: auto;
      }
    }
    .still {
      max-height: 320px;
      margin-top: var(--space-2);
      overflow-y: auto;
    }
    .still li {
      padding: 4px 0;
      border-bottom: 1px solid var(--rule);
    }
    .still .sub {
      display: block;
    }
  `,
})
export class MovementList {
  private readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();
  protected readonly one = ONE;

  readonly movement = input.required<Movement>();
  /** What the table tells, for assistive technology. */
  readonly label = input.required<string>();
  /** Word of the contributions' unit: points, percentage points. */
  readonly unit = input.required<string>();
  /** What one unit of the movement is shown as: 1 for points, 100 for shares. */
  readonly scale = input(1);
  readonly showIndicator = input(true);

  protected readonly all = signal(false);
  protected readonly stillOpen = signal(false);
  protected readonly names = (id: string) => catalogueEntry(id).names;

  protected readonly lines = computed(() => {
    const { rows } = this.movement();
    const tenths = tenthsThatAddUp(rows.map(({ points }) => (points ?? 0) * this.scale()));
    return rows.map((row, index) => {
      const value = tenths[index] ?? 0;
      return {
        row,
        value,
        shown: row.points === null ? this.t('movement.unknown') : this.format.number(value, ONE),
      };
    });
  });
  protected readonly total = computed(() => (this.movement().change ?? 0) * this.scale());
  protected readonly visible = computed(() => (this.all() ? this.lines() : this.lines().filter(staysInView)));
  protected readonly rest = computed(() => {
    const visible = this.visible();
    const hidden = this.lines().filter((line) => !visible.includes(line));
    return hidden.length === 0
      ? null
      : { count: hidden.length, points: Math.round(hidden.reduce((sum, { value }) => sum + value, 0) * 10) / 10 };
  });
  protected readonly most = computed(() =>
    Math.max(...this.movement().rows.map(({ points }) => Math.abs(points ?? 0)), 0),
  );
}
