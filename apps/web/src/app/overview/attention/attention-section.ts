import { Component, computed, inject, input } from '@angular/core';
import type { Overview } from '@hoest/contracts';
import { AmountPipe, Format, LabelPipe, STATUS_LABELS, StatusMark, UiLocale } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { numberWord, sentence } from '../number-words';
import { overviewTexts } from '../overview-texts';
import { ShowAll } from '../show-all';
import { reasonSentence } from './reason-words';

const FEW = 6;

/** Initiatives that are not as they should be, largest money at stake first, with the reasons in words. */
@Component({
  selector: 'app-attention-section',
  imports: [AmountPipe, LabelPipe, ScopeLink, ShowAll, StatusMark],
  templateUrl: './attention-section.html',
  styles: `
    @media (min-width: 721px) {
      th.full {
        width: 44%;
      }
    }
    .named {
      display: flex;
      gap: 8px;
    }
    ui-status {
      align-self: flex-start;
      height: 20px;
    }
    .none {
      max-width: var(--measure);
      padding-bottom: var(--space-2);
    }
  `,
})
export class AttentionSection {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  protected readonly t = overviewTexts.inject();
  protected readonly STATUS_LABELS = STATUS_LABELS;
  protected readonly few = FEW;
  readonly overview = input.required<Overview>();
  /** Whether all of them are shown, as the address says (`?attention=all`). */
  readonly all = input(false);

  protected readonly unit = computed(() => this.format.amountUnit());
  protected readonly title = computed(() => {
    const n = this.overview().attentionCount;
    const word = sentence(numberWord(n, this.locale.language()));
    return n === 0 ? this.t('attention.nothing') : this.t(n === 1 ? 'attention.one' : 'attention.many', { word });
  });
  protected readonly shown = computed(() =>
    this.overview()
      .attention.slice(0, this.all() ? undefined : FEW)
      .map((row) => ({ ...row, why: reasonSentence(row.reasons, this.t, this.format) })),
  );
}
