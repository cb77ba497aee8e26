import { Component, computed, inject, input, signal } from '@angular/core';
import { catalogueEntry } from '@hoest/maturity';
import { Format, LabelPipe, UiLocale } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { maturityTexts } from '../maturity-texts';
import { RecordLink } from '../record-link';
import type { ChangeRecord, MovementRow as Row } from './movement';
import { MovementRecords } from './movement-records';

/** So many records are named in the row itself; the rest are folded away. */
const NAMED = 2;

/** One cause of a movement: what happened, which records, who and when. */
@Component({
  selector: 'app-movement-cause',
  imports: [LabelPipe, MovementRecords, RecordLink, ScopeLink],
  template: `<b>{{ headline() }}</b>
    <p class="sub">
      @if (showIndicator() && row().indicatorId) {
        <a class="plain" [scopeLink]="['/maturity/indicators', row().indicatorId]">{{ indicator() | label }}</a>
        <span aria-hidden="true"> · </span>
      }
      @if (row().cause === 'coverage') {
        {{ t('cause.coverageWhat') }}
      } @else {
        {{ who() }}
        @for (record of named(); track $index) {
          <span aria-hidden="true"> · </span
          ><app-record-link [title]="record.title" [target]="record.target" [plain]="true" />
        }
        @if (more(); as more) {
          <span aria-hidden="true"> · </span
          ><button type="button" class="link" [attr.aria-expanded]="open()" (click)="open.set(!open())">
            {{ open() ? t('movement.fewer') : t('movement.more', { n: more }) }}
          </button>
        }
      }
    </p>
    @if (open()) {
      <app-movement-records [records]="row().records" />
    }`,
  styles: `
    b {
      font-weight: var(--weight-medium);
    }
    p a {
      font-weight: var(--weight-normal);
      text-decoration-color: var(--rule-strong);
    }
    p {
      margin-top: 1px;
      line-height: 1.4;
    }
  `,
})
export class MovementCause {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = maturityTexts.inject();

  readonly row = input.required<Row>();
  readonly showIndicator = input(true);
  protected readonly open = signal(false);

  protected readonly indicator = computed(() => catalogueEntry(this.row().indicatorId).names);
  /** About people nothing is listed: they are told together. */
  private readonly listed = computed(() => this.row().records.filter(({ title, target }) => title !== null || target));
  protected readonly named = computed(() => this.listed().slice(0, NAMED));
  /** How many records the list holds beyond those named; with few of them, it only adds what they were. */
  protected readonly more = computed(() => Math.max(0, this.listed().length - NAMED));

  protected readonly headline = computed(() => {
    const { cause, transition, reason, records } = this.row();
    if (cause === 'coverage') return this.t('cause.coverage');
    const unchanged = records.every(({ before, after }) => before?.[0] && before[0].text.en === after?.[0]?.text.en);
    if (cause === 'edited' && unchanged && reason)
      return this.t('cause.editedStill', { reason: lowerFirst(this.locale.label(reason), this.locale.language()) });
    const word =
      cause === 'time' ? this.t(`cause.time.${transition}`, { n: records.length }) : this.t(`cause.${cause}`);
    return reason ? `${word}: ${lowerFirst(this.locale.label(reason), this.locale.language())}` : word;
  });

  protected readonly who = computed(() => {
    const { cause, records } = this.row();
    if (cause === 'time') return this.t('movement.nobody');
    if (cause === 'definition' || cause === 'correction') return this.t('movement.product');
    const people = [...new Set(records.flatMap(({ personName }) => personName ?? []))];
    const times = records.flatMap(({ changedAt }) => changedAt ?? []).sort();
    const last = times.at(-1);
    const name = people.length > 0 ? this.format.list(people.slice(0, 3)) : this.t('movement.someone');
    const when = last ? this.when(last) : '';
    return [name, when].filter(Boolean).join(' ');
  });

  private when(instant: NonNullable<ChangeRecord['changedAt']>): string {
    return this.t('movement.when', {
      date: this.format.dayAndMonth(this.format.dateOf(instant)),
      time: this.format.time(instant),
    });
  }
}

/** After a colon a sentence goes on with a small letter, unless its first word is a name such as "IT". */
function lowerFirst(text: string, language: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase(language) + text.slice(1) : text;
}
