import { Component, inject, input } from '@angular/core';
import { Format, LabelPipe } from '@hoest/ui';
import { maturityTexts } from '../maturity-texts';
import { RecordLink } from '../record-link';
import type { ChangeRecord } from './movement';

/** The records of one cause: what each was and is, who changed it and when. */
@Component({
  selector: 'app-movement-records',
  imports: [LabelPipe, RecordLink],
  template: `<ul>
    @for (record of records(); track $index) {
      <li>
        <app-record-link [title]="record.title" [target]="record.target" [plain]="true" />
        <span class="sub">
          @if (record.before?.[0]; as before) {
            {{ before.text | label }}
          } @else {
            {{ t('movement.notCounted') }}
          }
          <span aria-hidden="true"> → </span><span class="visually-hidden">{{ t('movement.became') }}</span>
          @if (record.after?.[0]; as after) {
            {{ after.text | label }}
          } @else {
            {{ t('movement.countsNoMore') }}
          }
          @if (record.personName && record.changedAt) {
            · {{ record.personName }} {{ format.dateTime(record.changedAt) }}
          }
        </span>
      </li>
    }
  </ul>`,
  styles: `
    ul {
      max-height: 360px;
      margin-top: var(--space-2);
      padding-left: var(--space-3);
      overflow-y: auto;
      border-left: 1px solid var(--rule-strong);
    }
    li {
      padding: 4px 0;
      line-height: 1.35;
    }
    .sub {
      display: block;
    }
  `,
})
export class MovementRecords {
  protected readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();
  readonly records = input.required<readonly ChangeRecord[]>();
}
