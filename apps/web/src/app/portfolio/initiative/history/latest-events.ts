import { Component, computed, inject } from '@angular/core';
import type { AuditEvent } from '@hoest/contracts';
import { DayPipe, Format, UiLocale } from '@hoest/ui';
import { initiativeTexts, recordTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';
import { actionOf } from './event-title';
import { toldEvent } from './told-event';
import { ValueWords } from './value-words';

/** What happened last, in a line each; the whole history stands at the end of the page. */
@Component({
  selector: 'app-latest-events',
  imports: [DayPipe],
  providers: [ValueWords],
  template: `@if (events().length) {
    <section class="sec thin" aria-labelledby="latest-title">
      <h2 id="latest-title">{{ sections('latest') }}</h2>
      <ol class="log">
        @for (one of events(); track one.id) {
          <li>
            <time [attr.datetime]="one.at">{{ one.day | day: 'short' }}</time>
            <span
              >{{ one.title }}{{ one.detail ? ': ' : '' }}<i>{{ one.detail }}</i></span
            >
          </li>
        }
      </ol>
    </section>
  }`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class LatestEvents {
  protected readonly t = recordTexts.inject();
  protected readonly sections = initiativeTexts.inject();
  private readonly store = inject(InitiativeStore);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly values = inject(ValueWords);

  protected readonly events = computed(() =>
    (this.store.latest.value()?.items ?? []).map((event) => {
      const named = event.objectKind === 'initiative' ? '' : (event.objectTitle ?? '');
      return {
        id: event.id,
        at: event.occurredAt,
        day: this.format.dateOf(event.occurredAt),
        title: this.t(`did.${actionOf(event)}`, { title: named }).replace(/: $/, ''),
        detail: this.detail(event),
      };
    }),
  );

  /** The first thing an event changed: the value where the sentence says what it is of, else with the field's name. */
  private detail(event: AuditEvent): string {
    const [first] = toldEvent(event).changes;
    if (!first || event.action === 'registered' || event.action === 'created' || event.action === 'added') return '';
    const value = this.values.inline(first.word.kind, first.to);
    if (event.action !== 'changed') return value;
    return [this.locale.label(first.word.label).toLowerCase(), value].filter(Boolean).join(' ');
  }
}
