import { scaleLinear } from 'd3-scale';
import type { WaterfallBar } from './waterfall-figures';

export interface PlacedBar {
  bar: WaterfallBar;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Where the amount stands; its anchor follows from the direction. */
  label: { x: number; y: number };
  /** Line from this bar’s end to the next one; undefined after the last. */
  connector?: { x1: number; y1: number; x2: number; y2: number };
  /** What the reader can press: the bar with its words, never smaller than a finger’s target. */
  reach: { left: number; top: number; width: number; height: number };
}

export interface WaterfallGeometry {
  width: number;
  height: number;
  bars: PlacedBar[];
  /** Where zero is: y of the base line, or x in the horizontal drawing. */
  zero: number;
}

const ROW_PX = 32;
const BAR_PX = 25;
const TOP_PX = 28;
const WORDS_PX = 44;
const GAP_PX = 14;
const LEAST_PX = 1;

/** Highest and lowest place any bar reaches, zero always among them. */
function domainOf(bars: readonly WaterfallBar[]): [number, number] {
  const ends = bars.flatMap(({ from, to }) => [Number(from), Number(to)]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return low === high ? [0, 1] : [low, high];
}

/** Columns from left to right, amounts above, words below. */
export function verticalWaterfall(bars: readonly WaterfallBar[], width: number, height: number): WaterfallGeometry {
  const bottom = height - WORDS_PX;
  const scale = scaleLinear().domain(domainOf(bars)).range([bottom, TOP_PX]);
  const y = (amount: bigint) => scale(Number(amount));
  const slot = (width - GAP_PX) / Math.max(1, bars.length);
  const placed = bars.map((bar, index): PlacedBar => {
    const [top, low] = [Math.min(y(bar.from), y(bar.to)), Math.max(y(bar.from), y(bar.to))];
    const x = GAP_PX / 2 + index * slot;
    const barWidth = slot - GAP_PX;
    const end = y(bar.to);
    return {
      bar,
      x,
      y: top,
      width: barWidth,
      height: bar.amount === 0n ? 0 : Math.max(LEAST_PX, low - top),
      label: { x: x + barWidth / 2, y: top - 7 },
      connector: index < bars.length - 1 ? { x1: x + barWidth, x2: x + slot, y1: end, y2: end } : undefined,
      reach: { left: x - GAP_PX / 2, top: top - 24, width: slot, height: height - top + 24 },
    };
  });
  return { width, height, bars: placed, zero: y(0n) };
}

/** Rows from the top down, words at the left, amounts after the bar: for narrow screens and paper. */
export function horizontalWaterfall(
  bars: readonly WaterfallBar[],
  width: number,
  words: number,
  figures: number,
): WaterfallGeometry {
  const scale = scaleLinear()
    .domain(domainOf(bars))
    .range([words, Math.max(words + 40, width - figures)]);
  const x = (amount: bigint) => scale(Number(amount));
  const placed = bars.map((bar, index): PlacedBar => {
    const [left, right] = [Math.min(x(bar.from), x(bar.to)), Math.max(x(bar.from), x(bar.to))];
    const top = index * ROW_PX + (ROW_PX - BAR_PX) / 2;
    const end = x(bar.to);
    return {
      bar,
      x: left,
      y: top,
      width: bar.amount === 0n ? 0 : Math.max(LEAST_PX, right - left),
      height: BAR_PX,
      label: { x: right + 6, y: top + BAR_PX / 2 + 5 },
      connector: index < bars.length - 1 ? { x1: end, x2: end, y1: top + BAR_PX, y2: top + ROW_PX } : undefined,
      reach: { left: 0, top: index * ROW_PX, width, height: ROW_PX },
    };
  });
  return { width, height: bars.length * ROW_PX, bars: placed, zero: x(0n) };
}
