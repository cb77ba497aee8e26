import { Component, computed, inject, input } from '@angular/core';
import type { Overview } from '@hoest/contracts';
import { Format, UiLocale } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { overviewTexts } from '../overview-texts';
import { ShowAll } from '../show-all';
import { eventWords } from './recent-words';

const FEW = 6;

/** What changed lately, newest first: who did what to which initiative. */
@Component({
  selector: 'app-recent-section',
  imports: [ScopeLink, ShowAll],
  template: `<section class="sec thin" aria-labelledby="overview-recent">
    <div class="sechead">
      <h2 id="overview-recent">{{ t('recent.title') }}</h2>
      @if (period()) {
        <span class="sub">{{ period() }}</span>
      }
      @if (overview().recent.length > few) {
        <app-show-all
          class="end"
          name="recent"
          controls="overview-recent-list"
          [all]="all()"
          [more]="t('showAll', { n: overview().recent.length })"
          [fewer]="t('showFewer')"
        />
      }
    </div>
    @if (events().length) {
      <ol class="log" id="overview-recent-list">
        @for (event of events(); track $index) {
          <li>
            <time [attr.datetime]="event.at" [title]="event.exact">{{ event.day }}</time>
            <span>
              <a [scopeLink]="['/initiatives', event.initiativeId]">{{ event.title }}</a><br />{{ event.words.text }}
              @if (event.words.from) {
                &ngsp;<i>{{ event.words.from }}</i> {{ event.words.between }}
              }
              @if (event.words.to) {
                &ngsp;<i>{{ event.words.to }}</i>
              }
              @if (event.actorName) {
                &ngsp;<span class="muted">· {{ event.actorName }}</span>
              }
            </span>
          </li>
        }
      </ol>
    } @else {
      <p class="muted">{{ t('recent.none') }}</p>
    }
  </section>`,
})
export class RecentSection {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = overviewTexts.inject();
  protected readonly few = FEW;
  readonly overview = input.required<Overview>();
  /** Whether all of them are shown, as the address says (`?recent=all`). */
  readonly all = input(false);

  private readonly shown = computed(() => this.overview().recent.slice(0, this.all() ? undefined : FEW));
  protected readonly events = computed(() =>
    this.shown().map((event) => ({
      ...event,
      day: this.format.dayAndMonth(this.format.dateOf(event.at)),
      exact: this.format.dateTime(event.at),
      words: eventWords(event, this.t, this.format, this.locale),
    })),
  );
  /** First and last day told, with the year the days in the list leave out. */
  protected readonly period = computed(() => {
    const [last, first] = [this.shown()[0], this.shown().at(-1)];
    if (!last || !first) return '';
    const days = { from: this.format.dateOf(first.at), to: this.format.dateOf(last.at) };
    if (days.from === days.to) return this.format.date(days.to);
    const sameYear = days.from.slice(0, 4) === days.to.slice(0, 4);
    const from = sameYear ? this.format.dayAndMonth(days.from) : this.format.date(days.from);
    return `${from}–${this.format.date(days.to)}`;
  });
}
