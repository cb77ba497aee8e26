import { inject, Injectable } from '@angular/core';
import type { AuditEvent } from '@hoest/contracts';
import { Format, UiLocale } from '@hoest/ui';
import { historyTexts } from '../administration-texts';
import { EventValues } from './event-values';
import { changesOf, TOLD_ACTIONS, TOLD_KINDS } from './event-words';

/** One field of an event in words; `from` and `to` are empty for what was empty, or has no words. */
export interface ToldField {
  field: string;
  label: string;
  from: string;
  to: string;
  /** Whether the values are kept out of the trail. */
  hidden: boolean;
}

/** An event as people read it. */
export interface ToldEvent {
  event: AuditEvent;
  /** What happened: "Enhed oprettet". */
  title: string;
  /** Who did it; a job or the system has no name. */
  who: string;
  fields: readonly ToldField[];
  others: number;
}

/** Events of one day, newest first. */
export interface ToldDay {
  /** Calendar date in the organisation's zone. */
  day: string;
  events: readonly ToldEvent[];
}

/** Puts the trail into words. */
@Injectable()
export class EventTeller {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly values = inject(EventValues);
  private readonly t = historyTexts.inject();

  tell(event: AuditEvent): ToldEvent {
    const { told, others } = changesOf(event);
    return {
      event,
      title: this.titleOf(event),
      who: event.actorName ?? this.t(`actor.${event.actorKind}`),
      fields: told.map(({ field, word, from, to }) => ({
        field,
        label: this.locale.label(word.label),
        from: this.values.write(word.kind, from),
        to: this.values.write(word.kind, to),
        hidden: word.kind === 'hidden',
      })),
      others,
    };
  }

  /** Events in the order given, gathered by the day they happened on. */
  byDay(events: readonly AuditEvent[]): readonly ToldDay[] {
    const days: { day: string; events: ToldEvent[] }[] = [];
    for (const event of events) {
      const day = this.format.dateOf(event.occurredAt);
      const latest = days.at(-1);
      if (latest?.day === day) latest.events.push(this.tell(event));
      else days.push({ day, events: [this.tell(event)] });
    }
    return days;
  }

  kindOf(objectKind: string): string {
    const kind = TOLD_KINDS.find((one) => one === objectKind);
    return kind ? this.t(`kind.${kind}`) : objectKind;
  }

  private titleOf({ action, objectKind }: AuditEvent): string {
    const told = TOLD_ACTIONS.find((one) => one === action);
    const kind = this.kindOf(objectKind);
    return told ? this.t(`did.${told}`, { kind }) : this.t('did.other', { kind, action });
  }
}
