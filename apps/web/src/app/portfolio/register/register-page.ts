import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { initiativeRoutes } from '@hoest/contracts';
import { PHASE_LABELS } from '@hoest/portfolio';
import { Choose, Field, LabelPipe, MoneyInput, Note, UiControl } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { randomKey } from '../../api/random-key';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';
import { PageFrame } from '../../shell/page-frame';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { portfolioTexts } from '../portfolio-texts';

const SIMILAR_AFTER_MS = 250;
const SIMILAR_FROM_LENGTH = 4;

/** Registering an idea in under a minute: title and unit are enough; similar initiatives show while typing. */
@Component({
  selector: 'app-register-page',
  imports: [Choose, Field, LabelPipe, MoneyInput, Note, PageFrame, ScopeLink, UiControl],
  templateUrl: './register-page.html',
  styleUrl: './register-page.css',
})
export class RegisterPage {
  protected readonly t = portfolioTexts.inject();
  private readonly client = inject(ApiClient);
  private readonly router = inject(Router);
  protected readonly scope = inject(Scope);
  private readonly sessions = inject(SessionStore);
  protected readonly phaseLabels = PHASE_LABELS;

  protected readonly title = signal('');
  protected readonly problem = signal('');
  protected readonly expectedGain = signal('');
  protected readonly roughCost = signal<string | null>(null);
  protected readonly unitId = signal<string | null>(this.scope.unitId() ?? this.sessions.person()?.unitId ?? null);
  protected readonly busy = signal(false);
  protected readonly refused = signal<ApiProblem | undefined>(undefined);
  protected readonly missing = signal<{ title?: string; unit?: string }>({});
  /** The same key for every attempt: pressing twice, or after a lost answer, registers once. */
  private readonly key = randomKey();

  protected readonly units = computed(() =>
    (this.scope.units() ?? []).map(({ id, name, level, code }) => ({ id, label: name, hint: code, depth: level })),
  );

  private readonly asked = signal<{ title: string; problem: string } | undefined>(undefined);
  private typing: ReturnType<typeof setTimeout> | undefined;
  protected readonly similar = read(
    initiativeRoutes.findSimilar,
    () => {
      const asked = this.asked();
      return asked && { query: { title: asked.title, ...(asked.problem && { problem: asked.problem }) } };
    },
    { keep: true },
  );

  protected type(field: 'title' | 'problem' | 'expectedGain', text: string): void {
    this[field].set(text);
    if (field === 'title') this.missing.update((missing) => ({ ...missing, title: undefined }));
    if (field === 'expectedGain') return;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      const title = this.title().trim();
      if (title.length >= SIMILAR_FROM_LENGTH) this.asked.set({ title, problem: this.problem().trim().slice(0, 5000) });
    }, SIMILAR_AFTER_MS);
  }

  protected async register(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.title().trim();
    const unitId = this.unitId();
    this.missing.set({
      title: title ? undefined : this.t('register.titleMissing'),
      unit: unitId ? undefined : this.t('register.unitMissing'),
    });
    if (!title || !unitId || this.busy()) return;
    this.busy.set(true);
    this.refused.set(undefined);
    try {
      const initiative = await this.client.call(initiativeRoutes.registerInitiative, {
        idempotencyKey: this.key,
        body: {
          title,
          unitId,
          problem: this.problem(),
          expectedGain: this.expectedGain(),
          roughCost: this.roughCost(),
          managerId: this.sessions.person()?.id ?? null,
        },
      });
      await this.router.navigate(['/initiatives', initiative.id], { queryParams: this.scope.params() });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.refused.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
