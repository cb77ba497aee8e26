import { Component, computed, inject } from '@angular/core';
import { type AuditEvent, auditRoutes } from '@hoest/contracts';
import { LabelPipe, TimePipe } from '@hoest/ui';
import { readPages } from '../../../api/read-pages';
import { ReadingState } from '../../../shell/reading-state';
import { initiativeTexts, recordTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';
import { actionOf } from './event-title';
import { toldEvent } from './told-event';
import { ValueWords } from './value-words';

const PAGE = 25;

/** Who changed what, when and why, for the initiative and everything it owns; newest first. */
@Component({
  selector: 'app-history-section',
  imports: [LabelPipe, ReadingState, TimePipe],
  providers: [ValueWords],
  templateUrl: './history-section.html',
  styleUrl: './history-section.css',
})
export class HistorySection {
  protected readonly t = recordTexts.inject();
  protected readonly sections = initiativeTexts.inject();
  private readonly store = inject(InitiativeStore);
  protected readonly values = inject(ValueWords);
  protected readonly reading = readPages(
    auditRoutes.listHistory,
    () => {
      const id = this.store.id();
      return id ? { params: { objectKind: 'initiative' as const, objectId: id }, query: { limit: PAGE } } : undefined;
    },
    { topics: ['initiative', 'benefit'] },
  );
  protected readonly events = computed(() =>
    this.reading.items().map((event) => {
      const { changes, others } = toldEvent(event);
      return {
        event,
        others,
        who: event.actorName ?? this.t(`actor.${event.actorKind}`),
        changes: changes.map(({ field, word, from, to }) => ({
          field,
          label: word.label,
          from: this.values.write(word.kind, from),
          to: this.values.write(word.kind, to),
          // A list of rows has no words for its values; that it changed is told.
          silent: word.kind === 'none',
        })),
      };
    }),
  );

  protected title(event: AuditEvent): string {
    const named = event.objectKind === 'initiative' ? '' : (event.objectTitle ?? '');
    return this.t(`did.${actionOf(event)}`, { title: named }).replace(/: $/, '');
  }
}
