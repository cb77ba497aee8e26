import { addMonths, type CalendarDate } from '@hoest/quantities';
import { type Frequency, obligationsOf, type ScheduledObligation } from '@hoest/benefits';
import { partId } from './identifiers';
import type { StoryContext } from './story-context';

/** Months an open measure is followed beyond its final target or today, as the product schedules it. */
const FOLLOWED_MONTHS = 24;

export type DatedObligation = ScheduledObligation & { id: string };

/** Everything the measure owes, from the schedule the product uses. */
export function addObligations(
  story: StoryContext,
  measure: { id: string; frequency: Frequency; firstDue: CalendarDate | null; points: { dueOn: CalendarDate }[] },
): DatedObligation[] {
  if (!measure.firstDue) return [];
  const { today } = story.calendar;
  const final = measure.points.at(-1)?.dueOn ?? today;
  const schedule = { frequency: measure.frequency, firstDue: measure.firstDue, trackUntil: null, startsOn: null };
  const owed = obligationsOf(schedule, addMonths(final > today ? final : today, FOLLOWED_MONTHS));
  return owed.map((obligation, index) => {
    const id = partId(measure.id, 'b', index, obligation.periodStart);
    story.rows.obligation.push({
      id,
      measure_id: measure.id,
      period_start: obligation.periodStart,
      period_end: obligation.periodEnd,
      due_on: obligation.dueOn,
      grace_until: obligation.graceUntil,
      waived_reason: null,
    });
    return { ...obligation, id };
  });
}
