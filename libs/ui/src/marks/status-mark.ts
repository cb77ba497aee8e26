import { Component, computed, inject, input } from '@angular/core';
import { UiLocale } from '../language/ui-locale';

/** Status of an initiative or benefit; `unknown` = not confirmed, never shown as good. */
export type Status = 'on_track' | 'watch' | 'deviation' | 'unknown';

export const STATUS_LABELS = {
  on_track: { da: 'På sporet', en: 'On track' },
  watch: { da: 'Hold øje', en: 'Watch' },
  deviation: { da: 'Afvigelse', en: 'Deviation' },
  unknown: { da: 'Ukendt', en: 'Unknown' },
} as const satisfies Record<Status, { da: string; en: string }>;

/**
 * Mark and word of a status: circle, triangle, diamond, dashed ring. The word takes the status colour, except on track.
 * Content replaces the word (`<ui-status status="watch">4 dage</ui-status>`); `iconOnly` keeps the word for assistive
 * technology alone.
 */
@Component({
  selector: 'ui-status',
  template: `<svg viewBox="0 0 12 12" aria-hidden="true">
      @switch (status()) {
        @case ('on_track') {
          <circle cx="6" cy="6" r="4.5" fill="currentColor" />
        }
        @case ('watch') {
          <path d="M6 .8 11.6 11H.4z" fill="currentColor" />
        }
        @case ('deviation') {
          <path d="M6 0 12 6 6 12 0 6z" fill="currentColor" />
        }
        @default {
          <circle
            cx="6"
            cy="6"
            r="4.6"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            stroke-dasharray="2.4 1.9"
          />
        }
      }
    </svg>
    <span [class.visually-hidden]="iconOnly()"
      ><ng-content>{{ word() }}</ng-content></span
    >`,
  host: { '[class]': 'status()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      white-space: nowrap;
    }
    svg {
      flex: none;
      width: 12px;
      height: 12px;
    }
    :host(.on_track) svg {
      color: var(--on-track);
    }
    :host(.watch) {
      color: var(--watch);
    }
    :host(.watch) svg {
      color: var(--watch-mark);
    }
    :host(.deviation) {
      color: var(--deviation);
      font-weight: var(--weight-medium);
    }
    :host(.unknown) {
      color: var(--unknown);
    }
  `,
})
export class StatusMark {
  private readonly locale = inject(UiLocale);
  readonly status = input.required<Status>();
  readonly iconOnly = input(false);
  protected readonly word = computed(() => this.locale.label(STATUS_LABELS[this.status()]));
}
