import { closePeriod, type Database, systemCaller } from '@hoest/persistence';
import type { CalendarDate } from '@hoest/quantities';
import type { ClosedMonth } from '../rows/tables';

/**
 * Closes the accounting months of the story as its past is told: each when the money per month is what it was then, because a
 * closing keeps it. Entries are all written before; which of them a closing knows follows from the month they were booked in.
 */
export class ClosingPeriods {
  private readonly left: ClosedMonth[];

  constructor(
    private readonly database: Database,
    private readonly organisationId: number,
    /** Oldest first. */
    months: readonly ClosedMonth[],
  ) {
    this.left = [...months];
  }

  /** Closes what was closed by the end of a day. */
  async closeUntil(day: CalendarDate): Promise<void> {
    const last = this.left.findLastIndex(({ closedAt }) => closedAt.slice(0, 10) <= day);
    for (const closed of this.left.splice(0, last + 1)) {
      await this.database.transaction(systemCaller(this.organisationId, 'demo'), {}, (tx) => closePeriod(tx, closed));
    }
  }
}
