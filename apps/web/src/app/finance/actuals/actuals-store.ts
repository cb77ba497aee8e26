import { computed, inject, Service, signal } from '@angular/core';
import { actualRoutes } from '@hoest/contracts';
import { fiscalYear } from '@hoest/quantities';
import { Format } from '@hoest/ui';
import { read } from '../../api/read';
import { SessionStore } from '../../organisation/session-store';

/** What the page reads about a year's actuals. Provided by the page. */
@Service({ autoProvided: false })
export class ActualsStore {
  private readonly format = inject(Format);
  private readonly sessions = inject(SessionStore);

  /** Year of the address; undefined = the running one. */
  readonly asked = signal<number | undefined>(undefined);
  readonly now = computed(() => fiscalYear(this.format.dateOf(new Date())));
  readonly year = computed(() => this.asked() ?? this.now());
  readonly months = computed(() => ({ from: `${this.year()}-01-01`, to: `${this.year()}-12-01` }));
  readonly mayMatch = computed(() => this.sessions.may('finance.actuals'));

  private readonly follow = { topics: ['finance', 'benefit'] as const, keep: true };
  readonly totals = read(actualRoutes.readActualTotals, () => ({ query: this.months() }), this.follow);
  readonly unmatched = read(
    actualRoutes.listActualAccounts,
    () => ({ query: { match: 'unmatched' as const, ...this.months() } }),
    this.follow,
  );
  readonly ambiguous = read(
    actualRoutes.listActualAccounts,
    () => ({ query: { match: 'ambiguous' as const, ...this.months() } }),
    this.follow,
  );
  readonly rules = read(actualRoutes.listMatchingRules, () => ({}), this.follow);

  /** Lines by kind of match, all currencies. */
  readonly counts = computed(() => {
    const matches = this.totals.value()?.matches;
    const of = (sums: readonly { lines: number }[] = []) => sums.reduce((all, { lines }) => all + lines, 0);
    return {
      unmatched: of(matches?.unmatched),
      ambiguous: of(matches?.ambiguous),
      matched: of(matches?.matched),
    };
  });

  /** Reads everything again after a rule was written here; others' changes come by themselves. */
  reload(): void {
    for (const reading of [this.totals, this.unmatched, this.ambiguous, this.rules]) reading.reload();
  }
}
