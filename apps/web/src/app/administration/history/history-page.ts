import { Component, computed, inject } from '@angular/core';
import { auditRoutes } from '@hoest/contracts';
import { DateInput, DayPipe, FilterChip, Format, TimePipe } from '@hoest/ui';
import { readPages } from '../../api/read-pages';
import { People } from '../../organisation/people';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { administrationTexts, historyTexts } from '../administration-texts';
import { heldRow } from '../ui/held-row';
import { ListSearch } from '../ui/list-search';
import { MoreRows } from '../ui/more-rows';
import { NothingFound } from '../ui/nothing-found';
import { ObjectLink } from '../ui/object-link';
import { OpenLink } from '../ui/open-link';
import { OpenedRow } from '../ui/opened-row';
import { PickChip } from '../ui/pick-chip';
import { TabBar } from '../ui/tab-bar';
import { ChangedField } from './changed-field';
import { EventPanel } from './event-panel';
import { EventValues } from './event-values';
import { TOLD_KINDS } from './event-words';
import { EventTeller } from './told-events';

const PAGE = 60;
/** Changes shown in the list; the panel shows all. */
const MOST_FIELDS = 3;

/** Who did what, when, with the values before and after; by day, newest first. */
@Component({
  selector: 'app-history-page',
  imports: [
    ChangedField,
    DateInput,
    DayPipe,
    EventPanel,
    FilterChip,
    ListSearch,
    MoreRows,
    NothingFound,
    ObjectLink,
    OpenLink,
    PageFrame,
    PickChip,
    ReadingState,
    TabBar,
    TimePipe,
  ],
  providers: [EventTeller, EventValues, OpenedRow],
  templateUrl: './history-page.html',
  styleUrls: ['../ui/list-page.css', './history-page.css'],
})
export class HistoryPage {
  private readonly format = inject(Format);
  private readonly people = inject(People);
  private readonly teller = inject(EventTeller);
  protected readonly sessions = inject(SessionStore);
  protected readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();
  protected readonly words = historyTexts.inject();
  protected readonly most = MOST_FIELDS;

  protected readonly list = readPages(
    auditRoutes.listAuditEvents,
    () => {
      const [q, kind, object, from, to] = ['q', 'kind', 'object', 'from', 'to'].map((name) => this.opened.filter(name));
      return {
        query: {
          limit: PAGE,
          ...(q ? { q } : {}),
          ...(kind ? { 'filter[objectKind]': kind } : {}),
          ...(object ? { 'filter[objectId]': object } : {}),
          ...(from ? { 'filter[occurredOn][gte]': from } : {}),
          ...(to ? { 'filter[occurredOn][lte]': to } : {}),
        },
      };
    },
    { topics: ['organisation', 'initiative', 'benefit', 'strategy', 'import'], keep: true },
  );
  protected readonly days = computed(() => this.teller.byDay(this.list.items()));
  protected readonly lead = computed(() => {
    const total = this.list.total();
    if (total === undefined) return '';
    const n =
      typeof total === 'number'
        ? this.format.number(total)
        : this.t('atLeast', { n: this.format.number(total.atLeast) });
    return this.words(this.narrowed() ? 'leadNarrowed' : 'lead', { n });
  });
  private readonly narrowed = computed(() =>
    ['q', 'kind', 'object', 'from', 'to'].some((name) => this.opened.filter(name)),
  );
  protected readonly kindOptions = computed(() =>
    TOLD_KINDS.map((id) => ({ id, label: this.teller.kindOf(id) })).sort((a, b) =>
      a.label.localeCompare(b.label, 'da'),
    ),
  );
  protected readonly dates = computed(() => {
    const [from, to] = ['from', 'to'].map((name) => {
      const day = this.opened.filter(name);
      return day ? this.format.date(day) : '';
    });
    if (from && to) return `${from} – ${to}`;
    return from ? this.words('dates.from', { day: from }) : to ? this.words('dates.to', { day: to }) : '';
  });
  /** What the one object is called that the list is narrowed to; its newest event says it. */
  protected readonly objectName = computed(() => {
    const id = this.opened.filter('object');
    if (!id) return '';
    const events = this.list.items();
    const own = events.find(({ objectId }) => objectId === id);
    return (
      own?.objectTitle ?? events.find(({ parent }) => parent?.id === id)?.parent?.title ?? this.words('object.one')
    );
  });
  private readonly held = heldRow(this.list.items, this.opened.id);
  protected readonly chosen = computed(() => this.held().map((event) => this.teller.tell(event)));
  protected readonly isOpen = computed(() => this.chosen().length > 0);

  constructor() {
    void this.people.load();
  }
}
