import { Component, computed, effect, inject } from '@angular/core';
import { type RoleAssignment, roleAssignmentRoutes } from '@hoest/contracts';
import { ASSIGNABLE_KIND_LABELS, ASSIGNABLE_KINDS, ASSIGNED_ROLE_LABELS, ASSIGNED_ROLES } from '@hoest/organisation';
import { DayPipe, FilterChip, LabelPipe, MarkChange, UiLocale } from '@hoest/ui';
import { readPages } from '../../api/read-pages';
import { People } from '../../organisation/people';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { ReadingState } from '../../shell/reading-state';
import { administrationTexts } from '../administration-texts';
import { heldRow } from '../ui/held-row';
import { ListSearch } from '../ui/list-search';
import { MoreRows } from '../ui/more-rows';
import { NothingFound } from '../ui/nothing-found';
import { ObjectLink } from '../ui/object-link';
import { OpenLink } from '../ui/open-link';
import { OpenedRow } from '../ui/opened-row';
import { PickChip } from '../ui/pick-chip';
import { TabBar } from '../ui/tab-bar';
import { RoleForm } from './role-form';
import { RolePanel } from './role-panel';

const PAGE = 60;

/** Who answers for what, from when to when. */
@Component({
  selector: 'app-roles-page',
  imports: [
    DayPipe,
    FilterChip,
    LabelPipe,
    ListSearch,
    MarkChange,
    MoreRows,
    NothingFound,
    ObjectLink,
    OpenLink,
    PageFrame,
    PickChip,
    ReadingState,
    RoleForm,
    RolePanel,
    TabBar,
  ],
  providers: [OpenedRow],
  templateUrl: './roles-page.html',
  styleUrl: '../ui/list-page.css',
})
export class RolesPage {
  private readonly locale = inject(UiLocale);
  private readonly people = inject(People);
  protected readonly sessions = inject(SessionStore);
  protected readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();
  protected readonly roles = ASSIGNED_ROLE_LABELS;
  protected readonly kinds = ASSIGNABLE_KIND_LABELS;

  protected readonly list = readPages(
    roleAssignmentRoutes.listRoleAssignments,
    () => {
      const [q, role, kind, person] = ['q', 'role', 'kind', 'person'].map((name) => this.opened.filter(name));
      const ends = this.opened.filter('ends') || 'none';
      return {
        query: {
          limit: PAGE,
          ...(q ? { q } : {}),
          ...(role ? { 'filter[role]': role } : {}),
          ...(kind ? { 'filter[objectKind]': kind } : {}),
          ...(person ? { 'filter[personId]': person } : {}),
          ...(ends === 'all'
            ? {}
            : { 'filter[validTo][is]': ends === 'none' ? ('null' as const) : ('present' as const) }),
        },
      };
    },
    { topics: ['organisation', 'initiative', 'benefit'], keep: true },
  );
  protected readonly lead = computed(() => {
    const total = this.list.total();
    if (total === undefined) return '';
    return this.t(this.narrowed() ? 'roles.leadNarrowed' : 'roles.lead', {
      n: typeof total === 'number' ? total : total.atLeast,
      organisation: this.sessions.organisation()?.name ?? '',
    });
  });
  private readonly narrowed = computed(() =>
    ['q', 'role', 'kind', 'person', 'ends'].some((name) => this.opened.filter(name)),
  );
  protected readonly personName = computed(() => {
    const id = this.opened.filter('person');
    return id ? (this.people.nameOf(id) ?? '…') : '';
  });
  protected readonly roleOptions = computed(() =>
    ASSIGNED_ROLES.map((id) => ({ id, label: this.locale.label(ASSIGNED_ROLE_LABELS[id]) })),
  );
  protected readonly kindOptions = computed(() =>
    ASSIGNABLE_KINDS.map((id) => ({ id, label: this.locale.label(ASSIGNABLE_KIND_LABELS[id]) })),
  );
  protected readonly endOptions = computed(() => [
    { id: 'none', label: this.t('roles.ends.none') },
    { id: 'set', label: this.t('roles.ends.set') },
  ]);
  protected readonly chosen = heldRow(this.list.items, this.opened.id);
  protected readonly isOpen = computed(() => this.chosen().length > 0 || this.opened.id() === 'new');

  constructor() {
    this.opened.startsWith(() => this.t('roles.new'));
    effect(() => {
      if (this.opened.filter('person')) void this.people.load();
    });
  }

  protected async added(assignment: RoleAssignment): Promise<void> {
    this.list.reload();
    await this.opened.show(assignment.id);
  }
}
