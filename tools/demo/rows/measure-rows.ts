import { addDays, addMonths, type CalendarDate, earlierDate, laterDate } from '@hoest/quantities';
import { type Frequency, type Interpolation, periodOf } from '@hoest/benefits';
import type { MeasureSpec } from '../specs';
import type { BenefitStory } from './benefit-rows';
import { addMeasurements } from './measurement-rows';
import { addObligations, type DatedObligation } from './obligation-rows';
import { officeHour } from './story-calendar';
import { minorOf, personId, type StoryContext } from './story-context';
import type { Row } from './tables';

/** Days after a period until its measurement is due: what an accounts office needs to close a month, a quarter, half a year. */
const DUE_AFTER_DAYS: Record<Frequency, number> = { month: 10, quarter: 15, half_year: 25, year: 30 };

const DEFAULT_RAMP_MONTHS = 12;

/** A measure as it was made, for the parts that follow from it. */
export interface BuiltMeasure {
  id: string;
  spec: MeasureSpec;
  row: Row<'measure'>;
  interpolation: Interpolation;
  points: { dueOn: CalendarDate; value: string }[];
  /** The baseline that stood when the plan was approved or frozen; null = there was none. */
  baselineInPlan: string | null;
  baselineOn: CalendarDate | null;
  baselineEvidence: string | null;
  obligations: DatedObligation[];
  measurements: Row<'measurement'>[];
}

/** A measure with baselines, target path, obligations and measurements. */
export function addMeasure(
  story: StoryContext,
  benefit: BenefitStory,
  spec: MeasureSpec,
  position: number,
): BuiltMeasure {
  const frequency = spec.every ?? 'quarter';
  const id = story.ids.of('measure', `${benefit.id}/${position}`, benefit.createdOn);
  const { goLiveActual, goLivePlanned, goLiveFirstPlanned } = benefit.timeline;
  // Before go-live the plan stands where it was approved; at go-live it is frozen on the real date.
  const planFrom = goLiveActual ?? goLiveFirstPlanned;
  const startsMeasuring = goLiveActual ?? goLivePlanned;
  const firstDue = startsMeasuring && addDays(periodOf(startsMeasuring, frequency).end, DUE_AFTER_DAYS[frequency]);
  const row = addMeasureRow(story, benefit, spec, { id, position, frequency, firstDue });
  const points = planFrom ? pathOf(spec, planFrom) : [];
  for (const point of points) story.rows.target_point.push({ measure_id: id, due_on: point.dueOn, value: point.value });
  const baseline = addBaselines(story, benefit, spec, id);
  const built: BuiltMeasure = {
    id,
    spec,
    row,
    interpolation: spec.interpolation ?? 'linear',
    points,
    baselineInPlan: baseline?.value ?? null,
    baselineOn: baseline?.on ?? null,
    baselineEvidence: baseline?.evidence ?? null,
    obligations: addObligations(story, { id, frequency, firstDue, points }),
    measurements: [],
  };
  addMeasurements(story, benefit, built);
  return built;
}

function addMeasureRow(
  story: StoryContext,
  benefit: BenefitStory,
  spec: MeasureSpec,
  {
    id,
    position,
    frequency,
    firstDue,
  }: { id: string; position: number; frequency: Frequency; firstDue: CalendarDate | null },
): Row<'measure'> {
  const at = officeHour(benefit.createdOn, 130);
  const row: Row<'measure'> = {
    id,
    created_at: at,
    updated_at: at,
    benefit_id: benefit.id,
    position,
    name: spec.name,
    unit: spec.unit,
    direction: spec.to < spec.from ? 'down' : 'up',
    method: null,
    source: spec.source ?? null,
    frequency,
    first_due: firstDue,
    track_until: null,
    interpolation: spec.interpolation ?? 'linear',
    money_basis: spec.amount ? 'amount' : spec.volume ? 'unit_saving' : 'achievement',
    unit_before: spec.volume ? String(spec.from) : null,
    rate_minor: spec.volume ? minorOf(spec.volume.rate / 1000) : null,
  };
  story.rows.measure.push(row);
  return row;
}

/** From the starting point at go-live to the final target, with a bend halfway where the story has one. */
function pathOf(spec: MeasureSpec, from: CalendarDate): { dueOn: CalendarDate; value: string }[] {
  const ramp = spec.ramp ?? DEFAULT_RAMP_MONTHS;
  const bend = spec.from + (spec.to - spec.from) * (spec.halfway ?? 0.5);
  return [
    { dueOn: from, value: String(spec.from) },
    ...(spec.halfway === undefined
      ? []
      : [{ dueOn: addMonths(from, Math.floor(ramp / 2)), value: String(Number(bend.toFixed(3))) }]),
    { dueOn: addMonths(from, ramp), value: String(spec.to) },
  ];
}

/** @returns the baseline that was in force at go-live (before it: today); null = none */
function addBaselines(
  story: StoryContext,
  benefit: BenefitStory,
  spec: MeasureSpec,
  measureId: string,
): { value: string; on: CalendarDate; evidence: string } | null {
  const { goLiveActual } = benefit.timeline;
  const told = spec.baseline ?? 'measured';
  // What will be measured too late is until then an intention; what was only intended is missing once it is too late.
  const how = told === 'after_go_live' && !goLiveActual ? 'planned' : told;
  if (how === 'missing' || (how === 'planned' && goLiveActual)) return null;
  const { calendar, ids, rows } = story;
  const random = story.random.of(`baseline/${benefit.initiative.key}/${spec.name}`);
  const live = goLiveActual ?? benefit.timeline.goLivePlanned ?? addMonths(calendar.today, 6);
  const add = (
    key: string,
    row: Pick<Row<'baseline'>, 'value' | 'measured_on' | 'planned_on' | 'evidence_kind' | 'comment'>,
    recordedOn: CalendarDate,
  ) => {
    rows.baseline.push({
      ...row,
      id: ids.of('baseline', `${measureId}/${key}`, recordedOn),
      measure_id: measureId,
      recorded_at: officeHour(earlierDate(recordedOn, calendar.today), 300),
      recorded_by: personId(story, benefit.measurer),
    });
  };
  if (how === 'planned') {
    const plannedOn = laterDate(addDays(live, -30), calendar.daysFromToday(random.whole(4, 30)));
    add(
      'planned',
      { value: null, measured_on: null, planned_on: plannedOn, evidence_kind: null, comment: null },
      benefit.createdOn,
    );
    return null;
  }
  const measuredOn =
    how === 'after_go_live'
      ? addDays(live, random.whole(20, 60))
      : beforeGoLive(story, benefit, live, random.whole(35, 100));
  if (spec.guessedFirst !== undefined) {
    const guess = {
      value: String(spec.guessedFirst),
      measured_on: benefit.createdOn,
      planned_on: null,
      evidence_kind: 'estimate',
    };
    add('guess', { ...guess, comment: 'Skøn fra analysen, indtil der blev talt op.' }, benefit.createdOn);
  }
  const evidence = how === 'estimate' ? 'estimate' : (spec.evidence ?? 'system_extract');
  const value = String(spec.from);
  const comment = spec.guessedFirst === undefined ? null : 'Talt op i kørebogen; erstatter skønnet.';
  add(
    'measured',
    { value, measured_on: measuredOn, planned_on: null, evidence_kind: evidence, comment },
    addDays(measuredOn, 6),
  );
  return how === 'after_go_live' ? null : { value, on: measuredOn, evidence };
}

/** Some weeks before go-live, but not before the benefit was thought of and not in days to come. */
function beforeGoLive(
  { calendar }: StoryContext,
  benefit: BenefitStory,
  live: CalendarDate,
  days: number,
): CalendarDate {
  return earlierDate(
    laterDate(addDays(live, -days), benefit.createdOn),
    earlierDate(calendar.daysFromToday(-8), addDays(live, -1)),
  );
}
