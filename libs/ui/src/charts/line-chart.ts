import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { CalendarDate, DecimalValue } from '@hoest/quantities';
import { Format } from '../language/format';
import { injectUiText } from '../language/ui-texts';
import type { ChartBand, ChartGap, ChartGuide, ChartMoment, ChartSeries, ChartZone } from './chart-data';
import { elementWidth } from './element-width';
import { LineHandles } from './line-handles';
import { lineGeometry, type PlacedPoint } from './line-geometry';

/** A point that the reader moved, in an `editable` series. */
export interface MovedPoint {
  series: string;
  index: number;
  value: number;
}

/** Room a gap's words need beside it. */
const GAP_LABEL_PX = 120;

/**
 * Lines over time. Plan: thin ink, square points; own data: petrol, round points; forecast: dashed in the same colour;
 * proposal: ochre dashed. Names stand at the lines' ends. Redraws for its width. Arrow keys (or the pointer) move a
 * cursor through the dates and read the values out; put it into a `ui-chart-frame`, which adds message and table.
 */
@Component({
  selector: 'ui-line-chart',
  imports: [LineHandles],
  templateUrl: './line-chart.html',
  styleUrl: './line-chart.css',
  host: { '[class.narrow]': 'width() < 520' },
})
export class LineChart {
  private readonly formats = inject(Format);
  protected readonly t = injectUiText();

  readonly series = input.required<readonly ChartSeries[]>();
  /** Accessible name: what is drawn, in a few words; the message stands in the frame. */
  readonly label = input.required<string>();
  readonly band = input<ChartBand>();
  readonly moments = input<readonly ChartMoment[]>([]);
  readonly guides = input<readonly ChartGuide[]>([]);
  /** Named ranges of the vertical axis, drawn behind everything. */
  readonly zones = input<readonly ChartZone[]>([]);
  readonly gap = input<ChartGap>();
  readonly fromZero = input(true);
  /** Height in pixels at full width; narrow charts are a little lower. */
  readonly height = input(260);
  /** How values are written; default the language's number with at most one decimal. */
  readonly format = input<(value: DecimalValue) => string>((value) => this.formats.number(value, { maxDecimals: 1 }));
  readonly moved = output<MovedPoint>();

  protected readonly width = elementWidth();
  protected readonly drawnHeight = computed(() =>
    this.width() < 520 ? Math.round(this.height() * 0.9) : this.height(),
  );
  protected readonly geometry = computed(() =>
    lineGeometry({
      series: this.series(),
      band: this.band(),
      moments: this.moments(),
      guides: this.guides(),
      zones: this.zones(),
      gap: this.gap(),
      fromZero: this.fromZero(),
      width: this.width(),
      height: this.drawnHeight(),
      format: this.format(),
      formatMonth: (date) => this.formats.date(date, 'month'),
    }),
  );

  /**
   * The gap's words stand at its middle, right of it or left at the edge; where a dotted vertical close by would strike them
   * through, beyond that and nearer to where the gap begins, clear of a line that goes on from its end.
   */
  protected readonly gapLabel = computed(() => {
    const gap = this.gap();
    if (!gap) return undefined;
    const { x, y, plot } = this.geometry();
    const at = x(gap.date);
    const height = (share: number) => y(gap.from) + (y(gap.to) - y(gap.from)) * share + 4;
    if (at > plot.right - GAP_LABEL_PX) return { x: at - 6, y: height(0.5), anchor: 'end' };
    const struck = this.moments()
      .map(({ date }) => x(date))
      .filter((one) => one >= at && one < at + GAP_LABEL_PX / 2);
    return { x: Math.max(at, ...struck) + 6, y: height(struck.length > 0 ? 0.3 : 0.5), anchor: 'start' };
  });

  private readonly dates = computed(() =>
    [
      ...new Set(
        this.series().flatMap(({ points }) => points.filter(({ value }) => value !== null).map(({ date }) => date)),
      ),
    ].sort(),
  );
  protected readonly at = signal<number | undefined>(undefined);
  protected readonly cursor = computed(() => {
    const at = this.at();
    const date = at === undefined ? undefined : this.dates()[at];
    if (date === undefined) return undefined;
    const { x, plot } = this.geometry();
    const values = this.geometry().lines.flatMap(({ series, points }) => {
      const point = points.find((one) => one.date === date);
      return point ? [{ name: series.name, text: this.format()(point.value), y: point.y }] : [];
    });
    return { date, x: x(date), title: this.formats.date(date), values, left: x(date) > (plot.left + plot.right) / 2 };
  });
  protected readonly spoken = computed(() => {
    const cursor = this.cursor();
    return cursor ? `${cursor.title}: ${cursor.values.map(({ name, text }) => `${name} ${text}`).join(', ')}` : '';
  });

  protected showsMarkers(series: ChartSeries): boolean {
    return series.markers ?? (series.kind !== 'forecast' && series.kind !== 'other' && series.points.length <= 24);
  }

  protected lineClass(series: ChartSeries): string {
    return [series.kind, series.colour && `colour-${series.colour}`, series.dash && `dash-${series.dash}`]
      .filter(Boolean)
      .join(' ');
  }

  protected last(points: readonly PlacedPoint[]): PlacedPoint | undefined {
    return points.at(-1);
  }

  protected step(event: KeyboardEvent): void {
    const last = this.dates().length - 1;
    const at = this.at();
    const to = {
      ArrowLeft: at === undefined ? last : Math.max(0, at - 1),
      ArrowRight: at === undefined ? 0 : Math.min(last, at + 1),
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      this.at.set(to);
    } else if (event.key === 'Escape' && at !== undefined) {
      event.stopPropagation();
      this.at.set(undefined);
    }
  }

  /** Moves the cursor to the date nearest to the pointer. */
  protected follow(event: PointerEvent, frame: Element): void {
    const x = event.clientX - frame.getBoundingClientRect().left;
    const distance = (date: CalendarDate) => Math.abs(this.geometry().x(date) - x);
    const nearest = this.dates().reduce(
      (best, date, index, all) => (distance(date) < distance(all[best] ?? date) ? index : best),
      0,
    );
    this.at.set(this.dates().length ? nearest : undefined);
  }
}
