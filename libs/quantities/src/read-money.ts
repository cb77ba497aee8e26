import { Decimal } from './decimal';
import { minorDigits } from './format';
import {
  type AmbiguousNumber,
  type DecimalSign,
  type NotANumber,
  type NumberUnit,
  readNumber,
  unitFactor,
} from './read-number';
import { roundToWhole } from './rounding';

export interface ReadMoneyOptions {
  decimal: DecimalSign;
  /** ISO code that decides how many minor units make one; default DKK. */
  currency?: string;
  /** Unit the column's heading states (`mio. kr.`); a unit in the cell itself wins. */
  unit?: Exclude<NumberUnit, 'percent'>;
}

export type MoneyReading =
  | {
      kind: 'money';
      /** Minor units (øre, pence); negative when the text is. */
      minor: bigint;
      /** Whether the text was finer than the minor unit and was rounded half to even. */
      rounded: boolean;
      /** Currency the text itself names, as in `NumberReading`. */
      currency?: string;
    }
  | { kind: 'empty' }
  | AmbiguousNumber
  | NotANumber;

/** Reads an amount to whole minor units: `1,2 mio. kr.` → 120000000n øre. A percentage is `not-a-number`. */
export function readMoney(text: string, options: ReadMoneyOptions): MoneyReading {
  const reading = readNumber(text, { decimal: options.decimal });
  if (reading.kind !== 'number') return reading;
  if (reading.unit === 'percent') return { kind: 'not-a-number' };
  const unit = reading.unit ?? options.unit;
  const exact = new Decimal(reading.value)
    .times(unit ? unitFactor(unit) : 1)
    .times(new Decimal(10).pow(minorDigits(options.currency ?? 'DKK')));
  return {
    kind: 'money',
    minor: roundToWhole(exact),
    rounded: !exact.isInteger(),
    ...(reading.currency ? { currency: reading.currency } : {}),
  };
}
