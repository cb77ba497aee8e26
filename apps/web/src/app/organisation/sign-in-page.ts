import { Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { sessionRoutes } from '@hoest/contracts';
import { ACCESS_ROLE_LABELS, DEMO_PASSWORD } from '@hoest/organisation';
import { Brand, Field, Icon, LabelPipe, Note, UiControl, UiLocale } from '@hoest/ui';
import { ApiProblem } from '../api/api-problem';
import { read } from '../api/read';
import { LanguageChoice } from '../language/language-choice';
import { shellTexts } from '../shell/shell-texts';
import { signInTexts } from './organisation-texts';
import { SessionStore } from './session-store';

/** E-mail and password, and the demo's people with one click each where there is demo data. Returns to `return`. */
@Component({
  selector: 'app-sign-in-page',
  imports: [Brand, Field, Icon, LabelPipe, Note, UiControl],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  private readonly sessions = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly languages = inject(LanguageChoice);
  protected readonly locale = inject(UiLocale);
  protected readonly t = signInTexts.inject();
  protected readonly shell = shellTexts.inject();
  private readonly email = viewChild.required<ElementRef<HTMLInputElement>>('email');
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');

  /** Address to go to afterwards; only addresses of our own are followed. */
  readonly return = input<string>();
  /** Whether one comes here because the session ended. */
  readonly expired = input<string>();

  protected readonly demo = read(sessionRoutes.listDemoAccounts, () => ({}));
  protected readonly roleLabels = ACCESS_ROLE_LABELS;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly faults = signal<{ email?: string; password?: string }>({});

  constructor() {
    const title = inject(Title);
    title.setTitle(`${this.t('title')} – Høst`);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.email().nativeElement.value.trim();
    const password = this.password().nativeElement.value;
    this.faults.set({
      email: email ? undefined : this.t('emailMissing'),
      password: password ? undefined : this.t('passwordMissing'),
    });
    if (!email) this.email().nativeElement.focus();
    else if (!password) this.password().nativeElement.focus();
    else await this.signIn(email, password);
  }

  protected signInAsDemo(email: string): Promise<void> {
    return this.signIn(email, DEMO_PASSWORD);
  }

  protected async switchLanguage(): Promise<void> {
    await this.languages.choose(this.locale.language() === 'da' ? 'en' : 'da');
  }

  private async signIn(email: string, password: string): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.sessions.signIn(email, password);
      await this.router.navigateByUrl(ownAddress(this.return()), { replaceUrl: true });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
      this.password().nativeElement.select();
    } finally {
      this.busy.set(false);
    }
  }
}

/** The address when it lies in this product, else the start page: a link must not send people elsewhere after sign-in. */
export function ownAddress(address: string | undefined): string {
  return address && /^\/(?![/\\])/.test(address) && !address.startsWith('/sign-in') ? address : '/';
}
