import { Component, computed, input } from '@angular/core';
import type { WaitingCounts } from '@hoest/contracts';
import { NumberPipe } from '@hoest/ui';
import { shellTexts } from './shell-texts';

/** A quiet number beside a word of the menu: how much waits there for the reader. Nothing while it is not known, or nothing waits. */
@Component({
  selector: 'app-waiting-count',
  imports: [NumberPipe],
  template: `@if (count(); as n) {
    <span class="count" aria-hidden="true" [title]="words()">{{ n | number }}</span>
    <span class="visually-hidden">, {{ words() }}</span>
  }`,
  styles: `
    .count {
      margin-left: 6px;
      color: var(--ink-3);
      font-size: var(--text-sm);
      font-weight: var(--weight-normal);
    }
  `,
})
export class WaitingCount {
  private readonly t = shellTexts.inject();
  /** What is counted. */
  readonly of = input.required<keyof WaitingCounts>();
  readonly count = input<number>();
  protected readonly words = computed(() => this.t(`waiting.${this.of()}`, { n: this.count() ?? 0 }));
}
