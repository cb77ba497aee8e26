import { computed, inject, Service } from '@angular/core';
import { type BrokenAssumption, mapRoutes } from '@hoest/contracts';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';

/** Which benefits of the organisation rest on a broken assumption; asked for once, however many benefits a page shows. */
@Service()
export class BrokenAssumptions {
  private readonly sessions = inject(SessionStore);
  private readonly reading = read(mapRoutes.listBrokenAssumptions, () => (this.sessions.person() ? {} : undefined), {
    topics: ['benefit_map', 'benefit'],
    keep: true,
  });
  private readonly byBenefit = computed(
    () => new Map((this.reading.value()?.items ?? []).map(({ benefitId, assumptions }) => [benefitId, assumptions])),
  );

  /** The broken assumptions a benefit rests on; empty when there are none, or none are known yet. */
  of(benefitId: string): readonly BrokenAssumption[] {
    return this.byBenefit().get(benefitId) ?? [];
  }
}
