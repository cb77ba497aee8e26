import { addDays, monthsBetween } from '@hoest/quantities';
import type { AdoptionSpec, InitiativeSpec } from '../specs';
import type { InitiativeTimeline } from './initiative-timeline';
import { officeHour } from './story-calendar';
import type { StoryContext } from './story-context';

/** How steeply use rises at first; after a third of the time about two thirds of the rise are made. */
const STEEPNESS = 3;

/** Actual use per month since go-live: rises quickly, then slowly, and is reported a few days into the next month. */
export function addAdoption(story: StoryContext, spec: InitiativeSpec, timeline: InitiativeTimeline): void {
  (spec.adoption ?? []).forEach((series, position) => addSeries(story, spec, timeline, series, position));
}

function addSeries(
  story: StoryContext,
  spec: InitiativeSpec,
  timeline: InitiativeTimeline,
  series: AdoptionSpec,
  position: number,
): void {
  const { calendar, ids, rows } = story;
  const since = timeline.goLiveActual ?? timeline.registeredOn;
  const id = ids.of('adoption_series', `${spec.key}/${position}`, since);
  rows.adoption_series.push({
    id,
    created_at: officeHour(since, 100),
    updated_at: officeHour(since, 100),
    initiative_id: ids.find('initiative', spec.key),
    unit_id: series.unit ? ids.find('unit', series.unit) : null,
    name: series.name,
    intended: String(series.intended),
    target_rate: String(series.target),
  });
  if (!timeline.goLiveActual) return;
  const random = story.random.of(`adoption/${spec.key}/${position}`);
  const months = monthsBetween(timeline.goLiveActual, calendar.monthStart(-1 - (series.silentSince ?? 0)));
  const [first, now] = series.actual;
  const whole = monthsBetween(timeline.goLiveActual, calendar.today).length;
  months.forEach((month, index) => {
    const risen = (1 - Math.exp((-STEEPNESS * (index + 1)) / whole)) / (1 - Math.exp(-STEEPNESS));
    const recordedOn = addDays(month, 34);
    const rate = Math.max(0, (first + (now - first) * risen) * (1 + 0.02 * random.wobble()));
    if (!calendar.isPast(recordedOn)) return;
    rows.adoption_point.push({
      series_id: id,
      month,
      actual_rate: rate.toFixed(3),
      recorded_at: officeHour(recordedOn, 200),
    });
  });
}
