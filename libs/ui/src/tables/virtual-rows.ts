import {
  CdkVirtualForOf,
  CdkVirtualScrollableWindow,
  CdkVirtualScrollViewport,
  VIRTUAL_SCROLL_STRATEGY,
} from '@angular/cdk/scrolling';
import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  contentChild,
  Directive,
  effect,
  inject,
  input,
  output,
  TemplateRef,
  untracked,
  viewChild,
} from '@angular/core';
import { SizedVirtualScroll } from './sized-scroll';

/** The template of one row in `ui-virtual-rows`: `<ng-template uiRow let-row let-index="index">`. */
@Directive({ selector: 'ng-template[uiRow]' })
export class RowTemplate {
  readonly template = inject<TemplateRef<{ $implicit: unknown; index: number }>>(TemplateRef);
}

/**
 * Thousands of rows in the page's own scroll: only those in view are drawn. Each row is a CSS grid line that the page's
 * template makes; `rowHeight` must say its exact height (group rows and two-line rows may differ). The rows are not a
 * `<table>`: give roles (`role="row"`, `role="cell"`) and put the whole, with its head, into an element with
 * `role="table"` and `aria-rowcount`. `nearEnd` asks for the next page of a list.
 *
 * ```html
 * <ui-virtual-rows [rows]="rows()" [rowHeight]="heightOf" [trackBy]="byId" (nearEnd)="more()">
 *   <ng-template uiRow let-row><div class="row" role="row">…</div></ng-template>
 * </ui-virtual-rows>
 * ```
 */
@Component({
  selector: 'ui-virtual-rows',
  imports: [CdkVirtualForOf, CdkVirtualScrollableWindow, CdkVirtualScrollViewport, NgTemplateOutlet],
  providers: [SizedVirtualScroll, { provide: VIRTUAL_SCROLL_STRATEGY, useExisting: SizedVirtualScroll }],
  template: `<cdk-virtual-scroll-viewport scrollWindow role="rowgroup">
    <ng-container *cdkVirtualFor="let row of rows(); trackBy: trackBy(); let index = index; templateCacheSize: 0">
      <ng-container [ngTemplateOutlet]="rowTemplate().template" [ngTemplateOutletContext]="{ $implicit: row, index }" />
    </ng-container>
  </cdk-virtual-scroll-viewport>`,
  styles: `
    :host {
      display: block;
    }
    cdk-virtual-scroll-viewport {
      contain: none;
    }
  `,
})
export class VirtualRows<Row> {
  private readonly strategy = inject(SizedVirtualScroll);
  protected readonly rowTemplate = contentChild.required(RowTemplate);
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);

  readonly rows = input.required<readonly Row[]>();
  /** Height of a row in pixels; a function for rows that differ. */
  readonly rowHeight = input.required<number | ((row: Row) => number)>();
  readonly trackBy = input<(index: number, row: Row) => unknown>((index) => index);
  /** The reader comes near the last row. */
  readonly nearEnd = output();

  constructor() {
    effect(() => {
      const [rows, height] = [this.rows(), this.rowHeight()];
      untracked(() => this.strategy.setHeights(rows.map((row) => (typeof height === 'number' ? height : height(row)))));
    });
    this.strategy.scrolledIndexChange.subscribe(() => {
      const count = this.rows().length;
      if (count > 0 && this.viewport().getRenderedRange().end >= count - 5) this.nearEnd.emit();
    });
  }

  /** Brings a row into view, for keyboard movement through the list. */
  scrollTo(index: number): void {
    this.viewport().scrollToIndex(index);
  }
}
