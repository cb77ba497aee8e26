import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { claimRoutes, type FinanceClaim } from '@hoest/contracts';
import { daysBetween } from '@hoest/quantities';
import { Format } from '@hoest/ui';
import { readPages } from '../../api/read-pages';
import { ReadingState } from '../../shell/reading-state';
import { Scope } from '../../shell/scope';
import { ClaimActions } from '../claim/claim-actions';
import { sumOf } from '../claim/claim-tests';
import { ClaimWords } from '../claim/claim-words';
import { FinanceStore } from '../finance-store';
import { financeTexts } from '../finance-texts';
import { ClaimItem } from './claim-item';

const PAGE = 6;

const keyOf = ({ id, version }: FinanceClaim) => `${id}/${version}`;

/** Reported amounts that wait for finance, oldest first, and those it disputes: what I must do now. Others see where theirs stand. */
@Component({
  selector: 'app-inbox-section',
  imports: [ClaimItem, ReadingState, RouterLink],
  templateUrl: './inbox-section.html',
  styleUrl: './inbox-section.css',
})
export class InboxSection {
  protected readonly store = inject(FinanceStore);
  private readonly scope = inject(Scope);
  private readonly format = inject(Format);
  private readonly words = inject(ClaimWords);
  protected readonly actions = inject(ClaimActions);
  protected readonly t = financeTexts.inject();

  /** Who only reports sees their own first. */
  protected readonly whose = computed(() => this.store.view().inbox ?? (this.decides() ? 'all' : 'mine'));
  protected readonly decides = this.store.mayValidate;
  protected readonly list = readPages(
    claimRoutes.listClaims,
    () => ({
      query: {
        limit: PAGE,
        // Finance begins with what nobody has decided, a reporter with what came back.
        sort: this.decides() ? 'waiting,proposedAt' : '-waiting,proposedAt',
        'filter[state]': 'submitted,disputed',
        ...(this.scope.unitId() ? { 'filter[unitId]': this.scope.unitId() } : {}),
        ...(this.whose() === 'mine' ? { 'filter[mine]': 'true' } : {}),
      },
    }),
    { topics: ['finance'], keep: true },
  );

  /** What is chosen, by id and version: an amount that was decided or changed since is another one to look at. */
  private readonly chosenKeys = signal<ReadonlySet<string>>(new Set());
  /** Chosen and still there as it was, in the list's order. */
  protected readonly chosen = computed(() =>
    this.list.items().filter((claim) => claim.cannotValidate === null && this.isChosen(claim)),
  );
  /** Amounts nothing speaks against, neither the records nor a colleague, that the reader may decide on. */
  protected readonly clear = computed(() =>
    this.list
      .items()
      .filter(
        ({ state, cannotValidate, hints }) => state === 'submitted' && cannotValidate === null && hints.length === 0,
      ),
  );
  protected readonly sub = computed(() => {
    const [items, total, first] = [this.list.items(), this.list.total(), this.list.items()[0]];
    if (total === undefined || !first) return '';
    const count = typeof total === 'number' ? total : total.atLeast;
    const days = daysBetween(this.format.dateOf(first.proposedAt), this.store.today());
    return [
      this.t('inbox.count', { n: count }),
      this.list.hasMore() ? '' : this.words.withUnit(sumOf(items), first.currency),
      days > 0 ? this.t('inbox.oldest', { n: days }) : this.t('inbox.today'),
    ]
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly approveWords = computed(() => {
    const [first] = this.chosen();
    if (!first) return this.t('approve.none');
    const amount = this.words.withUnit(sumOf(this.chosen()), first.currency);
    return this.t('approve.chosen', { n: this.chosen().length, amount });
  });

  protected isChosen(claim: FinanceClaim): boolean {
    return this.chosenKeys().has(keyOf(claim));
  }

  protected toggle(claim: FinanceClaim): void {
    this.chosenKeys.update((keys) => {
      const next = new Set(keys);
      if (!next.delete(keyOf(claim))) next.add(keyOf(claim));
      return next;
    });
  }

  protected chooseClear(): void {
    this.chosenKeys.set(new Set(this.clear().map(keyOf)));
  }
}
