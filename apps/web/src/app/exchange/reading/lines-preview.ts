import { Component, input, output } from '@angular/core';
import type { ImportLine, ImportRecord } from '@hoest/contracts';
import { SaveStatus, type SaveState } from '@hoest/ui';
import { exchangeTexts } from '../exchange-texts';

/** The first lines of the file as they stand: headings, initiatives, and skipped lines where they stand among them. */
@Component({
  selector: 'app-lines-preview',
  imports: [SaveStatus],
  template: `<div class="scroll-x" role="region" tabindex="0" [attr.aria-label]="t('reading.lines')">
      <table class="data">
        <thead>
          <tr>
            <td class="standing"></td>
            @for (column of record().columns; track column.index) {
              <th scope="col" [class.long]="column.heading.length > 60">{{ column.heading }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.line) {
            <tr class="top" [class.skipped]="line.skipped">
              <th scope="row" class="standing">
                <span class="line"
                  ><span class="code">{{ line.name }}</span>
                  @if (editable()) {
                    @if (line.skipped === 'above_headings') {
                      <button
                        type="button"
                        class="link small"
                        [attr.aria-label]="t('reading.headingsNamed', { line: line.name })"
                        (click)="headings.emit(line)"
                      >
                        {{ t('reading.headings') }}
                      </button>
                    } @else if (line.skipped) {
                      <button
                        type="button"
                        class="link small"
                        [attr.aria-label]="t('reading.takeNamed', { place: line.name })"
                        (click)="take.emit({ line, as: 'initiative' })"
                      >
                        {{ t('reading.take') }}
                      </button>
                    } @else {
                      <button
                        type="button"
                        class="link small"
                        [attr.aria-label]="t('reading.leaveNamed', { line: line.name })"
                        (click)="take.emit({ line, as: 'left_out' })"
                      >
                        {{ t('reading.leave') }}
                      </button>
                    }
                  }
                </span>
              </th>
              @if (line.skipped) {
                <td [attr.colspan]="record().columns.length">
                  <span class="faint">{{ t('reading.skippedLine') }}</span> {{ line.text }}
                </td>
              } @else {
                @for (cell of line.cells; track $index) {
                  <td>
                    <span class="cell" [class.long]="cell.length > 36" [class.short]="cell.length <= 20">{{
                      cell
                    }}</span>
                  </td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <ui-save-status [state]="saveState()" (undo)="undo.emit()" (again)="again.emit()" />`,
  styles: `
    :host {
      display: block;
    }
    table {
      width: auto;
      min-width: 100%;
    }
    .standing {
      width: 1%;
      min-width: 104px;
      vertical-align: top;
    }
    .line {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 10px;
    }
    .link {
      min-height: var(--target-min);
      white-space: nowrap;
    }
    thead .standing {
      vertical-align: bottom;
    }
    .cell {
      display: -webkit-box;
      min-width: 6ch;
      max-width: 40ch;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-height: 1.3;
      white-space: pre-line;
    }
    .cell.long {
      min-width: 26ch;
    }
    .cell.short {
      white-space: nowrap;
    }
    thead th {
      min-width: 9ch;
    }
    thead th.long {
      min-width: 30ch;
    }
    tr.skipped > * {
      background: var(--surface-sunken);
      color: var(--ink-2);
    }
  `,
})
export class LinesPreview {
  protected readonly t = exchangeTexts.inject();
  readonly record = input.required<ImportRecord>();
  readonly lines = input.required<readonly ImportLine[]>();
  readonly editable = input(false);
  readonly saveState = input<SaveState>({ kind: 'idle' });
  readonly take = output<{ line: ImportLine; as: 'initiative' | 'left_out' }>();
  readonly headings = output<ImportLine>();
  readonly undo = output();
  readonly again = output();
}
