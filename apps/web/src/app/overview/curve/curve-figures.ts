import type { Overview } from '@hoest/contracts';
import { type CalendarDate, endOfMonth } from '@hoest/quantities';
import type { ChartGap, ChartPoint } from '@hoest/ui';

type Point = Overview['curve'][number];

/** How far back the distance is compared. */
const TREND_MONTHS = 6;
/** Less of a change than this share of the distance is no trend. */
const TREND_SHARE = 10n;

/** What the curve proves, for its sentence. */
export type CurveClaim =
  /** Nothing is due, or nothing was promised: no claim. */
  | { kind: 'none' }
  | { kind: 'on_plan' }
  | { kind: 'ahead' }
  /** The plan was where the realised is now so many months ago. */
  | { kind: 'late'; months: number; trend: 'growing' | 'shrinking' | 'steady' };

export interface CurveFigures {
  claim: CurveClaim;
  /** Latest month with something due, and what is there; null before anything is. */
  latest: { date: CalendarDate; planned: bigint; realised: bigint } | null;
  planned: ChartPoint[];
  realised: ChartPoint[];
  forecast: ChartPoint[];
}

/** Lines and claim of the accumulated curve; a month's sum stands at its end, and every line begins at zero. */
export function curveFigures(curve: readonly Point[]): CurveFigures {
  const origin = curve[0]?.month;
  const line = (value: (point: Point) => string | null, fromZero: boolean): ChartPoint[] => {
    const points = curve.map((point) => ({ date: endOfMonth(point.month), value: value(point) }));
    return fromZero && origin && points[0]?.value != null ? [{ date: origin, value: '0' }, ...points] : points;
  };
  const at = curve.findLastIndex(({ realised }) => realised !== null);
  const latest = curve[at];
  return {
    claim: claimOf(curve, at),
    latest:
      latest?.realised != null
        ? { date: endOfMonth(latest.month), planned: BigInt(latest.planned), realised: BigInt(latest.realised) }
        : null,
    planned: line(({ planned }) => planned, true),
    realised: line(({ realised }) => realised, true),
    forecast: line(({ forecast }) => forecast, false),
  };
}

function claimOf(curve: readonly Point[], at: number): CurveClaim {
  const gapAt = (index: number) => {
    const point = curve[index];
    return point?.realised != null ? BigInt(point.planned) - BigInt(point.realised) : null;
  };
  const [gap, latest] = [gapAt(at), curve[at]];
  if (gap === null || latest?.realised == null || BigInt(latest.planned) <= 0n) return { kind: 'none' };
  if (gap < 0n) return { kind: 'ahead' };
  const reached = BigInt(latest.realised);
  const then = curve.slice(0, at + 1).findLastIndex(({ planned }) => BigInt(planned) <= reached);
  const months = at - then;
  if (gap === 0n || months === 0) return { kind: 'on_plan' };
  const before = gapAt(at - TREND_MONTHS);
  const change = before === null ? 0n : gap - before;
  const size = (change < 0n ? -change : change) * TREND_SHARE;
  return { kind: 'late', months, trend: size < gap ? 'steady' : change > 0n ? 'growing' : 'shrinking' };
}

/** The distance to the plan where the realised line ends; undefined when there is none. */
export function curveGap(latest: CurveFigures['latest'], label: (minor: bigint) => string): ChartGap | undefined {
  if (!latest || latest.planned === latest.realised) return undefined;
  return {
    date: latest.date,
    from: latest.planned.toString(),
    to: latest.realised.toString(),
    label: label(latest.realised - latest.planned),
  };
}
