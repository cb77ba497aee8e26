import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { accessTokenRoutes, type ResponseOf } from '@hoest/contracts';
import { addMonths, type CalendarDate } from '@hoest/quantities';
import { DateInput, DayPipe, Empty, Field, Format, Note, TimePipe, UiControl } from '@hoest/ui';
import { ApiClient } from '../api/api-client';
import { ApiProblem } from '../api/api-problem';
import { read } from '../api/read';
import { ReadingState } from '../shell/reading-state';
import { settingsTexts } from './organisation-texts';
import { SessionStore } from './session-store';

type Made = ResponseOf<typeof accessTokenRoutes.createAccessToken>;

/** Own access tokens: list, create (shown once), revoke. */
@Component({
  selector: 'app-access-tokens',
  imports: [DateInput, DayPipe, Empty, Field, Note, ReadingState, TimePipe, UiControl],
  templateUrl: './access-tokens.html',
  styles: `
    :host {
      display: block;
    }
    .made {
      margin-top: var(--space-2);
      font-family: var(--font-code);
      overflow-wrap: anywhere;
    }
    .what {
      max-width: var(--measure);
    }
    form {
      margin-top: var(--space-4);
    }
    form .actions {
      padding-top: var(--space-3);
    }
  `,
})
export class AccessTokens {
  private readonly client = inject(ApiClient);
  private readonly clipboard = inject(Clipboard);
  private readonly format = inject(Format);
  private readonly sessions = inject(SessionStore);
  protected readonly t = settingsTexts.inject();
  private readonly name = viewChild<ElementRef<HTMLInputElement>>('name');
  private readonly scope = viewChild<ElementRef<HTMLSelectElement>>('scope');

  protected readonly tokens = read(accessTokenRoutes.listAccessTokens, () => ({}));
  protected readonly scopes = computed(() =>
    this.sessions.may('organisation.edit') ? (['read', 'write', 'admin'] as const) : (['read', 'write'] as const),
  );
  protected readonly expiresOn = signal<CalendarDate | null>(addMonths(this.format.dateOf(new Date()), 12));
  protected readonly busy = signal(false);
  protected readonly faults = signal<{ name?: string; expiresOn?: string }>({});
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly made = signal<Made | undefined>(undefined);
  protected readonly copied = signal(false);

  /** The widest thing a token may do; the narrower ones are implied. */
  protected widest(scopes: readonly ('read' | 'write' | 'admin')[]): 'read' | 'write' | 'admin' {
    return scopes.includes('admin') ? 'admin' : scopes.includes('write') ? 'write' : 'read';
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name()?.nativeElement.value.trim() ?? '';
    const expiresOn = this.expiresOn();
    this.faults.set({
      name: name ? undefined : this.t('tokens.nameMissing'),
      expiresOn: expiresOn ? undefined : this.t('tokens.dateMissing'),
    });
    if (!name || !expiresOn) return;
    const scope = this.scopes().find((one) => one === this.scope()?.nativeElement.value) ?? 'read';
    await this.attempt(async () => {
      this.made.set(
        await this.client.call(accessTokenRoutes.createAccessToken, { body: { name, scopes: [scope], expiresOn } }),
      );
      this.copied.set(false);
      const field = this.name()?.nativeElement;
      if (field) field.value = '';
      this.tokens.reload();
    });
  }

  protected revoke(id: string): Promise<void> {
    return this.attempt(async () => {
      await this.client.call(accessTokenRoutes.revokeAccessToken, { params: { id } });
      this.tokens.reload();
    });
  }

  protected copy(token: string): void {
    this.copied.set(this.clipboard.copy(token));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
