import { computed, inject, Injectable } from '@angular/core';
import { type Overview, overviewRoutes } from '@hoest/contracts';
import { UiLocale } from '@hoest/ui';
import { read, type Reading } from '../api/read';
import { Scope } from '../shell/scope';
import { shownStep } from './shown-amounts';

/** What the overview's sections show; one answer, so that all of them tell of the same moment. */
@Injectable()
export class OverviewStore {
  private readonly scope = inject(Scope);
  private readonly locale = inject(UiLocale);

  readonly reading: Reading<Overview> = read(
    overviewRoutes.readOverview,
    () => ({ query: { unitId: this.scope.unitId() } }),
    { topics: ['initiative', 'benefit', 'strategy'], keep: true },
  );
  /** Minor units of the last digit shown. */
  readonly step = computed(() => shownStep(this.locale.amountUnit(), this.locale.currency()));
}
