import { Component, computed, input, signal } from '@angular/core';
import { injectUiText } from '../language/ui-texts';
import type { ChartTable } from './chart-data';
import { download, toCsv } from './csv';

let count = 0;

/**
 * What stands round every chart, in this order: message (a sentence computed from the data), sub-line (what, unit,
 * period, method), drawing, then "Vis som tabel", CSV and source. Further links go into `chartLinks`.
 *
 * ```html
 * <ui-chart-frame [message]="message()" [sub]="t('curveSub')" [table]="table()" [source]="t('curveSource')" fileName="gevinster">
 *   <ui-line-chart [series]="series()" [label]="t('curve')" />
 * </ui-chart-frame>
 * ```
 */
@Component({
  selector: 'ui-chart-frame',
  template: `<figure [attr.aria-labelledby]="id">
    <figcaption>
      @if (level() === 2) {
        <h2 [class]="lead() ? 'lead' : 'msg'" [id]="id">{{ message() }}</h2>
      } @else {
        <h3 class="msg" [id]="id">{{ message() }}</h3>
      }
      @if (sub()) {
        <p class="sub">{{ sub() }}</p>
      }
    </figcaption>
    @if (asTable()) {
      <div class="scroll-x" tabindex="0" role="region" [attr.aria-labelledby]="id">
        <table class="data">
          <thead>
            <tr>
              @for (column of table()?.columns; track $index; let first = $first) {
                <th scope="col" [class.num]="!first">{{ column }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of table()?.rows; track $index) {
              <tr>
                @for (text of row; track $index; let first = $first) {
                  @if (first) {
                    <th scope="row">{{ text }}</th>
                  } @else {
                    <td class="num">{{ text }}</td>
                  }
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <ng-content />
    }
    <div class="figfoot">
      @if (hasRows()) {
        <button type="button" class="link" [attr.aria-pressed]="asTable()" (click)="asTable.set(!asTable())">
          {{ asTable() ? t('asChart') : t('asTable') }}
        </button>
        <button type="button" class="link" [title]="t('csvDownload')" (click)="save()">{{ t('csv') }}</button>
      }
      <ng-content select="[chartLinks]" />
      @if (source()) {
        <span>{{ source() }}</span>
      }
    </div>
  </figure>`,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    figcaption {
      margin-bottom: var(--space-3);
    }
    .sub {
      margin-top: 3px;
    }
    .scroll-x {
      /* A year of months, or the steps from promised to confirmed, without a row out of sight. */
      max-height: 500px;
      overflow-y: auto;
    }
  `,
})
export class ChartFrame {
  protected readonly t = injectUiText();
  protected readonly id = `ui-chart-${(count += 1)}`;
  /** The sentence the chart proves; when the data do not carry a claim, a neutral title. */
  readonly message = input.required<string>();
  readonly sub = input('');
  readonly source = input('');
  readonly table = input<ChartTable>();
  /** Level of the message among the page's headings. */
  readonly level = input<2 | 3>(2);
  /** Whether the message is the page's lead sentence and takes its size. */
  readonly lead = input(false);
  /** Name of the CSV file, without ending. */
  readonly fileName = input('data');
  protected readonly asTable = signal(false);
  protected readonly hasRows = computed(() => (this.table()?.rows.length ?? 0) > 0);

  protected save(): void {
    const table = this.table();
    if (table) download(toCsv(table), `${this.fileName()}.csv`);
  }
}
