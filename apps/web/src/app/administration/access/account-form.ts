import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { type Account, accountRoutes } from '@hoest/contracts';
import type { AccessGrant } from '@hoest/organisation';
import { LANGUAGES, type Language } from '@hoest/quantities';
import { Choose, Field, UiControl, UiLocale } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { randomKey } from '../../api/random-key';
import { People } from '../../organisation/people';
import { administrationTexts } from '../administration-texts';
import { FormProblem } from '../ui/form-problem';
import { OpenedRow } from '../ui/opened-row';
import { RowPanel } from '../ui/row-panel';
import { GrantsEditor } from './grants-editor';
import { PasswordNote } from './password-note';
import { startPassword } from './start-password';

const FIELDS = ['personId', 'email', 'password', 'locale', 'grants'] as const;
type FieldName = (typeof FIELDS)[number];

/** Gives a person a sign-in: e-mail, start password, roles. The password stays on the page until it has been handed over. */
@Component({
  selector: 'app-account-form',
  imports: [Choose, Field, FormProblem, GrantsEditor, PasswordNote, RowPanel, UiControl],
  templateUrl: './account-form.html',
  styleUrl: '../ui/panel.css',
})
export class AccountForm {
  private readonly client = inject(ApiClient);
  private readonly locale = inject(UiLocale);
  protected readonly people = inject(People);
  protected readonly opened = inject(OpenedRow);
  protected readonly t = administrationTexts.inject();
  /** Whom it is for, until another person is chosen. */
  readonly personId = input.required<string | null>();
  readonly added = output<Account>();

  protected readonly fields = FIELDS;
  protected readonly languages = LANGUAGES;
  protected readonly languageNames: Record<Language, string> = { da: 'Dansk', en: 'English' };
  protected readonly person = linkedSignal(() => this.personId());
  /** The person's own address until another one is typed. */
  protected readonly email = linkedSignal(() => this.people.all()?.find(({ id }) => id === this.person())?.email ?? '');
  protected readonly password = signal(startPassword());
  protected readonly language = signal<Language>(untracked(() => this.locale.language()));
  protected readonly grants = signal<readonly AccessGrant[]>([{ role: 'project_manager', unitId: null }]);
  protected readonly busy = signal(false);
  protected readonly missing = signal<Partial<Record<FieldName, string>>>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly made = signal<Account | undefined>(undefined);
  private key = randomKey();
  protected readonly heading = computed(() => this.made()?.personName ?? this.t('access.new'));

  constructor() {
    effect(() => void this.people.load());
  }

  protected fault(field: FieldName): string | undefined {
    return this.missing()[field] ?? this.problem()?.faultOf(field);
  }

  protected chooseLanguage(text: string): void {
    this.language.set(LANGUAGES.find((one) => one === text) ?? 'da');
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const [personId, email] = [this.person(), this.email().trim()];
    this.missing.set({
      personId: personId ? undefined : this.t('access.personMissing'),
      email: email ? undefined : this.t('access.emailMissing'),
      grants: this.grants().length > 0 ? undefined : this.t('access.rolesMissing'),
    });
    if (!personId || !email || this.grants().length === 0 || this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const body = { personId, email, password: this.password(), locale: this.language(), grants: [...this.grants()] };
      const account = await this.client.call(accountRoutes.createAccount, { body, idempotencyKey: this.key });
      this.made.set(account);
      this.added.emit(account);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      this.key = randomKey();
    } finally {
      this.busy.set(false);
    }
  }
}
