import * as z from 'zod';
import { decimal, id, instant, isoDate, line, unsignedDecimal, yearNumber } from '../fields';
import { defineRoute } from '../route';

/** One estimate of the price and wage index, as it was known from a day on. */
export const priceIndex = z
  .object({
    id,
    /** The day from which this estimate was known. */
    validFrom: isoDate,
    /** Where it comes from, as "KL, budgetvejledning 2027". */
    source: z.string(),
    /** By year, without gaps. */
    levels: z.array(
      z.object({
        year: yearNumber,
        /** Index, any base: only the proportion between two years counts. */
        level: decimal,
        /** Rise since the year before as a ratio, 0.035 = 3.5 %; null for the first year. */
        change: decimal.nullable(),
      }),
    ),
    recordedAt: instant,
    /** Whether a later record for the same day corrected it. */
    corrected: z.boolean(),
  })
  .meta({ id: 'PriceIndex' });
export type PriceIndex = z.output<typeof priceIndex>;

export const priceIndexRoutes = {
  readPriceIndex: defineRoute({
    id: 'readPriceIndex',
    method: 'GET',
    path: '/finance/price-index',
    area: 'finance',
    permission: 'portfolio.read',
    summary: 'The price and wage index in force, and every estimate of it, the latest first',
    query: z.strictObject({
      /** Day whose knowledge is asked for; default today. */
      asOf: isoDate.optional(),
    }),
    response: z.object({
      asOf: isoDate,
      /** Null while there is no estimate: amounts of different years cannot be compared then. */
      inForce: priceIndex.nullable(),
      estimates: z.array(priceIndex),
    }),
  }),
  recordPriceIndex: defineRoute({
    id: 'recordPriceIndex',
    method: 'POST',
    path: '/finance/price-index',
    area: 'finance',
    permission: 'finance.settings',
    status: 201,
    summary: 'Records a new estimate of the price and wage index; earlier ones stay as they were',
    body: z.strictObject({
      validFrom: isoDate,
      source: line(200),
      levels: z
        .array(z.strictObject({ year: yearNumber, level: unsignedDecimal }))
        .min(2)
        .max(60),
    }),
    response: priceIndex,
  }),
};
