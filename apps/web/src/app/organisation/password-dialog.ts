import { DialogRef } from '@angular/cdk/dialog';
import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { sessionRoutes } from '@hoest/contracts';
import { DEMO_PASSWORD } from '@hoest/organisation';
import { DialogBody, Field, injectUiText, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../api/api-client';
import { ApiProblem } from '../api/api-problem';
import { passwordTexts } from './organisation-texts';
import { SessionStore } from './session-store';

/** Takes the password of whoever is signed in. Closes with true once the server has taken it. */
@Component({
  selector: 'app-password-dialog',
  imports: [DialogBody, Field, Note, UiControl],
  template: `<ui-dialog [heading]="t('title')">
    <p class="muted">{{ t('why', { name }) }}</p>
    @if (problem(); as refused) {
      <ui-note kind="deviation" [heading]="refused.problem.title"
        ><p>{{ refused.problem.detail }}</p></ui-note
      >
    }
    <form id="app-password-form" novalidate (submit)="confirm($event)">
      <ui-field layout="top" [label]="t('password')" [hint]="demo ? t('demo') : ''" [error]="fault()">
        <input
          #password
          uiControl
          class="input"
          type="password"
          name="password"
          autocomplete="current-password"
          [value]="demo ? demoPassword : ''"
        />
      </ui-field>
    </form>
    <div dialogActions class="actions">
      <button type="button" class="btn" (click)="ref.close(false)">{{ ui('cancel') }}</button>
      <button type="submit" form="app-password-form" class="btn primary" [disabled]="busy()">
        {{ busy() ? t('confirming') : t('confirm') }}
      </button>
    </div>
  </ui-dialog>`,
})
export class PasswordDialog {
  private readonly client = inject(ApiClient);
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly t = passwordTexts.inject();
  protected readonly ui = injectUiText();
  private readonly session = inject(SessionStore).session();
  protected readonly name = this.session?.person.name ?? '';
  // Whoever came in with one click never saw it.
  protected readonly demo = this.session?.organisation.isDemo ?? false;
  protected readonly demoPassword = DEMO_PASSWORD;
  protected readonly busy = signal(false);
  protected readonly fault = signal<string | undefined>(undefined);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.password().nativeElement;
    this.problem.set(undefined);
    this.fault.set(field.value ? undefined : this.t('missing'));
    if (!field.value || this.busy()) return;
    this.busy.set(true);
    try {
      await this.client.call(sessionRoutes.confirmPassword, { body: { password: field.value } });
      this.ref.close(true);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      // The frame leads to the sign-in page.
      if (problem.code === 'not_signed_in') return this.ref.close(false);
      const fault = problem.faultOf('password');
      this.fault.set(fault);
      this.problem.set(fault === undefined ? problem : undefined);
      field.select();
    } finally {
      this.busy.set(false);
    }
  }
}
