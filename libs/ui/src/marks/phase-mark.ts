import { Component, computed, input } from '@angular/core';

const SEGMENTS: Record<string, number> = {
  idea: 0,
  analysis: 1,
  proposed: 1,
  approved: 2,
  executing: 2,
  realising: 3,
  closed: 4,
};

/**
 * Four segments (idea, analysis, executing, realising): past grey, present accent, future hollow; closed = all past.
 * On hold, stopped and rejected have no place on the line: all hollow, the word says it. Content is the phase's word.
 */
@Component({
  selector: 'ui-phase',
  template: `<svg viewBox="0 0 44 10" aria-hidden="true">
      @for (segment of segments(); track $index) {
        <rect [attr.x]="0.5 + $index * 11" y="2.5" width="9" height="5" [attr.class]="segment" />
      }
    </svg>
    <ng-content />`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 7px;
      white-space: nowrap;
    }
    svg {
      flex: none;
      width: 44px;
      height: 10px;
    }
    .past {
      fill: var(--ink-3);
      stroke: var(--ink-3);
    }
    .present {
      fill: var(--accent);
      stroke: var(--accent);
    }
    .future {
      fill: none;
      stroke: var(--rule-strong);
    }
  `,
})
export class PhaseMark {
  readonly phase = input.required<string>();
  protected readonly segments = computed(() => {
    const at = SEGMENTS[this.phase()];
    return [0, 1, 2, 3].map((index) => (at === undefined || index > at ? 'future' : index < at ? 'past' : 'present'));
  });
}
