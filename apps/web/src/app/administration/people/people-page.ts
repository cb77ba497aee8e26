import { Component, computed, inject } from '@angular/core';
import { type Person, personRoutes } from '@hoest/contracts';
import { MANAGER_LEVEL_LABELS, MANAGER_LEVELS } from '@hoest/organisation';
import { LabelPipe, MarkChange, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { readPages } from '../../api/read-pages';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { administrationTexts } from '../administration-texts';
import { heldRow } from '../ui/held-row';
import { ListSearch } from '../ui/list-search';
import { MoreRows } from '../ui/more-rows';
import { NothingFound } from '../ui/nothing-found';
import { OpenLink } from '../ui/open-link';
import { OpenedRow } from '../ui/opened-row';
import { PickChip } from '../ui/pick-chip';
import { TabBar } from '../ui/tab-bar';
import { PersonForm } from './person-form';
import { PersonPanel } from './person-panel';

const PAGE = 60;

/** People of the chosen unit: found, narrowed, added, changed. */
@Component({
  selector: 'app-people-page',
  imports: [
    LabelPipe,
    ListSearch,
    MarkChange,
    MoreRows,
    NothingFound,
    OpenLink,
    PageFrame,
    PersonForm,
    PersonPanel,
    PickChip,
    ReadingState,
    TabBar,
  ],
  providers: [OpenedRow],
  templateUrl: './people-page.html',
  styleUrl: '../ui/list-page.css',
})
export class PeoplePage {
  private readonly locale = inject(UiLocale);
  protected readonly scope = inject(Scope);
  protected readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();
  protected readonly levels = MANAGER_LEVEL_LABELS;

  private readonly inScope = computed(() => {
    const unitId = this.scope.unitId();
    return unitId ? { 'filter[unitId]': unitId } : {};
  });
  protected readonly list = readPages(
    personRoutes.listPeople,
    () => {
      const active = this.opened.filter('active') || 'true';
      const [level, q] = [this.opened.filter('level'), this.opened.filter('q')];
      return {
        query: {
          limit: PAGE,
          ...this.inScope(),
          ...(active === 'all' ? {} : { 'filter[active]': active }),
          ...(level ? { 'filter[managerLevel]': level } : {}),
          ...(q ? { q } : {}),
        },
      };
    },
    { topics: ['organisation'], keep: true },
  );
  private readonly active = read(
    personRoutes.listPeople,
    () => ({ query: { limit: 1, ...this.inScope(), 'filter[active]': 'true' } }),
    { topics: ['organisation'] },
  );
  private readonly gone = read(
    personRoutes.listPeople,
    () => ({ query: { limit: 1, ...this.inScope(), 'filter[active]': 'false' } }),
    { topics: ['organisation'] },
  );
  protected readonly lead = computed(() => {
    const [active, gone] = [this.active.value()?.total, this.gone.value()?.total];
    if (active === undefined || gone === undefined) return '';
    return [
      this.t('people.lead', { scope: this.scope.name(), n: counted(active) }),
      this.t('people.leadGone', { n: counted(gone) }),
    ].join(' ');
  });
  protected readonly levelOptions = computed(() =>
    MANAGER_LEVELS.map((id) => ({ id, label: this.locale.label(MANAGER_LEVEL_LABELS[id]) })),
  );
  protected readonly activeOptions = computed(() => [
    { id: 'true', label: this.t('people.active') },
    { id: 'false', label: this.t('people.gone') },
  ]);
  private readonly unitNames = computed(() => new Map(this.scope.units()?.map(({ id, name }) => [id, name])));
  protected readonly chosen = heldRow(this.list.items, this.opened.id);
  protected readonly isOpen = computed(() => this.chosen().length > 0 || this.opened.id() === 'new');

  constructor() {
    this.opened.startsWith(() => this.t('people.new'));
  }

  protected unitName(id: string): string {
    return this.unitNames().get(id) ?? '';
  }

  /** Reads the rows again; a person who no longer fits the filter goes. */
  protected changed(): void {
    for (const reading of [this.list, this.active, this.gone]) reading.reload();
  }

  protected async added(person: Person): Promise<void> {
    this.changed();
    await this.opened.narrow({ q: person.name, level: null, active: null });
    await this.opened.show(person.id);
  }
}

/** A total as a number; the least it is where it was not counted to the end. */
function counted(total: number | { atLeast: number }): number {
  return typeof total === 'number' ? total : total.atLeast;
}
