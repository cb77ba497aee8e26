import type { CalendarDate, DecimalValue } from '@hoest/quantities';

/** What a line means; it decides ink, dash and marker. Own data is always petrol with round points. */
export type LineKind = 'plan' | 'own' | 'forecast' | 'proposal' | 'other';

export interface ChartPoint {
  date: CalendarDate;
  /** Exact value; null = no value there, the line breaks (never drawn as zero). */
  value: DecimalValue | null;
  /** Whether the point only leads the line on (a plan that stays flat) and carries no marker. */
  bare?: boolean;
}

export interface ChartSeries {
  /** Stable key, for events and tracking. */
  id: string;
  /** Name written at the line's end and in the table. */
  name: string;
  kind: LineKind;
  /** In date order. */
  points: readonly ChartPoint[];
  /** Words at the line's end; default the name with the last value. */
  endLabel?: string;
  /** Which of the five series colours an `other` line takes, 1–5; default the grey of "the rest". */
  colour?: 1 | 2 | 3 | 4 | 5;
  /** How an `other` line is stroked, to tell grey lines apart; default solid. */
  dash?: 'solid' | 'dot' | 'dash';
  /** Whether points carry markers; default for plan, own and proposal lines of up to 24 points. */
  markers?: boolean;
  /** Whether a value holds until the next point instead of moving evenly towards it. */
  step?: boolean;
  /** Whether the reader may move its points up and down. */
  editable?: boolean;
}

/** A tolerance or an interval, drawn behind the lines. */
export interface ChartBand {
  points: readonly { date: CalendarDate; low: DecimalValue; high: DecimalValue }[];
  /** What it is, for the table and the sub-line: "80 % af 500 udtræk". */
  name: string;
  /** As in a series. */
  step?: boolean;
}

/** A dotted vertical: today, a period's end. */
export interface ChartMoment {
  date: CalendarDate;
  label: string;
}

/** A dotted horizontal: baseline, target. */
export interface ChartGuide {
  value: DecimalValue;
  label: string;
}

/** A range of the vertical axis with a name, such as a level; it belongs to the axis and is always within the drawing. */
export interface ChartZone {
  from: DecimalValue;
  to: DecimalValue;
  label: string;
  /** Whether it is tinted; every other one, so that neighbours can be told apart. */
  tinted: boolean;
}

/** The one annotated distance of a chart, in deviation colour: "127 over planen". */
export interface ChartGap {
  date: CalendarDate;
  from: DecimalValue;
  to: DecimalValue;
  label: string;
}

/** Columns and rows of a chart's table; cells as texts the reader knows. The first column names the row. */
export interface ChartTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}
