import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type Params, RouterLink } from '@angular/router';
import { elementWidth } from '@hoest/ui';
import { map } from 'rxjs';
import type { WaterfallBar } from './waterfall-figures';
import { horizontalWaterfall, type PlacedBar, verticalWaterfall } from './waterfall-geometry';
import { isLevel, LEVELS, type WaterfallStep } from './waterfall-steps';

/** What the page says about one step of the waterfall. */
export interface StepWords {
  /** In one or two lines: "Ikke i", "budget". */
  lines: readonly string[];
  /** The amount, without unit. */
  text: string;
  /** For readers who do not see the bar: "Forsinket: −7,9 mio. kr., 4 gevinster". */
  spoken: string;
}

const TALL_PX = 468;
const LEAST_VERTICAL_PX = 700;
/** Room for words at the left and figures at the right of the horizontal drawing. */
const WORDS_PX = 118;
const FIGURES_PX = 64;

let count = 0;

/**
 * The leakage waterfall: an outline for what was promised, hatches for what did not come by its cause, the certainty ramp for what
 * came, dashed outlines for what did not get further. Every bar is a link. Columns on wide screens, rows below 1280 px.
 */
@Component({
  selector: 'app-waterfall-chart',
  imports: [RouterLink],
  templateUrl: './waterfall-chart.html',
  styleUrl: './waterfall-chart.css',
})
export class WaterfallChart {
  readonly bars = input.required<readonly WaterfallBar[]>();
  readonly words = input.required<Readonly<Record<WaterfallStep, StepWords>>>();
  /** Query parameters of the link behind each step. */
  readonly link = input.required<(step: WaterfallStep) => Params>();
  /** The step whose benefits are shown. */
  readonly chosen = input<string | null>(null);
  /** Name of the list of bars. */
  readonly label = input.required<string>();

  private readonly below = toSignal(
    inject(BreakpointObserver)
      .observe('(max-width: 1279px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );
  private readonly width = elementWidth(900);
  /** Hatches are named in the document; each drawing has its own. */
  protected readonly id = `app-waterfall-${(count += 1)}`;
  protected readonly horizontal = computed(() => this.below() || this.width() < LEAST_VERTICAL_PX);
  protected readonly geometry = computed(() =>
    this.horizontal()
      ? horizontalWaterfall(this.bars(), this.width(), WORDS_PX, FIGURES_PX)
      : verticalWaterfall(this.bars(), this.width(), TALL_PX),
  );

  /** Zero has words and no bar. */
  protected isDrawn({ amount }: WaterfallBar): boolean {
    return amount !== 0n;
  }

  protected isLevel(step: WaterfallStep): boolean {
    return isLevel(step);
  }

  /** Class of a bar: the ramp's step for levels, the cause for losses. */
  protected look({ step }: WaterfallBar): string {
    const level = LEVELS.findIndex((one) => one === step);
    return level < 0 ? `loss ${step}` : `level step-${level}`;
  }

  protected hatch({ step }: WaterfallBar): string | null {
    return HATCHED.includes(step) ? `url(#${this.id}-${step})` : null;
  }

  protected tickX({ x, width }: PlacedBar): number {
    return x + width / 2;
  }
}

const HATCHED: readonly WaterfallStep[] = ['delayed', 'notMeasured', 'disputed', 'shortfall'];
