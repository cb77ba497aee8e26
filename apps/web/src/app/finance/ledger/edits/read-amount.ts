import { type DecimalSign, proposeDecimalSign, readMoney, readNumber } from '@hoest/quantities';
import type { AmountUnit } from '@hoest/ui';

export interface AmountTerms {
  decimal: DecimalSign;
  currency: string;
  /** Unit the grid shows: a bare number is in it, a unit or a currency in the text itself wins. */
  unit: AmountUnit;
}

export type AmountReading =
  | { kind: 'amount'; minor: bigint }
  | { kind: 'empty' }
  | { kind: 'fault'; code: 'not_an_amount' | 'ambiguous' | 'other_currency' };

const KRONER = ['DKK', 'SEK', 'NOK', 'ISK'];

function fits(said: string | undefined, currency: string): boolean {
  if (said === undefined || said === currency) return true;
  return (said === 'kr' && KRONER.includes(currency)) || (said === '$' && currency.endsWith('D'));
}

/**
 * Reads what is typed or pasted into a cell: `1.250,50`, `1,2 mio.`, `1200 t.kr.`, `(300)`. A bare number is in the unit the
 * grid shows; `1.250 kr.` is kroner, whatever that unit is.
 */
export function readAmount(text: string, { decimal, currency, unit }: AmountTerms): AmountReading {
  const number = readNumber(text, { decimal });
  const inUnit = unit !== 'whole' && number.kind === 'number' && number.currency === undefined;
  const reading = readMoney(text, { decimal, currency, ...(inUnit && { unit }) });
  if (reading.kind === 'empty') return { kind: 'empty' };
  if (reading.kind === 'not-a-number') return { kind: 'fault', code: 'not_an_amount' };
  if (reading.kind === 'ambiguous') return { kind: 'fault', code: 'ambiguous' };
  if (!fits(reading.currency, currency)) return { kind: 'fault', code: 'other_currency' };
  return { kind: 'amount', minor: reading.minor };
}

/** The decimal sign of a pasted block: what its own texts decide, else the reader's language. */
export function decimalSignOf(texts: Iterable<string>, language: 'da' | 'en'): DecimalSign {
  const proposed = proposeDecimalSign(texts);
  return proposed !== 'auto' ? proposed : language === 'da' ? 'comma' : 'point';
}
