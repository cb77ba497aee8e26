import { Component, computed, inject, input } from '@angular/core';
import { UiLocale } from '../language/ui-locale';

export type ConfidenceBand = 'low' | 'medium' | 'high';

export const CONFIDENCE_LABELS = {
  low: { da: 'lav', en: 'low' },
  medium: { da: 'middel', en: 'medium' },
  high: { da: 'høj', en: 'high' },
} as const satisfies Record<ConfidenceBand, { da: string; en: string }>;

const NAME = { da: 'Sikkerhed', en: 'Confidence' };

/** Hollow, half or full dot beside a score. Alone it has the accessible name "Sikkerhed: høj"; with `word` the word stands beside it. */
@Component({
  selector: 'ui-confidence',
  template: `<svg
      viewBox="0 0 12 12"
      [attr.role]="word() ? null : 'img'"
      [attr.aria-label]="word() ? null : name()"
      [attr.aria-hidden]="word() ? true : null"
    >
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="1.5" />
      @if (band() === 'medium') {
        <path d="M6 1a5 5 0 0 0 0 10z" fill="currentColor" />
      }
      @if (band() === 'high') {
        <circle cx="6" cy="6" r="5" fill="currentColor" />
      }
    </svg>
    @if (word()) {
      <span>{{ text() }}</span>
    }`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
    svg {
      flex: none;
      width: 12px;
      height: 12px;
      color: var(--accent);
    }
  `,
})
export class ConfidenceMark {
  private readonly locale = inject(UiLocale);
  readonly band = input.required<ConfidenceBand>();
  readonly word = input(false);
  protected readonly text = computed(() => this.locale.label(CONFIDENCE_LABELS[this.band()]));
  protected readonly name = computed(() => `${this.locale.label(NAME)}: ${this.text()}`);
}
