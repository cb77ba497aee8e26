import { Component, ElementRef, inject, input, output } from '@angular/core';
import type { DecimalValue } from '@hoest/quantities';
import { Format } from '../language/format';
import { injectUiText } from '../language/ui-texts';
import type { MovedPoint } from './line-chart';
import type { LineGeometry, PlacedPoint } from './line-geometry';

const STEPS = 100;

/**
 * The movable points of a line, laid over it as sliders: drag up and down, or arrow keys (Page Up and Down for ten
 * steps). A step is a hundredth of the axis, rounded to a friendly figure. The chart's owner decides what a move means.
 */
@Component({
  selector: 'ui-line-handles',
  template: `@for (point of line().points; track point.index) {
    <span
      class="handle"
      role="slider"
      tabindex="0"
      aria-orientation="vertical"
      [attr.aria-label]="line().series.name + ', ' + formats.date(point.date)"
      [attr.aria-description]="t('chartEdit')"
      [attr.aria-valuenow]="number(point.value)"
      [attr.aria-valuetext]="format()(point.value)"
      [style.left.px]="point.x"
      [style.top.px]="point.y"
      (keydown)="key($event, point)"
      (pointerdown)="grab($event)"
      (pointermove)="drag($event, point)"
    ></span>
  }`,
  styles: `
    .handle {
      position: absolute;
      width: 24px;
      height: 24px;
      margin: -12px 0 0 -12px;
      border-radius: 50%;
      cursor: ns-resize;
      touch-action: none;
    }
    .handle::after {
      content: '';
      position: absolute;
      inset: 6px;
      border: 2px solid var(--accent);
      background: var(--surface);
    }
    .handle:hover::after {
      background: var(--accent-soft);
    }
    .handle:focus-visible {
      border-radius: 50%;
    }
    @media (pointer: coarse) {
      .handle {
        width: 44px;
        height: 44px;
        margin: -22px 0 0 -22px;
      }
      .handle::after {
        inset: 15px;
      }
    }
  `,
})
export class LineHandles {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly formats = inject(Format);
  protected readonly t = injectUiText();
  readonly line = input.required<LineGeometry['lines'][number]>();
  readonly geometry = input.required<LineGeometry>();
  readonly format = input.required<(value: DecimalValue) => string>();
  readonly moved = output<MovedPoint>();

  protected number(value: DecimalValue): number {
    return Number(value.toString());
  }

  protected grab(event: PointerEvent): void {
    (event.target as Element).setPointerCapture(event.pointerId);
    event.preventDefault();
    (event.target as HTMLElement).focus();
  }

  protected drag(event: PointerEvent, point: PlacedPoint): void {
    if (!(event.target as Element).hasPointerCapture(event.pointerId)) return;
    const top = this.host.parentElement?.getBoundingClientRect().top ?? 0;
    const { plot, valueAt } = this.geometry();
    this.move(point, valueAt(Math.min(plot.bottom, Math.max(plot.top, event.clientY - top))));
  }

  protected key(event: KeyboardEvent, point: PlacedPoint): void {
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(point, this.number(point.value) + steps * this.step());
  }

  private move(point: PlacedPoint, value: number): void {
    const step = this.step();
    this.moved.emit({
      series: this.line().series.id,
      index: point.index,
      value: Number((Math.round(value / step) * step).toPrecision(12)),
    });
  }

  /** 1, 2 or 5 times a power of ten, about a hundredth of the axis. */
  private step(): number {
    const { plot, valueAt } = this.geometry();
    const raw = Math.abs(valueAt(plot.top) - valueAt(plot.bottom)) / STEPS;
    const power = 10 ** Math.floor(Math.log10(raw || 1));
    const lead = raw / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
  }
}
