import type { CdkVirtualScrollViewport, VirtualScrollStrategy } from '@angular/cdk/scrolling';
import { Subject } from 'rxjs';

const BUFFER_PX = 600;

/** Where each row begins when the rows have known, different heights; the last entry is the height of all. */
export function rowOffsets(heights: readonly number[]): Float64Array {
  const offsets = new Float64Array(heights.length + 1);
  heights.forEach((height, index) => (offsets[index + 1] = (offsets[index] ?? 0) + height));
  return offsets;
}

/** The row that covers a position; the last one for positions beyond the end. */
export function rowAt(offsets: Float64Array, position: number): number {
  let [low, high] = [0, Math.max(0, offsets.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** CDK's virtual scroll for rows whose heights differ but are known beforehand (group rows, names of two lines on phones). */
export class SizedVirtualScroll implements VirtualScrollStrategy {
  private readonly scrolled = new Subject<number>();
  private viewport: CdkVirtualScrollViewport | undefined;
  private offsets: Float64Array = new Float64Array(1);
  readonly scrolledIndexChange = this.scrolled.asObservable();

  setHeights(heights: readonly number[]): void {
    this.offsets = rowOffsets(heights);
    this.measure();
  }

  attach(viewport: CdkVirtualScrollViewport): void {
    this.viewport = viewport;
    this.measure();
  }

  detach(): void {
    this.viewport = undefined;
  }

  onContentScrolled(): void {
    this.render();
  }

  onDataLengthChanged(): void {
    this.measure();
  }

  // Heights are known, so nothing has to be learned from what was drawn.
  onContentRendered(): void {}
  onRenderedOffsetChanged(): void {}

  scrollToIndex(index: number, behavior: ScrollBehavior): void {
    this.viewport?.scrollToOffset(this.offsets[index] ?? 0, behavior);
  }

  private measure(): void {
    this.viewport?.setTotalContentSize(this.offsets.at(-1) ?? 0);
    this.render();
  }

  private render(): void {
    const { viewport, offsets } = this;
    if (!viewport) return;
    const [length, top, size] = [
      Math.min(viewport.getDataLength(), offsets.length - 1),
      viewport.measureScrollOffset(),
      viewport.getViewportSize(),
    ];
    const start = rowAt(offsets, Math.max(0, top - BUFFER_PX));
    const end = Math.min(length, rowAt(offsets, top + size + BUFFER_PX) + 1);
    viewport.setRenderedRange({ start: Math.min(start, length), end });
    viewport.setRenderedContentOffset(offsets[start] ?? 0);
    this.scrolled.next(rowAt(offsets, Math.max(0, top)));
  }
}
