import { Component, computed, effect, inject, input, output } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import type { Maturity } from '@hoest/contracts';
import { Format, Note } from '@hoest/ui';
import { maturityTexts } from '../maturity-texts';

/** The stream tells of each scope that is done; asking as well keeps the count moving when the stream is gone. */
const ASK_EVERY_MS = 2000;

/** Says that figures are being recalculated, from when the shown ones are, and how far the work is. */
@Component({
  selector: 'app-recalculation-note',
  imports: [Note],
  template: `@if (maturity().recalculating.pending > 0) {
    <ui-note kind="stale" [heading]="t('recalculating.heading')">
      {{ computed() }}
      <span noteAside>{{ done() }}</span>
    </ui-note>
  }`,
  styles: `
    :host {
      display: block;
    }
    ui-note {
      margin-bottom: var(--space-4);
    }
  `,
})
export class RecalculationNote {
  private readonly format = inject(Format);
  private readonly document = inject(DOCUMENT);
  protected readonly t = maturityTexts.inject();

  readonly maturity = input.required<Maturity>();
  /** Time to read again. */
  readonly ask = output();

  protected readonly computed = computed(() => {
    const { computedAt } = this.maturity();
    return computedAt
      ? this.t('recalculating.from', { time: this.format.dateTime(computedAt) })
      : this.t('recalculating.first');
  });
  protected readonly done = computed(() => {
    const { pending, total } = this.maturity().recalculating;
    return this.t('recalculating.done', { n: this.format.number(total - pending), of: this.format.number(total) });
  });

  constructor() {
    effect((onCleanup) => {
      if (this.maturity().recalculating.pending === 0) return;
      const timer = setTimeout(() => {
        if (this.document.visibilityState !== 'hidden') this.ask.emit();
      }, ASK_EVERY_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
