import { addDays, type CalendarDate, daysBetween } from '@hoest/quantities';
import type { MeasureSpec } from '../specs';
import type { BenefitStory } from './benefit-rows';
import { partId } from './identifiers';
import type { BuiltMeasure } from './measure-rows';
import type { DatedObligation } from './obligation-rows';
import type { RandomSource } from './random-source';
import { officeHour } from './story-calendar';
import { personId, type StoryContext } from './story-context';
import type { Row } from './tables';

/** What happens to a measurement that is owed. */
interface Arrival {
  recordedOn: CalendarDate;
  late: boolean;
}

/** Measurements that answer obligations, as the story says they arrive; with corrections, and values from before go-live. */
export function addMeasurements(story: StoryContext, benefit: BenefitStory, measure: BuiltMeasure): void {
  const random = story.random.of(`measurements/${benefit.initiative.key}/${benefit.spec.title}/${measure.spec.name}`);
  addPilot(story, benefit, measure);
  const { goLiveActual } = benefit.timeline;
  if (!goLiveActual || measure.spec.follow === 'never') return;
  const due = answeredObligations(story, measure.spec, measure.obligations);
  due.forEach((obligation, index) => {
    const arrival = arrivalOf(measure.spec, obligation, random);
    const value = valueAt(story, measure, obligation.periodEnd, goLiveActual, random);
    const volume = measure.spec.volume
      ? Math.round(measure.spec.volume.perPeriod * (1 + 0.03 * random.wobble()))
      : null;
    if (!arrival || !story.calendar.isPast(arrival.recordedOn)) return;
    const corrected = measure.spec.corrected;
    const isCorrected = corrected !== undefined && due.length - 1 - index === corrected[0];
    const answer = { obligation, value, volume, recordedOn: arrival.recordedOn };
    if (isCorrected) addCorrected(story, benefit, measure, answer, index, corrected[1]);
    else addAnswer(story, benefit, measure, answer, index);
  });
}

/** Obligations that have fallen due and that the story answers at all. */
function answeredObligations(
  story: StoryContext,
  spec: MeasureSpec,
  obligations: readonly DatedObligation[],
): DatedObligation[] {
  const { calendar } = story;
  const silentAfter = spec.silentSince === undefined ? null : calendar.monthEnd(-spec.silentSince);
  const due = obligations.filter(
    ({ dueOn, periodEnd }) => calendar.isPast(dueOn) && (!silentAfter || periodEnd <= silentAfter),
  );
  return due.slice(0, due.length - (spec.open ?? 0));
}

/** When the measurement came in; null = it never did. */
function arrivalOf(spec: MeasureSpec, obligation: DatedObligation, random: RandomSource): Arrival | null {
  const dice = random.share();
  const graceDays = daysBetween(obligation.dueOn, obligation.graceUntil);
  const onTime = addDays(obligation.dueOn, random.whole(-6, Math.min(8, graceDays)));
  const afterGrace = addDays(obligation.graceUntil, random.whole(3, 25));
  const missing = spec.follow === 'patchy' ? 0.2 : 0.03;
  const late = spec.follow === 'patchy' ? 0.3 : spec.follow === 'late' ? 0.75 : 0.07;
  if (dice < missing) return null;
  if (dice < missing + late) return { recordedOn: afterGrace, late: true };
  return { recordedOn: onTime, late: false };
}

/** Planned share on a day, with the path read as the product reads it; floats suffice, because the value is rounded to the measure's decimals. */
function plannedShare(measure: BuiltMeasure, on: CalendarDate): number {
  const { spec, points, interpolation } = measure;
  const before = points.findLast((point) => point.dueOn <= on);
  const after = points.find((point) => point.dueOn > on);
  if (!before) return 0;
  const share = (value: string) => (Number(value) - spec.from) / (spec.to - spec.from);
  if (!after || interpolation === 'step') return share(before.value);
  const part = daysBetween(before.dueOn, on) / daysBetween(before.dueOn, after.dueOn);
  return share(before.value) + (share(after.value) - share(before.value)) * part;
}

/** The measured value: the planned share times what the story says was reached of it, a little up and down. */
function valueAt(
  story: StoryContext,
  measure: BuiltMeasure,
  on: CalendarDate,
  live: CalendarDate,
  random: RandomSource,
): string {
  const { spec } = measure;
  const result = spec.result ?? 0.8;
  const [first, now] = typeof result === 'number' ? [result, result] : result;
  const passed = Math.min(1, Math.max(0, daysBetween(live, on) / Math.max(1, daysBetween(live, story.calendar.today))));
  const reached = plannedShare(measure, on) * (first + (now - first) * passed) * (1 + 0.015 * random.wobble());
  return rounded(spec, spec.from + (spec.to - spec.from) * reached);
}

function rounded(spec: MeasureSpec, value: number): string {
  const range = Math.abs(spec.to - spec.from);
  const counts =
    Number.isInteger(spec.from) && Number.isInteger(spec.to) && !['%', 'dage', 'minutter', 'uger'].includes(spec.unit);
  const decimals = range >= 50 || (counts && range >= 10) ? 0 : range >= 5 ? 1 : 2;
  return String(Number(Math.max(0, value).toFixed(decimals)));
}

interface Answer {
  obligation: DatedObligation;
  value: string;
  volume: number | null;
  recordedOn: CalendarDate;
}

function addAnswer(
  story: StoryContext,
  benefit: BenefitStory,
  measure: BuiltMeasure,
  answer: Answer,
  index: number,
): string {
  return addMeasurement(story, benefit, measure, {
    id: partId(measure.id, 'c', index, answer.recordedOn),
    obligation_id: answer.obligation.id,
    measured_on: answer.obligation.periodEnd < answer.recordedOn ? answer.obligation.periodEnd : answer.recordedOn,
    value: answer.value,
    volume: answer.volume === null ? null : String(answer.volume),
    comment: null,
    supersedes_id: null,
    recorded_at: officeHour(answer.recordedOn, index * 37),
  });
}

/** First the wrong value, three weeks later the right one with the reason; both stay. */
function addCorrected(
  story: StoryContext,
  benefit: BenefitStory,
  measure: BuiltMeasure,
  answer: Answer,
  index: number,
  reason: string,
): void {
  const wrong = rounded(measure.spec, Number(answer.value) * 1.12);
  const supersedes = addAnswer(story, benefit, measure, { ...answer, value: wrong }, index);
  const correctedOn = addDays(answer.recordedOn, 21);
  if (!story.calendar.isPast(correctedOn)) return;
  addMeasurement(story, benefit, measure, {
    id: partId(measure.id, 'd', index, correctedOn),
    obligation_id: answer.obligation.id,
    measured_on: answer.obligation.periodEnd,
    value: answer.value,
    volume: answer.volume === null ? null : String(answer.volume),
    comment: reason,
    supersedes_id: supersedes,
    recorded_at: officeHour(correctedOn, 45),
  });
}

function addPilot(story: StoryContext, benefit: BenefitStory, measure: BuiltMeasure): void {
  (measure.spec.pilot ?? []).forEach(([monthsAgo, value], index) => {
    const on = story.calendar.dayOf(-monthsAgo, 27);
    addMeasurement(story, benefit, measure, {
      id: partId(measure.id, 'e', index, on),
      obligation_id: null,
      measured_on: on,
      value: String(value),
      volume: null,
      comment: 'Pilot i Distrikt Øst',
      supersedes_id: null,
      recorded_at: officeHour(addDays(on, 2), 70),
    });
  });
}

function addMeasurement(
  story: StoryContext,
  benefit: BenefitStory,
  measure: BuiltMeasure,
  row: Omit<Row<'measurement'>, 'measure_id' | 'evidence_kind' | 'recorded_by'>,
): string {
  const whole: Row<'measurement'> = {
    ...row,
    measure_id: measure.id,
    evidence_kind: measure.spec.evidence ?? 'system_extract',
    recorded_by: personId(story, benefit.measurer),
  };
  story.rows.measurement.push(whole);
  measure.measurements.push(whole);
  return String(row.id);
}
