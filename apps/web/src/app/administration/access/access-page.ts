import { Component, computed, inject } from '@angular/core';
import { type Account, accountRoutes } from '@hoest/contracts';
import { ACCESS_ROLE_LABELS, ACCESS_ROLES, type AccessGrant } from '@hoest/organisation';
import { MarkChange, TimePipe, UiLocale } from '@hoest/ui';
import { read } from '../../api/read';
import { readPages } from '../../api/read-pages';
import { SessionStore } from '../../organisation/session-store';
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
import { AccountForm } from './account-form';
import { AccountPanel } from './account-panel';

const PAGE = 60;

/** Who can sign in, and what they may do. */
@Component({
  selector: 'app-access-page',
  imports: [
    AccountForm,
    AccountPanel,
    ListSearch,
    MarkChange,
    MoreRows,
    NothingFound,
    OpenLink,
    PageFrame,
    PickChip,
    ReadingState,
    TabBar,
    TimePipe,
  ],
  providers: [OpenedRow],
  templateUrl: './access-page.html',
  styleUrl: '../ui/list-page.css',
})
export class AccessPage {
  private readonly locale = inject(UiLocale);
  private readonly scope = inject(Scope);
  protected readonly sessions = inject(SessionStore);
  protected readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();

  protected readonly list = readPages(
    accountRoutes.listAccounts,
    () => {
      const active = this.opened.filter('active') || 'true';
      const [role, q] = [this.opened.filter('role'), this.opened.filter('q')];
      return {
        query: {
          limit: PAGE,
          ...(active === 'all' ? {} : { 'filter[active]': active }),
          ...(role ? { 'filter[role]': role } : {}),
          ...(q ? { q } : {}),
        },
      };
    },
    { keep: true },
  );
  private readonly open = read(accountRoutes.listAccounts, () => ({ query: { limit: 1, 'filter[active]': 'true' } }));
  private readonly administrators = read(accountRoutes.listAccounts, () => ({
    query: { limit: 1, 'filter[active]': 'true', 'filter[role]': 'administrator' },
  }));
  protected readonly lead = computed(() => {
    const [open, administrators] = [this.open.value()?.total, this.administrators.value()?.total];
    if (typeof open !== 'number' || typeof administrators !== 'number') return '';
    return [
      this.t('access.lead', { n: open, organisation: this.sessions.organisation()?.name ?? '' }),
      this.t('access.leadAdministrators', { n: administrators }),
    ].join(' ');
  });
  protected readonly roleOptions = computed(() =>
    ACCESS_ROLES.map((id) => ({ id, label: this.locale.label(ACCESS_ROLE_LABELS[id]) })),
  );
  protected readonly activeOptions = computed(() => [
    { id: 'true', label: this.t('access.openWord') },
    { id: 'false', label: this.t('access.closedWord') },
  ]);
  protected readonly chosen = heldRow(this.list.items, this.opened.id);
  protected readonly isOpen = computed(() => this.chosen().length > 0 || this.opened.id() === 'new');

  constructor() {
    this.opened.startsWith(() => this.t('access.new'));
  }

  protected reach({ role, unitId }: AccessGrant): { role: string; where: string } {
    const unit = unitId && this.scope.units()?.find(({ id }) => id === unitId)?.name;
    return { role: this.locale.label(ACCESS_ROLE_LABELS[role]), where: unit || this.t('access.whole') };
  }

  protected changed(): void {
    for (const reading of [this.list, this.open, this.administrators]) reading.reload();
  }

  protected added(account: Account): void {
    this.changed();
    void this.opened.narrow({ q: account.email, role: null, active: null });
  }
}
