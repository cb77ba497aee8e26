import {
  addMonths,
  type CalendarDate,
  earlierDate,
  laterDate,
  monthsBetween,
  splitByLargestRemainder,
} from '@hoest/quantities';
import type { InitiativeSpec } from '../specs';
import { type InitiativeTimeline, startOf } from './initiative-timeline';
import { officeHour } from './story-calendar';
import { CURRENCY, minorOf, THOUSAND_MINOR, type StoryContext } from './story-context';

/** Years of operation a plan covers besides the year of go-live. */
const OPERATION_YEARS = 3;

interface CostPart {
  name: string;
  kind: 'one_off' | 'operation' | 'internal_hours';
  isChangeEffort: boolean;
  /** Thousands of kroner, or hours, per calendar year. */
  byYear: [year: number, planned: number][];
}

/** Planned money of the one-off part and the first full year; null when nothing is estimated. */
export function plannedTotalMinor(spec: InitiativeSpec): bigint | null {
  return spec.cost ? minorOf(spec.cost.oneOff + (spec.cost.operation ?? 0)) : null;
}

/** Cost lines per year: plan, forecast of this year and later, actual of what is past. */
export function addCosts(story: StoryContext, spec: InitiativeSpec, timeline: InitiativeTimeline): void {
  const { cost } = spec;
  if (!cost) return;
  const work = workMonths(story, timeline);
  const parts: CostPart[] = [
    {
      name: 'Anskaffelse og gennemførelse',
      kind: 'one_off',
      isChangeEffort: false,
      byYear: spread(cost.oneOff - (cost.change ?? 0), work),
    },
    {
      name: 'Uddannelse og omlægning af arbejdsgange',
      kind: 'one_off',
      isChangeEffort: true,
      byYear: spread(cost.change ?? 0, work),
    },
    {
      name: 'Drift og licens',
      kind: 'operation',
      isChangeEffort: false,
      byYear: operationByYear(story, cost.operation ?? 0, timeline),
    },
    { name: 'Egne medarbejdere', kind: 'internal_hours', isChangeEffort: false, byYear: spread(cost.hours ?? 0, work) },
  ];
  for (const part of parts) {
    for (const [year, planned] of part.byYear) if (planned > 0) addCostLine(story, spec, timeline, part, year, planned);
  }
}

/** The months in which the one-off work is done; a year ahead where nothing is planned yet. */
function workMonths(story: StoryContext, timeline: InitiativeTimeline): CalendarDate[] {
  const { calendar } = story;
  const until = timeline.goLivePlanned ?? `${story.priceYear + 1}-12-01`;
  const from = startOf(timeline, 'executing') ?? laterDate(calendar.monthStart(1), addMonths(until, -7));
  return monthsBetween(earlierDate(from, until), until);
}

/** A total over the years of its months; whole units that add up. */
function spread(total: number, months: readonly CalendarDate[]): [number, number][] {
  if (total <= 0) return [];
  const years = [...new Set(months.map((month) => Number(month.slice(0, 4))))];
  const weights = years.map((year) => months.filter((month) => Number(month.slice(0, 4)) === year).length);
  const parts = splitByLargestRemainder(BigInt(Math.round(total)), weights);
  return years.map((year, position) => [year, Number(parts[position] ?? 0n)]);
}

function operationByYear(story: StoryContext, perYear: number, timeline: InitiativeTimeline): [number, number][] {
  const live = timeline.goLivePlanned;
  if (!live || perYear === 0) return [];
  const first = Number(live.slice(0, 4));
  const ends = timeline.endedOn && !timeline.goLiveActual ? Number(timeline.endedOn.slice(0, 4)) : null;
  const last = Math.max(first + OPERATION_YEARS, story.priceYear + 1);
  return Array.from({ length: last - first + 1 }, (_, index): [number, number] => {
    const year = first + index;
    const months = year === first ? 13 - Number(live.slice(5, 7)) : 12;
    return [year, Math.round((perYear * months) / 12)];
  }).filter(([year]) => ends === null || year <= ends);
}

function addCostLine(
  story: StoryContext,
  spec: InitiativeSpec,
  timeline: InitiativeTimeline,
  part: CostPart,
  year: number,
  planned: number,
): void {
  const { ids, rows, calendar, priceYear } = story;
  const isHours = part.kind === 'internal_hours';
  const over = 1 + (spec.cost?.over ?? 0) * (part.kind === 'operation' ? 0.5 : 1);
  const expected = BigInt(Math.round(planned * over)) * BigInt(THOUSAND_MINOR);
  // Of the running year the accounts know the months that are closed.
  const known = year < priceYear ? 1 : (Number(calendar.today.slice(5, 7)) - 1) / 12;
  const isSpent =
    year <= priceYear &&
    startOf(timeline, 'executing') !== null &&
    (part.kind !== 'operation' || timeline.goLiveActual !== null);
  const on = startOf(timeline, 'proposed') ?? timeline.registeredOn;
  rows.cost_line.push({
    id: ids.of('cost_line', `${spec.key}/${part.kind}/${part.isChangeEffort}/${year}`, on),
    created_at: officeHour(on, 150),
    updated_at: officeHour(on, 150),
    initiative_id: ids.find('initiative', spec.key),
    name: part.name,
    year,
    kind: part.kind,
    plan_minor: isHours ? null : minorOf(planned),
    forecast_minor: isHours || spec.started.length < 4 ? null : expected,
    actual_minor: isHours || !isSpent ? null : minorOf(Math.round(planned * over * known)),
    hours: isHours ? String(planned) : null,
    currency: CURRENCY,
    price_year: priceYear,
    is_change_effort: part.isChangeEffort,
    note: null,
  });
}
