import { Component, inject, input } from '@angular/core';
import { Format, TimePipe } from '@hoest/ui';
import { administrationTexts, historyTexts } from '../administration-texts';
import { ObjectLink } from '../ui/object-link';
import { RowPanel } from '../ui/row-panel';
import { ChangedField } from './changed-field';
import { EventTeller, type ToldEvent } from './told-events';

/** One event in full: every field, by what means, and the numbers that lead to logs and to the chain. */
@Component({
  selector: 'app-event-panel',
  imports: [ChangedField, ObjectLink, RowPanel, TimePipe],
  templateUrl: './event-panel.html',
  styleUrls: ['../ui/panel.css', './event-panel.css'],
})
export class EventPanel {
  private readonly teller = inject(EventTeller);
  protected readonly format = inject(Format);
  protected readonly t = administrationTexts.inject();
  protected readonly words = historyTexts.inject();
  readonly told = input.required<ToldEvent>();

  protected kindOf(objectKind: string): string {
    return this.teller.kindOf(objectKind);
  }
}
