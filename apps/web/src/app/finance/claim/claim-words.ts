import { computed, inject, Service } from '@angular/core';
import type { FinanceClaim } from '@hoest/contracts';
import { isCalendarDate } from '@hoest/quantities';
import { type AmountUnit, Format, UiLocale } from '@hoest/ui';
import { financeTexts } from '../finance-texts';
import { period } from '../period-words';
import type { Hint } from './claim-tests';

/** What the page says about a reported amount. */
@Service()
export class ClaimWords {
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly t = financeTexts.inject();
  /** Nobody signs a rounded million: amounts to decide on are in thousands, or whole where the reader wants them so. */
  private readonly amountUnit = computed<AmountUnit>(() =>
    this.locale.amountUnit() === 'whole' ? 'whole' : 'thousand',
  );

  /** What the records say against a test: `Samme konto som »Lavere porto«`. */
  hint({ code, about }: Hint, currency: string): string {
    const words = this.t(`hint.${code}`);
    if (about === null) return words;
    if (/^-?\d+$/.test(about)) return `${words}: ${this.withUnit(BigInt(about), currency)}`;
    if (isCalendarDate(about)) return `${words}: ${this.format.date(about)}`;
    return `${words}: ${about}`;
  }

  /** The months it is about: `jul.–okt. 2026`. */
  months({ monthFrom, monthTo }: Pick<FinanceClaim, 'monthFrom' | 'monthTo'>): string {
    return period(monthFrom, monthTo, this.t, this.format, 'month');
  }

  amount({ amountMinor, currency }: Pick<FinanceClaim, 'amountMinor' | 'currency'>): string {
    return this.format.amount(amountMinor, { currency, amountUnit: this.amountUnit() });
  }

  unit({ currency }: Pick<FinanceClaim, 'currency'>): string {
    return this.format.amountUnit(currency, this.amountUnit());
  }

  withUnit(minor: bigint, currency: string): string {
    return this.format.amountWithUnit(minor, { currency, amountUnit: this.amountUnit() });
  }

  /** Who sent it and when: `Lene Østergaard · indsendt 19.11.` */
  sent({ proposedByName, proposedAt }: Pick<FinanceClaim, 'proposedByName' | 'proposedAt'>): string {
    return this.t('claim.sent', {
      name: proposedByName,
      date: this.format.dayAndMonth(this.format.dateOf(proposedAt)),
    });
  }

  /** Why the reader may not decide on it; empty when they may, or when deciding is none of their work. */
  locked({ cannotValidate }: Pick<FinanceClaim, 'cannotValidate'>): string {
    return cannotValidate === null || cannotValidate === 'not_allowed' ? '' : this.t(`locked.${cannotValidate}`);
  }
}
