import { inject, Service } from '@angular/core';
import { Format } from '@hoest/ui';
import { actualsTexts } from './actuals-texts';

/** Places, months and amounts of actuals as every part of the page writes them. */
@Service()
export class ActualsWords {
  private readonly format = inject(Format);
  private readonly t = actualsTexts.inject();

  /** "4301 · 2100", or the account alone. */
  place({ account, costCentre }: { account: string; costCentre: string | null }): string {
    return costCentre === null ? account : `${account} · ${costCentre}`;
  }

  /** "jan. 2026", or the first and last of several months. */
  months(first: string, last: string): string {
    const [from, to] = [this.format.date(first, 'month'), this.format.date(last, 'month')];
    return first === last ? from : `${from} – ${to}`;
  }

  /** An amount in whole kroner, because a single line is too small for millions; what nobody stated is said so and is never 0. */
  amount(minor: string | null, currency: string): string {
    return minor === null ? this.t('notStated') : this.format.money(minor, { currency, showMinor: false });
  }

  /** Sums of several currencies in one sentence; currencies are never added together. */
  sums(sums: readonly { spentMinor: string | null; currency: string }[]): string {
    const told = sums.flatMap(({ spentMinor, currency }) =>
      spentMinor === null ? [] : [this.format.money(spentMinor, { currency, showMinor: false })],
    );
    return told.length > 0 ? this.format.list(told) : this.t('noMoney');
  }
}
