import { Component, computed, inject, input } from '@angular/core';
import type { Overview } from '@hoest/contracts';
import { Format, StatusMark, UiLocale } from '@hoest/ui';
import { SessionStore } from '../../organisation/session-store';
import { ScopeLink } from '../../shell/scope-link';
import { injectKnownAreas } from '../known-areas';
import { numberWord, sentence } from '../number-words';
import { overviewTexts } from '../overview-texts';
import { ShowAll } from '../show-all';
import { waitingLine } from './waiting-words';

const FEW = 5;

/** What the signed-in person has to decide, close or measure, nearest deadline first. */
@Component({
  selector: 'app-waiting-section',
  imports: [ScopeLink, ShowAll, StatusMark],
  templateUrl: './waiting-section.html',
  styles: `
    @media (min-width: 721px) {
      th.full {
        width: 44%;
      }
    }
    .none {
      max-width: var(--measure);
      padding-bottom: var(--space-2);
    }
    .owed {
      display: flex;
      flex-wrap: wrap;
      gap: 2px var(--space-4);
      padding: var(--space-3) 8px 0;
    }
  `,
})
export class WaitingSection {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly sessions = inject(SessionStore);
  protected readonly knows = injectKnownAreas();
  protected readonly t = overviewTexts.inject();
  protected readonly few = FEW;
  readonly overview = input.required<Overview>();
  /** Whether all of them are shown, as the address says (`?waiting=all`). */
  readonly all = input(false);

  protected readonly title = computed(() => {
    const n = this.overview().waitingCount;
    const word = sentence(numberWord(n, this.locale.language()));
    return n === 0 ? this.t('waiting.nothing') : this.t(n === 1 ? 'waiting.one' : 'waiting.many', { word });
  });
  protected readonly decides = computed(
    () => this.sessions.may('decision.record') || this.sessions.may('benefit.approve'),
  );
  protected readonly lines = computed(() => {
    const { waiting, asOf } = this.overview();
    return waiting.map((item) => waitingLine(item, asOf, this.t, this.format, this.locale));
  });
  protected readonly shown = computed(() => (this.all() ? this.lines() : this.lines().slice(0, FEW)));
}
