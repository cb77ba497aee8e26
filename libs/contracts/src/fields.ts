import * as z from 'zod';

/** Building blocks of the contract: how each kind of value looks in JSON. */

/** UUID of a row. */
export const id = z.uuid().meta({ id: 'Id', description: 'UUID of a row' });

/** Calendar date `YYYY-MM-DD`, without time or zone. */
export const isoDate = z.iso.date().meta({ id: 'IsoDate', description: 'Calendar date, YYYY-MM-DD' });

/** First day of a month, `YYYY-MM-01`. */
export const isoMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-01$/)
  .meta({ id: 'IsoMonth', description: 'A month, given as its first day' });

/** Point in time, ISO 8601 with zone. */
export const instant = z.iso.datetime({ offset: true }).meta({ id: 'Instant' });

/** Money in minor units (øre, pence) as a string of digits, never a JSON number; may be negative only where said. */
export const minor = z
  .string()
  .regex(/^\d{1,18}$/)
  .meta({ id: 'Minor', description: 'Amount in minor units as a string of digits' });
export const signedMinor = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .meta({ id: 'SignedMinor', description: 'Amount in minor units as a string of digits, negative with a leading -' });

/** Exact decimal as a string with a point: `12.5`. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,12})?$/)
  .meta({ id: 'Decimal', description: 'Exact decimal as a string' });

/** Exact decimal that cannot be negative. */
export const unsignedDecimal = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,12})?$/)
  .meta({ id: 'UnsignedDecimal', description: 'Exact decimal as a string, 0 or more' });

/** Share between 0 and 1 as a decimal string with at most four decimals. */
export const share = z
  .string()
  .regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/)
  .meta({ id: 'Share', description: 'Share between 0 and 1 with at most four decimals' });

/** ISO 4217 code. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ id: 'Currency' });

/** Short text on one line, trimmed, not empty. */
export const line = (max = 200) => z.string().trim().min(1).max(max);

/** Longer text; empty becomes null, so that "nothing written" has one form. */
export const prose = (max = 5000) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? null : text))
    .nullable();

/** Optimistic version of a row; the same number stands in its ETag. */
export const version = z.number().int().positive();

export const yearNumber = z.number().int().min(1990).max(2100);
