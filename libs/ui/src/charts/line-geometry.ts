import { type CalendarDate, daysBetween, Decimal, type DecimalValue } from '@hoest/quantities';
import { scaleLinear } from 'd3-scale';
import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { ChartBand, ChartGap, ChartGuide, ChartMoment, ChartSeries, ChartZone } from './chart-data';

/** Geometry of a line chart at one width. Numbers here are pixels; exact values stay with the caller. */

const TOP = 18;
const AXIS_HEIGHT = 26;
const CHARACTER = 6.7;
const LABEL_GAP = 16;
const MOST_TICKS = 5;
/** From this width on the lines' names stand in a margin at the right; below, inside the drawing above their ends. */
export const LABELS_OUTSIDE_FROM = 520;

export interface LineChartInput {
  series: readonly ChartSeries[];
  band?: ChartBand;
  moments: readonly ChartMoment[];
  guides: readonly ChartGuide[];
  zones?: readonly ChartZone[];
  gap?: ChartGap;
  /** Whether the vertical axis starts at zero: always for amounts. */
  fromZero: boolean;
  width: number;
  height: number;
  format: (value: DecimalValue) => string;
  formatMonth: (date: CalendarDate) => string;
}

export interface PlacedPoint {
  index: number;
  date: CalendarDate;
  value: DecimalValue;
  x: number;
  y: number;
  /** As in the point of the series. */
  bare: boolean;
}

export interface PlacedLabel {
  x: number;
  /** Baseline of the first line. */
  y: number;
  /** One or two lines. */
  lines: string[];
  anchor: 'start' | 'end';
}

export interface LineGeometry {
  plot: { left: number; right: number; top: number; bottom: number };
  x: (date: CalendarDate) => number;
  y: (value: DecimalValue) => number;
  /** Value at a height, for points that are moved. */
  valueAt: (y: number) => number;
  yTicks: { y: number; text: string; isAxis: boolean }[];
  xTicks: { x: number; text: string; anchor: 'start' | 'middle' | 'end' }[];
  bandPath: string;
  /** Zones with the baseline of their name, at the left: at the top, or at the bottom where a line begins at the top. */
  zones: { zone: ChartZone; top: number; height: number; textY: number }[];
  lines: { series: ChartSeries; path: string; points: PlacedPoint[]; label: PlacedLabel | undefined }[];
}

const numeric = (value: DecimalValue) => new Decimal(value).toNumber();

export function lineGeometry(input: LineChartInput): LineGeometry {
  const { series, band, width, height } = input;
  const dates = [
    ...series.flatMap(({ points }) => points.map(({ date }) => date)),
    ...(band?.points.map(({ date }) => date) ?? []),
    ...input.moments.map(({ date }) => date),
  ].sort();
  const [first = '2026-01-01', last = first] = [dates[0], dates.at(-1)];
  const values = [
    ...series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [numeric(value)]))),
    ...(band?.points.flatMap(({ low, high }) => [numeric(low), numeric(high)]) ?? []),
    ...input.guides.map(({ value }) => numeric(value)),
    ...(input.zones ?? []).flatMap(({ from, to }) => [numeric(from), numeric(to)]),
    ...(input.gap ? [numeric(input.gap.from), numeric(input.gap.to)] : []),
  ];
  const [low, high] = [
    Math.min(...values, ...(input.fromZero ? [0] : [])),
    Math.max(...values, ...(input.fromZero ? [0] : [])),
  ];
  const domain =
    Number.isFinite(low) && Number.isFinite(high)
      ? low === high
        ? [low - (low === 0 ? 0 : 1), high + 1]
        : [low, high]
      : [0, 1];

  const yScale = scaleLinear()
    .domain(domain)
    .nice(MOST_TICKS - 1);
  const tickValues = yScale.ticks(MOST_TICKS - 1);
  const tickTexts = tickValues.map((value) => input.format(value));
  const left = Math.ceil(Math.max(16, ...tickTexts.map((text) => text.length * CHARACTER)) + 10);
  const endTexts = series.map((one) => endText(one, input.format));
  const outside = width >= LABELS_OUTSIDE_FROM;
  const widest = Math.max(
    24,
    ...endTexts.map((text) => Math.max(...wrapped(text, width).map(({ length }) => length)) * (CHARACTER + 0.4) + 16),
  );
  const right = outside ? width - widest : width - 14;
  const bottom = height - AXIS_HEIGHT;
  yScale.range([bottom, TOP]);

  const span = Math.max(1, daysBetween(first, last));
  const x = (date: CalendarDate) => left + ((right - left) * daysBetween(first, date)) / span;
  const y = (value: DecimalValue) => yScale(numeric(value));

  const lines = series.map((one) => {
    const points = one.points.flatMap(({ date, value, bare = false }, index) =>
      value === null ? [] : [{ index, date, value, x: x(date), y: y(value), bare }],
    );
    const drawn = line<ChartSeries['points'][number]>()
      .defined(({ value }) => value !== null)
      .x(({ date }) => x(date))
      .y(({ value }) => y(value ?? 0))
      .curve(one.step ? curveStepAfter : curveLinear);
    return { series: one, path: drawn([...one.points]) ?? '', points, label: undefined as PlacedLabel | undefined };
  });
  placeLabels(lines, endTexts, { left, right, top: TOP, bottom }, outside, width);

  const drawnBand = area<ChartBand['points'][number]>()
    .x(({ date }) => x(date))
    .y0((point) => y(point.low))
    .y1((point) => y(point.high))
    .curve(band?.step ? curveStepAfter : curveLinear);
  return {
    plot: { left, right, top: TOP, bottom },
    x,
    y,
    valueAt: (pixel) => yScale.invert(pixel),
    yTicks: tickValues.map((value, index) => ({
      y: yScale(value),
      text: tickTexts[index] ?? '',
      isAxis: value === yScale.domain()[0],
    })),
    xTicks: monthTicks(first, last, x, right - left, input.formatMonth),
    zones: (input.zones ?? []).map((zone) => {
      const [top, foot] = [y(zone.to), y(zone.from)];
      return { zone, top, height: foot - top, textY: zoneTextY(top, foot, lines, left) };
    }),
    bandPath: band ? (drawnBand([...band.points]) ?? '') : '',
    lines,
  };
}

const ZONE_TEXT_WIDTH = 130;

/** Where a zone's name keeps away from the lines that pass at the left. */
function zoneTextY(top: number, foot: number, lines: LineGeometry['lines'], left: number): number {
  const [high, low] = [top + 16, foot - 7];
  const passing = lines.flatMap(({ points }) => points.filter(({ x }) => x < left + ZONE_TEXT_WIDTH).map(({ y }) => y));
  const room = (at: number) => Math.min(...passing.map((y) => Math.abs(y - (at - 4))), Infinity);
  return room(high) >= 12 || room(high) >= room(low) ? high : low;
}

/** Words at a line's end: its own, or name and last value. */
export function endText(series: ChartSeries, format: (value: DecimalValue) => string): string {
  if (series.endLabel !== undefined) return series.endLabel;
  const last = series.points.findLast(({ value }) => value !== null)?.value;
  return last === undefined || last === null ? series.name : `${series.name} ${format(last)}`;
}

/** A name in one line, or in two when it would take more than a quarter of the width. */
function wrapped(text: string, width: number): string[] {
  if (text.length * CHARACTER <= Math.max(120, width / 4)) return [text];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.reduce(
    (best, at) => (Math.abs(at - text.length / 2) < Math.abs(best - text.length / 2) ? at : best),
    spaces[0] ?? -1,
  );
  return middle < 0 ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}

/** Puts each name beside its line's end and pushes names apart that would overlap. */
function placeLabels(
  lines: LineGeometry['lines'],
  texts: readonly string[],
  plot: LineGeometry['plot'],
  outside: boolean,
  width: number,
): void {
  const placed = lines.flatMap((one, index) => {
    const end = one.points.at(-1);
    const text = texts[index] ?? '';
    if (!end || text === '') return [];
    const beyond = outside && plot.right - end.x < 2;
    const words = beyond ? wrapped(text, width) : [text];
    const size = Math.max(...words.map(({ length }) => length)) * CHARACTER;
    const fits = outside || end.x + 10 + size <= plot.right;
    // A line that ends inside a narrow drawing has its name below its end, where plan and gap usually are not.
    const inside = { x: Math.min(plot.right, end.x + 2), y: end.x < plot.right - 2 ? end.y + 20 : end.y - 10 };
    const label: PlacedLabel = fits
      ? { x: end.x + 9, y: end.y + 4 - (words.length - 1) * 7, lines: words, anchor: 'start' }
      : { ...inside, lines: words, anchor: 'end' };
    one.label = label;
    return [
      {
        label,
        height: words.length * LABEL_GAP,
        from: fits ? label.x : label.x - size,
        to: fits ? label.x + size : label.x,
      },
    ];
  });
  placed.sort((a, b) => a.label.y - b.label.y);
  placed.forEach((current, index) => {
    for (const before of placed.slice(0, index)) {
      const beside = current.from < before.to && before.from < current.to;
      if (beside && current.label.y - before.label.y < before.height) current.label.y = before.label.y + before.height;
    }
  });
  // What was pushed out below goes back up, and pushes the ones above it.
  let floor = plot.bottom - 2;
  for (const { label, height } of [...placed].reverse()) {
    const lowest = floor - (height - LABEL_GAP);
    if (label.y <= lowest) break;
    label.y = lowest;
    floor = lowest - LABEL_GAP;
  }
}

const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60];

/** First days of months, evenly spaced, as many as fit. */
function monthTicks(
  first: CalendarDate,
  last: CalendarDate,
  x: (date: CalendarDate) => number,
  width: number,
  format: (date: CalendarDate) => string,
): LineGeometry['xTicks'] {
  const start = monthIndex(first) + (first.endsWith('-01') ? 0 : 1);
  const end = monthIndex(last);
  const fitting = Math.max(1, Math.min(5, width / 84));
  const step = STEPS_IN_MONTHS.find((months) => (end - start) / months <= fitting) ?? 120;
  const ticks: LineGeometry['xTicks'] = [];
  for (let month = Math.ceil(start / step) * step; month <= end; month += step) {
    const date = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    const at = x(date);
    ticks.push({
      x: at,
      text: format(date),
      anchor: at - x(first) < 24 ? 'start' : x(last) - at < 24 ? 'end' : 'middle',
    });
  }
  return ticks;
}

const monthIndex = (date: CalendarDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
