import { computed, inject, Service, signal } from '@angular/core';
import { type Person, personRoutes } from '@hoest/contracts';
import type { Option } from '@hoest/ui';
import { ApiClient } from '../api/api-client';
import { ChangeStream } from '../api/change-stream';
import { Scope } from '../shell/scope';
import { SessionStore } from './session-store';

const PAGE = 200;

/** People to choose from: owner, measurer, decider. Asked for once per sign-in, when a page first needs them. */
@Service()
export class People {
  private readonly client = inject(ApiClient);
  private readonly sessions = inject(SessionStore);
  private readonly scope = inject(Scope);
  private readonly known = signal<readonly Person[] | undefined>(undefined);
  private knownFor: string | undefined;

  /** Everybody in the organisation by name, those who left too; undefined until read. */
  readonly all = this.known.asReadonly();
  /** Who can be chosen: active people, with title or unit behind the name. */
  readonly options = computed<readonly Option[]>(() => {
    const units = new Map(this.scope.units()?.map(({ id, name }) => [id, name]));
    return (this.known() ?? [])
      .filter(({ active }) => active)
      .map(({ id, name, title, unitId }) => ({ id, label: name, hint: title ?? units.get(unitId) }));
  });

  constructor() {
    inject(ChangeStream).listen((heard) => {
      if (heard.kind === 'change' && heard.change.topic === 'organisation' && this.known()) void this.read();
    });
  }

  /** Has the people ready; pages call it once. @throws ApiProblem */
  async load(): Promise<void> {
    const person = this.sessions.person()?.id;
    if (this.known() && this.knownFor === person) return;
    await this.read();
    this.knownFor = person;
  }

  /** Name of a person; undefined while people are not read, and for an id that is not there. */
  nameOf(id: string | null): string | undefined {
    return this.known()?.find((person) => person.id === id)?.name;
  }

  private async read(): Promise<void> {
    const people: Person[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await this.client.call(personRoutes.listPeople, {
        query: { limit: PAGE, ...(cursor ? { cursor } : {}) },
      });
      people.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    this.known.set(people);
  }
}
