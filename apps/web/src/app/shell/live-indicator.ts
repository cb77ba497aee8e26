import { Component, computed, inject } from '@angular/core';
import { Format } from '@hoest/ui';
import { ChangeStream } from '../api/change-stream';
import { shellTexts } from './shell-texts';

/** Whether changes by others arrive by themselves, and when the server last said anything: "Opdateret 14.32". */
@Component({
  selector: 'app-live-indicator',
  template: `<svg viewBox="0 0 12 12" aria-hidden="true">
      @switch (changes.state()) {
        @case ('live') {
          <circle cx="6" cy="6" r="4.5" fill="currentColor" />
        }
        @case ('offline') {
          <path d="M6 .8 11.6 11H.4z" fill="currentColor" />
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
    <span>{{ text() }}</span>`,
  host: { '[class]': 'changes.state()' },
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--ink-2);
      font-size: var(--text-sm);
      white-space: nowrap;
    }
    svg {
      width: 10px;
      height: 10px;
      color: var(--unknown);
    }
    :host(.live) svg {
      color: var(--on-track);
    }
    :host(.offline) {
      color: var(--watch);
    }
    :host(.offline) svg {
      color: var(--watch-mark);
    }
  `,
})
export class LiveIndicator {
  protected readonly changes = inject(ChangeStream);
  private readonly format = inject(Format);
  private readonly t = shellTexts.inject();
  protected readonly text = computed(() => {
    const [state, since, heard] = [this.changes.state(), this.changes.offlineSince(), this.changes.heardAt()];
    if (state === 'offline' && since) return this.t('live.offline', { time: this.format.time(since) });
    return heard ? this.t('live.updated', { time: this.format.time(heard) }) : this.t('live.connecting');
  });
}
