import { computed, inject, Service, signal } from '@angular/core';
import { type Session, sessionRoutes } from '@hoest/contracts';
import type { Permission } from '@hoest/organisation';
import type { Language } from '@hoest/quantities';
import { UiLocale } from '@hoest/ui';
import { ApiClient } from '../api/api-client';
import { ApiProblem } from '../api/api-problem';
import { ChangeStream } from '../api/change-stream';
import { LanguageChoice } from '../language/language-choice';

/** Who is signed in. Kept in memory only; nothing about a person or a session goes to web storage. */
@Service()
export class SessionStore {
  private readonly client = inject(ApiClient);
  private readonly changes = inject(ChangeStream);
  private readonly language = inject(LanguageChoice);
  private readonly locale = inject(UiLocale);

  private readonly held = signal<Session | undefined>(undefined);
  readonly session = this.held.asReadonly();
  readonly person = computed(() => this.held()?.person);
  readonly organisation = computed(() => this.held()?.organisation);

  /** Whether the signed-in person may do it anywhere at all; the object's own page says whether there (`mayEdit`). */
  may(permission: Permission): boolean {
    return this.held()?.permissions.includes(permission) ?? false;
  }

  /** The session, asked for once; undefined when nobody is signed in. @throws ApiProblem when there is no answer */
  async ensure(): Promise<Session | undefined> {
    if (this.held()) return this.held();
    try {
      await this.begin(await this.client.call(sessionRoutes.readSession, {}));
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.problem.status === 401) return undefined;
      throw problem;
    }
    return this.held();
  }

  /** @throws ApiProblem when e-mail and password do not match, or too many tried */
  async signIn(email: string, password: string): Promise<void> {
    await this.begin(await this.client.call(sessionRoutes.signIn, { body: { email, password } }));
  }

  async signOut(): Promise<void> {
    try {
      await this.client.call(sessionRoutes.signOut, {});
    } catch (problem) {
      // A session that is already gone is what was asked for.
      if (!(problem instanceof ApiProblem && problem.problem.status === 401)) throw problem;
    }
    this.end();
  }

  /** Forgets the session without asking the server; it has said that there is none. */
  end(): void {
    this.changes.stop();
    this.held.set(undefined);
  }

  /** Shows another language here, and tells the server so that e-mails and other browsers follow. */
  async chooseLanguage(language: Language): Promise<void> {
    await this.language.choose(language);
    if (this.held()) this.held.set(await this.client.call(sessionRoutes.changeSession, { body: { locale: language } }));
  }

  private async begin(session: Session): Promise<void> {
    this.locale.currency.set(session.organisation.currency);
    this.locale.timeZone.set(session.organisation.timeZone);
    if (!this.language.chosen) await this.language.show(session.locale);
    this.held.set(session);
    this.changes.start();
  }
}
