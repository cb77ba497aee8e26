import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { NavigationEnd, type Params, Router } from '@angular/router';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Unit, unitRoutes } from '@hoest/contracts';
import { filter } from 'rxjs';
import { ApiClient } from '../api/api-client';
import { ApiProblem } from '../api/api-problem';
import { ChangeStream } from '../api/change-stream';
import { SessionStore } from '../organisation/session-store';

/**
 * Whose numbers a page shows: the unit in the address (`?unit=<id>`) with everything below it; without one, the whole
 * organisation. Links keep it by `[scopeLink]` instead of `[routerLink]`; code that navigates passes `queryParams: scope.params()`.
 */
@Service()
export class Scope {
  private readonly router = inject(Router);
  private readonly client = inject(ApiClient);
  private readonly sessions = inject(SessionStore);
  private readonly known = signal<readonly Unit[] | undefined>(undefined);
  private readonly inAddress = signal<string | undefined>(this.read());

  /** Id of the chosen unit; undefined = the whole organisation. Pass it on as `filter[unitId]` or `unitId`. */
  readonly unitId = this.inAddress.asReadonly();
  /** Every unit, parents before children; undefined until they are read. */
  readonly units = this.known.asReadonly();
  readonly unit = computed(() => this.known()?.find(({ id }) => id === this.unitId()));
  /** What the scope line says: the unit's name, or the organisation's. */
  readonly name = computed(() => this.unit()?.name ?? this.sessions.organisation()?.name ?? '');
  /** Query parameters that keep the scope. */
  readonly params = computed<Params>(() => (this.unitId() ? { unit: this.unitId() } : {}));

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.inAddress.set(this.read()));
    // Units come and go while one works: somebody's, or those of an import.
    const unlisten = inject(ChangeStream).listen((heard) => {
      if (this.known() && (heard.kind === 'resync' || heard.change.topic === 'organisation'))
        void this.readUnitsAgain();
    });
    inject(DestroyRef).onDestroy(unlisten);
  }

  /** Reads the units once per sign-in. */
  async load(): Promise<void> {
    if (!this.known()) await this.readUnits();
  }

  forget(): void {
    this.known.set(undefined);
  }

  /** Shows the page in view for another unit; undefined = the whole organisation. Other parameters stay, a list's cursor does not. */
  async choose(unitId: string | undefined): Promise<void> {
    await this.router.navigate([], {
      queryParams: { unit: unitId ?? null, cursor: null },
      queryParamsHandling: 'merge',
    });
  }

  /** What stands there stays when there is no answer; the next change asks again. */
  private async readUnitsAgain(): Promise<void> {
    try {
      await this.readUnits();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
    }
  }

  private async readUnits(): Promise<void> {
    this.known.set((await this.client.call(unitRoutes.listUnits, {})).items);
  }

  private read(): string | undefined {
    const unit: unknown = this.router.parseUrl(this.router.url).queryParams['unit'];
    return typeof unit === 'string' && unit !== '' ? unit : undefined;
  }
}
