import { Component, computed, inject, signal } from '@angular/core';
import { type Unit, unitRoutes } from '@hoest/contracts';
import { DayPipe, Format, Icon, MarkChange } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { administrationTexts } from '../administration-texts';
import { ListSearch } from '../ui/list-search';
import { OpenLink } from '../ui/open-link';
import { OpenedRow } from '../ui/opened-row';
import { TabBar } from '../ui/tab-bar';
import { UnitForm } from './unit-form';
import { UnitPanel } from './unit-panel';
import { isClosed, linesOf } from './unit-tree';

/** The unit tree: found, folded, opened; a unit is added below another, changed, moved and closed in the panel. */
@Component({
  selector: 'app-units-page',
  imports: [DayPipe, Icon, ListSearch, MarkChange, OpenLink, PageFrame, ReadingState, TabBar, UnitForm, UnitPanel],
  providers: [OpenedRow],
  templateUrl: './units-page.html',
  styleUrls: ['../ui/list-page.css', './units-page.css'],
})
export class UnitsPage {
  private readonly format = inject(Format);
  private readonly scope = inject(Scope);
  private readonly sessions = inject(SessionStore);
  protected readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();

  protected readonly units = read(unitRoutes.listUnits, () => ({}), { topics: ['organisation'] });
  private readonly folded = signal<ReadonlySet<string>>(new Set());
  protected readonly mayEdit = computed(() => this.sessions.may('organisation.edit'));
  protected readonly showClosed = computed(() => this.opened.filter('closed') === 'true');
  protected readonly today = computed(() => this.format.dateOf(this.units.readAt() ?? new Date()));
  private readonly all = computed(() => this.units.value()?.items ?? []);
  protected readonly lines = computed(() =>
    linesOf(this.all(), {
      topId: this.scope.unitId(),
      q: this.opened.filter('q'),
      closed: this.showClosed(),
      folded: this.folded(),
      today: this.today(),
    }),
  );
  /** The open unit as a list of none or one, so that another one gets a panel of its own. */
  protected readonly chosen = computed(() => this.all().filter(({ id }) => id === this.opened.id()));
  protected readonly isOpen = computed(
    () => this.chosen().length > 0 || (this.opened.id() === 'new' && this.mayEdit()),
  );
  protected readonly parentOfNew = computed(
    () => this.opened.prefill() ?? this.scope.unitId() ?? this.sessions.organisation()?.rootUnitId,
  );
  protected readonly lead = computed(() => {
    const open = this.all().filter((unit) => !isClosed(unit, this.today()));
    if (open.length === 0) return '';
    return [
      this.t('units.lead', {
        organisation: this.sessions.organisation()?.name ?? '',
        n: open.length,
        levels: new Set(open.map(({ level }) => level)).size,
      }),
      this.t('units.leadClosed', { n: this.all().length - open.length }),
    ].join(' ');
  });

  constructor() {
    if (this.mayEdit()) this.opened.startsWith(() => this.t('units.new'));
  }

  protected isClosed(unit: Unit): boolean {
    return isClosed(unit, this.today());
  }

  protected fold(id: string): void {
    this.folded.update((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  /** Shows what a write answered; what lies below a moved unit is read anew. */
  protected take(unit: Unit): void {
    const before = this.all().find(({ id }) => id === unit.id);
    this.units.set({ items: this.all().map((one) => (one.id === unit.id ? unit : one)) });
    if (before?.parentId !== unit.parentId) this.units.reload();
  }

  protected async added(unit: Unit): Promise<void> {
    this.units.set({ items: [...this.all(), unit] });
    this.units.reload();
    await this.opened.show(unit.id);
  }
}
