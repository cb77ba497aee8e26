import { addDays, type CalendarDate, laterDate } from '@hoest/quantities';
import type { RagStatus } from '@hoest/portfolio';
import type { InitiativeSpec } from '../specs';
import { type InitiativeTimeline, startOf } from './initiative-timeline';
import { officeHour } from './story-calendar';
import { personId, type StoryContext } from './story-context';

/** How far back monthly confirmations are kept in the story. */
const MONTHS_KEPT = 18;

/** About one confirmation a month from the day it was proposed to the latest one; a bad status has been coming for some months. */
export function addStatusConfirmations(story: StoryContext, spec: InitiativeSpec, timeline: InitiativeTimeline): void {
  if (!spec.status) return;
  const [rag, daysAgo, note] = spec.status;
  const random = story.random.of(`status/${spec.key}`);
  const since = startOf(timeline, 'proposed') ?? startOf(timeline, 'analysis') ?? timeline.registeredOn;
  const from = laterDate(since, story.calendar.monthStart(-MONTHS_KEPT));
  const latest = story.calendar.daysFromToday(-daysAgo);
  const dates: CalendarDate[] = [];
  for (let on = latest; on >= from || on === latest; on = addDays(on, -random.whole(26, 44))) dates.unshift(on);
  dates.forEach((on, position) => {
    const before = dates.length - 1 - position;
    story.rows.status_confirmation.push({
      id: story.ids.of('status_confirmation', `${spec.key}/${on}`, on),
      initiative_id: story.ids.find('initiative', spec.key),
      confirmed_on: on,
      confirmed_by: personId(story, spec.manager ?? spec.owner),
      rag: ragBefore(rag, before),
      note: before === 0 ? note : null,
      recorded_at: officeHour(on, random.whole(60, 480)),
    });
  });
}

function ragBefore(now: RagStatus, confirmationsBefore: number): RagStatus {
  if (now === 'deviation')
    return confirmationsBefore < 3 ? 'deviation' : confirmationsBefore < 5 ? 'watch' : 'on_track';
  if (now === 'watch') return confirmationsBefore < 2 ? 'watch' : 'on_track';
  return confirmationsBefore === 5 ? 'watch' : 'on_track';
}
