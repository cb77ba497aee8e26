import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { ASSUMPTION_STATUS_LABELS, ASSUMPTION_STATUSES, type AssumptionStatus } from '@hoest/benefits';
import { type Assumption, mapRoutes } from '@hoest/contracts';
import type { CalendarDate } from '@hoest/quantities';
import { DateInput, DayPipe, Field, Icon, injectUiText, LabelPipe, StatusMark, UiControl } from '@hoest/ui';
import { mapTexts } from '../benefits-texts';
import { ASSUMPTION_MARKS } from './map-list';
import type { DrawnLink } from './map-nodes';
import { MapStore } from './map-store';

/** One link: whether it is required, what it rests on with the status of each, and how it is taken away again. */
@Component({
  selector: 'app-link-details',
  imports: [DateInput, DayPipe, Field, Icon, LabelPipe, StatusMark, UiControl],
  templateUrl: './link-details.html',
  styleUrl: './link-details.css',
})
export class LinkDetails {
  protected readonly store = inject(MapStore);
  protected readonly ui = injectUiText();
  protected readonly t = mapTexts.inject();
  private readonly text = viewChild<ElementRef<HTMLTextAreaElement>>('text');
  readonly drawn = input.required<DrawnLink>();
  readonly removed = output();

  protected readonly link = computed(() => this.drawn().link);
  /** Whether the reader may change it here: links are changed on the map of the initiative they start in. */
  protected readonly mayEdit = computed(() => this.store.mayEdit() && this.store.isOwn(this.drawn().from));
  protected readonly statuses = ASSUMPTION_STATUSES;
  protected readonly labels = ASSUMPTION_STATUS_LABELS;
  protected readonly marks = ASSUMPTION_MARKS;
  protected readonly adding = signal(false);
  protected readonly removing = signal(false);
  protected readonly textMissing = signal(false);

  protected change(body: { required?: boolean; own?: true; note?: string | null }): void {
    const { id, version } = this.link();
    void this.store.write((client) => client.call(mapRoutes.changeMapLink, { params: { id }, body, ifMatch: version }));
  }

  protected async remove(): Promise<void> {
    const { id, version } = this.link();
    const done = await this.store.write((client) =>
      client.call(mapRoutes.removeMapLink, { params: { id }, ifMatch: version }),
    );
    if (done) this.removed.emit();
  }

  protected async assume(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text()?.nativeElement.value.trim() ?? '';
    this.textMissing.set(!text);
    if (!text) return;
    const { id } = this.link();
    const done = await this.store.write((client) =>
      client.call(mapRoutes.addAssumption, { params: { id }, body: { text } }),
    );
    if (done) this.adding.set(false);
  }

  protected judge({ id, version }: Assumption, value: string): void {
    const status = ASSUMPTION_STATUSES.find((one): one is AssumptionStatus => one === value);
    if (!status) return;
    void this.store.write((client) =>
      client.call(mapRoutes.changeAssumption, { params: { id }, body: { status }, ifMatch: version }),
    );
  }

  protected reviewed({ id, version }: Assumption, reviewedOn: CalendarDate | null): void {
    void this.store.write((client) =>
      client.call(mapRoutes.changeAssumption, { params: { id }, body: { reviewedOn }, ifMatch: version }),
    );
  }

  protected reword({ id, version, text: former }: Assumption, typed: string): void {
    const text = typed.trim();
    if (!text || text === former) return;
    void this.store.write((client) =>
      client.call(mapRoutes.changeAssumption, { params: { id }, body: { text }, ifMatch: version }),
    );
  }

  protected drop({ id, version }: Assumption): void {
    void this.store.write((client) => client.call(mapRoutes.removeAssumption, { params: { id }, ifMatch: version }));
  }
}
