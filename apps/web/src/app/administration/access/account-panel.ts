import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type Account, accountRoutes } from '@hoest/contracts';
import type { AccessGrant } from '@hoest/organisation';
import { LANGUAGES } from '@hoest/quantities';
import { Note, type Option, SaveStatus, type SaveState, TimePipe } from '@hoest/ui';
import { editRow, type RowEditor } from '../../api/edit-row';
import { EDITED_ROW, type EditedRow } from '../../fields/edited-row';
import { SavedField } from '../../fields/saved-field';
import { SessionStore } from '../../organisation/session-store';
import { Notices } from '../../shell/notices';
import { ScopeLink } from '../../shell/scope-link';
import { administrationTexts } from '../administration-texts';
import { RowPanel } from '../ui/row-panel';
import { GrantsEditor } from './grants-editor';
import { PasswordNote } from './password-note';
import { startPassword } from './start-password';

/**
 * One sign-in beside the list. E-mail and language save by themselves; roles, password and closing end its sessions, so they
 * wait for a button.
 */
@Component({
  selector: 'app-account-panel',
  imports: [GrantsEditor, Note, PasswordNote, RowPanel, SavedField, SaveStatus, ScopeLink, TimePipe],
  providers: [{ provide: EDITED_ROW, useExisting: AccountPanel }],
  templateUrl: './account-panel.html',
  styleUrl: '../ui/panel.css',
})
export class AccountPanel implements EditedRow {
  private readonly sessions = inject(SessionStore);
  private readonly notices = inject(Notices);
  protected readonly t = administrationTexts.inject();
  readonly account = input.required<Account>();
  readonly changed = output();
  /** The row as the latest write answered it, until the list brings it too. */
  protected readonly row = linkedSignal(() => this.account());

  readonly anchor = 'account';
  readonly writers = new Map<string, (value: unknown) => string>();
  private readonly editor = editRow(accountRoutes.changeAccount, {
    row: () => this.row(),
    params: ({ id }: Account) => ({ id }),
    saved: (account) => {
      this.row.set(account);
      this.changed.emit();
    },
    show: (field, value) => this.writers.get(field)?.(value) ?? (typeof value === 'string' ? value : ''),
  });
  readonly edit = this.editor as RowEditor<never> as RowEditor<Record<string, unknown>>;

  /** Roles as they are being edited; others' changes replace them only while nobody has touched them. */
  protected readonly grants = linkedSignal<readonly AccessGrant[]>(() => this.row().grants);
  protected readonly grantsDiffer = computed(() => JSON.stringify(this.grants()) !== JSON.stringify(this.row().grants));
  protected readonly isOwn = computed(() => this.account().personId === this.sessions.person()?.id);
  protected readonly password = signal<string | undefined>(undefined);
  protected readonly languages: readonly Option[] = LANGUAGES.map((id) => ({
    id,
    label: id === 'da' ? 'Dansk' : 'English',
  }));

  /** A password that was replaced cannot be put back. */
  protected readonly passwordState = computed<SaveState>(() => {
    const state = this.editor.state('password');
    return state.kind === 'saved' ? { ...state, undoable: false } : state;
  });

  constructor() {
    this.writers.set('grants', (value) => this.t('access.roleCount', { n: (value as AccessGrant[]).length }));
    this.writers.set('active', (value) => this.t(value ? 'access.openWord' : 'access.closedWord'));
    this.writers.set('password', () => '…');
  }

  value(field: string): unknown {
    return this.row()[field as keyof Account];
  }

  editing(): boolean {
    return true;
  }

  protected async saveGrants(): Promise<void> {
    if (!(await this.editor.save('grants', [...this.grants()]))) return;
    this.tell('access.rolesSaved', () => this.editor.undo('grants'));
  }

  protected async setActive(active: boolean): Promise<void> {
    if (!(await this.editor.save('active', active))) return;
    this.tell(active ? 'access.opened' : 'access.closed', () => this.editor.save('active', !active));
  }

  protected async newPassword(): Promise<void> {
    const password = startPassword();
    if (await this.editor.save('password', password)) this.password.set(password);
  }

  private tell(text: 'access.rolesSaved' | 'access.opened' | 'access.closed', undo: () => Promise<boolean>): void {
    this.notices.tell({
      text: this.t(text, { name: this.row().personName }),
      action: { label: this.t('undo'), run: () => void undo() },
    });
  }
}
