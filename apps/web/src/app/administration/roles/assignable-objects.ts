import { inject, Injectable, signal } from '@angular/core';
import { benefitRoutes, goalRoutes, initiativeRoutes, strategyRoutes } from '@hoest/contracts';
import { type AssignableKind } from '@hoest/organisation';
import type { Option } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { SessionStore } from '../../organisation/session-store';
import { Scope } from '../../shell/scope';

const PAGE = 200;

/** Kinds that a role can be given on by hand; processes and systems have no register yet. */
export const CHOSEN_KINDS = [
  'unit',
  'organisation',
  'strategy',
  'goal',
  'initiative',
  'benefit',
] as const satisfies readonly AssignableKind[];
export type ChosenKind = (typeof CHOSEN_KINDS)[number];

interface Named {
  id: string;
  title: string;
  code?: string;
}

/** What a role can be given on, to choose from; each kind is read when it is first asked for. */
@Injectable()
export class AssignableObjects {
  private readonly client = inject(ApiClient);
  private readonly scope = inject(Scope);
  private readonly sessions = inject(SessionStore);
  private readonly read = signal<Partial<Record<ChosenKind, readonly Option[]>>>({});

  /** Objects of a kind; undefined until they are read. */
  optionsOf(kind: ChosenKind): readonly Option[] | undefined {
    const organisation = this.sessions.organisation();
    if (kind === 'unit')
      return (this.scope.units() ?? []).map(({ id, name, code, level }) => ({
        id,
        label: name,
        hint: code,
        depth: level,
      }));
    if (kind === 'organisation') return organisation ? [{ id: organisation.rootUnitId, label: organisation.name }] : [];
    return this.read()[kind];
  }

  /** Has the objects of a kind ready. @throws ApiProblem */
  async load(kind: ChosenKind): Promise<void> {
    if (this.optionsOf(kind)) return;
    const rows = await this.rowsOf(kind);
    const options = rows.map(({ id, title, code }) => ({ id, label: title, hint: code }));
    this.read.update((read) => ({ ...read, [kind]: options }));
  }

  private async rowsOf(kind: ChosenKind): Promise<readonly Named[]> {
    switch (kind) {
      case 'strategy':
        return (await this.client.call(strategyRoutes.listStrategies, {})).items;
      case 'goal':
        return (await this.client.call(goalRoutes.listGoals, { query: {} })).items;
      case 'initiative':
        return this.walk((cursor) =>
          this.client.call(initiativeRoutes.listInitiatives, { query: { limit: PAGE, sort: 'code', ...cursor } }),
        );
      case 'benefit':
        return this.walk((cursor) =>
          this.client.call(benefitRoutes.listBenefits, { query: { limit: PAGE, sort: 'title', ...cursor } }),
        );
      default:
        return [];
    }
  }

  private async walk(
    next: (cursor: { cursor?: string }) => Promise<{ items: readonly Named[]; nextCursor: string | null }>,
  ): Promise<readonly Named[]> {
    const rows: Named[] = [];
    let after: string | null | undefined;
    do {
      const page = await next(after ? { cursor: after } : {});
      rows.push(...page.items);
      after = page.nextCursor;
    } while (after);
    return rows;
  }
}
