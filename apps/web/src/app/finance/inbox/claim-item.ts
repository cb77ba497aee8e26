import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FinanceClaim } from '@hoest/contracts';
import { RUNG_LABELS, rungNumber } from '@hoest/finance';
import { Icon, LabelPipe, LadderMark, StatusMark } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { ClaimActions } from '../claim/claim-actions';
import { ClaimWords } from '../claim/claim-words';
import { TestMarks } from '../claim/test-marks';
import { FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';

/** One reported amount in the inbox: what, how much, who, what speaks against it, and what the reader may do. */
@Component({
  selector: 'app-claim-item',
  imports: [Icon, LabelPipe, LadderMark, RouterLink, ScopeLink, StatusMark, TestMarks],
  templateUrl: './claim-item.html',
  styleUrl: './claim-item.css',
})
export class ClaimItem {
  private readonly store = inject(FinanceStore);
  protected readonly actions = inject(ClaimActions);
  protected readonly words = inject(ClaimWords);
  protected readonly t = financeTexts.inject();
  readonly claim = input.required<FinanceClaim>();
  readonly selectable = input(false);
  readonly chosen = input(false);
  /** What the server said when it refused to decide on it. */
  readonly refusal = input<string>();
  readonly toggled = output();

  protected readonly labels = RUNG_LABELS;
  protected readonly rung = computed(() => rungNumber(this.claim().rung));
  protected readonly locked = computed(() => this.words.locked(this.claim()));
  /** Offered to whoever reports; who decides finds it beside all else about the amount, unless it is their own. */
  protected readonly changeable = computed(
    () => this.claim().mayChange && (!this.selectable() || this.claim().cannotValidate === 'own_claim'),
  );
  protected readonly link = computed(() => this.store.linkTo({ claim: this.claim().id }));
  protected readonly open = computed(() => this.store.view().claim === this.claim().id);
}
