import { Service, signal } from '@angular/core';
import type { Label, Language } from '@hoest/quantities';

/** Unit that large amounts are shown in where a page leaves the choice to the reader. */
export type AmountUnit = 'whole' | 'thousand' | 'million';

/**
 * Language, currency and zone of the whole client. The application sets them (from the sign-in and the reader's choice);
 * parts of this library and the format pipes follow, because all of it is signals.
 */
@Service()
export class UiLocale {
  readonly language = signal<Language>('da');
  /** ISO 4217 code of the organisation. */
  readonly currency = signal('DKK');
  /** IANA zone of the organisation; points in time are shown in it, wherever the reader is. */
  readonly timeZone = signal('Europe/Copenhagen');
  readonly amountUnit = signal<AmountUnit>('million');

  /** The word in the current language; for labels that area libs own as `{da, en}`. */
  label(label: Label): string {
    return label[this.language()];
  }
}
