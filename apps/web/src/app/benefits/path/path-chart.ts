import { DEFAULT_TOLERANCE, isSamePath } from '@hoest/benefits';
import type { Measure } from '@hoest/contracts';
import { type CalendarDate, Decimal, laterDate } from '@hoest/quantities';
import type { ChartBand, ChartGap, ChartGuide, ChartPoint, ChartSeries } from '@hoest/ui';
import { baselineOf, currentValues, pathStanding, targetOf } from './path-standing';

/** The words a curve needs, in the reader's language. */
export interface PathWords {
  plan: Record<NonNullable<Measure['plan']>['kind'], string>;
  /** Name of a path that is not the plan in force: a draft, or one re-baselined by decision. */
  draft: string;
  measured: string;
  band: string;
  number: (value: Decimal | string) => string;
  date: (date: CalendarDate) => string;
  baseline: (value: string, date: CalendarDate | null) => string;
  gap: (distance: Decimal, above: boolean, planned: Decimal) => string;
}

export interface PathChart {
  series: ChartSeries[];
  band: ChartBand | undefined;
  gap: ChartGap | undefined;
  guides: ChartGuide[];
  /** Whether the axis begins at zero; values that hardly move against their size need a closer look. */
  fromZero: boolean;
}

export interface PathView {
  measure: Measure;
  /** The draft as the reader is changing it; the stored one where nobody is. */
  draft: readonly { dueOn: CalendarDate; value: string }[];
  /** Whether the reader may move the draft's points. */
  editable: boolean;
  today: CalendarDate;
}

type Point = { dueOn: CalendarDate; value: string; bare?: boolean };

const byDay = (points: readonly Point[]) => [...points].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
const drawn = (points: readonly Point[]): ChartPoint[] =>
  points.map(({ dueOn, value, bare }) => ({ date: dueOn, value, ...(bare && { bare }) }));

/** The path after its last point is flat (F10): drawn on to a day, so that later measurements can be compared by eye. */
function flatUntil(points: readonly Point[], day: CalendarDate): Point[] {
  const path = byDay(points);
  const last = path.at(-1);
  return last && last.dueOn < day ? [...path, { dueOn: day, value: last.value, bare: true }] : path;
}

/** Lines, band, gap and guides of a measure's curve: plan in force, draft beside it where it differs, measured values. */
export function pathChart({ measure, draft, editable, today }: PathView, words: PathWords): PathChart {
  const { plan } = measure;
  const values = currentValues(measure);
  const baseline = baselineOf(measure);
  const planIsDraft = !plan || plan.kind === 'draft';
  const planPoints = planIsDraft ? draft : plan.points;
  const end = laterDate(values.at(-1)?.date ?? today, today);
  const step = measure.interpolation === 'step';
  const series: ChartSeries[] = [];

  if (planPoints.length > 0) {
    const name = words.plan[plan?.kind ?? 'draft'];
    const last = targetOf([...planPoints]);
    series.push({
      id: 'plan',
      name,
      kind: 'plan',
      step,
      // Points added for drawing are none that could be moved.
      points: drawn(planIsDraft && editable ? byDay(planPoints) : flatUntil(planPoints, end)),
      endLabel: last && `${name} ${words.number(last.value)}`,
      editable: planIsDraft && editable,
    });
  }
  if (!planIsDraft && draft.length > 0 && (editable || !isSamePath(draft, plan.points))) {
    const last = targetOf([...draft]);
    series.push({
      id: 'draft',
      name: words.draft,
      kind: 'proposal',
      step,
      points: drawn(byDay(draft)),
      endLabel: last && `${words.draft} ${words.number(last.value)}`,
      editable,
    });
  }
  const own: ChartPoint[] = values.map(({ date, value }) => ({ date, value }));
  const first = own[0];
  if (first && baseline?.measuredOn && baseline.measuredOn < first.date)
    own.unshift({ date: baseline.measuredOn, value: baseline.value });
  const latest = values.at(-1);
  if (latest)
    series.push({
      id: 'measured',
      name: words.measured,
      kind: 'own',
      points: own,
      endLabel: `${words.measured} ${words.number(latest.value)}`,
    });

  const baselineValue = plan?.baselineValue ?? baseline?.value ?? null;
  return {
    series,
    band: bandOf(flatUntil(planPoints, end), baselineValue, { name: words.band, step }),
    gap: gapOf(measure, words),
    guides:
      baselineValue === null
        ? []
        : [{ value: baselineValue, label: words.baseline(baselineValue, baseline?.measuredOn ?? null) }],
    fromZero: beginsAtZero([
      ...planPoints.map(({ value }) => value),
      ...values.map(({ value }) => value),
      ...(baselineValue === null ? [] : [baselineValue]),
    ]),
  };
}

/** Tolerance round the plan: so many per cent of the whole planned change (F18). */
function bandOf(
  points: readonly Point[],
  baseline: string | null,
  drawing: Pick<ChartBand, 'name' | 'step'>,
): ChartBand | undefined {
  const target = points.at(-1);
  if (baseline === null || !target || points.length < 2) return undefined;
  const width = new Decimal(target.value).minus(baseline).abs().times(DEFAULT_TOLERANCE);
  if (width.isZero()) return undefined;
  // Where nothing can be planned below nought, nothing is tolerated there either.
  const floor = [baseline, ...points.map(({ value }) => value)].every((value) => !new Decimal(value).isNegative());
  const low = (value: string) => {
    const limit = new Decimal(value).minus(width);
    return floor && limit.isNegative() ? new Decimal(0) : limit;
  };
  return {
    ...drawing,
    points: points.map(({ dueOn, value }) => ({
      date: dueOn,
      low: low(value),
      high: new Decimal(value).plus(width),
    })),
  };
}

function gapOf(measure: Measure, words: PathWords): ChartGap | undefined {
  const standing = pathStanding(measure);
  if (standing.kind !== 'behind') return undefined;
  const { date, value, planned, distance, above } = standing;
  return { date, from: value, to: planned, label: words.gap(distance, above, planned) };
}

/** Zero belongs to the axis unless every value lies far from it and moves little. */
export function beginsAtZero(values: readonly string[]): boolean {
  const numbers = values.map((value) => new Decimal(value));
  if (numbers.length < 2) return true;
  const [low, high] = [Decimal.min(...numbers), Decimal.max(...numbers)];
  if (low.lessThanOrEqualTo(0)) return true;
  return high.minus(low).greaterThanOrEqualTo(high.times('0.25'));
}
