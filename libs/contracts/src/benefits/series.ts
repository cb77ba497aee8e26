import * as z from 'zod';
import { currency, isoDate, isoMonth, signedMinor } from '../fields';

/** A benefit month by month: the plan in force as the headline, a re-baselined plan beside it. */
export const benefitSeriesAnswer = z.object({
  unit: z.union([
    z.object({ kind: z.literal('money'), currency }),
    z.object({ kind: z.literal('measure'), unit: z.string() }),
  ]),
  asOf: isoDate,
  items: z.array(
    z.object({
      month: isoMonth,
      planned: z.string().nullable(),
      forecast: z.string().nullable(),
      realised: z.string().nullable(),
      status: z.enum(['measured', 'not_measured', 'not_due']),
    }),
  ),
  totals: z.object({ planned: signedMinor, realised: signedMinor, forecast: signedMinor }).nullable(),
  /** The latest re-baselined plan, beside the headline; null without one. */
  rebaselined: z
    .object({
      number: z.number().int(),
      decidedOn: isoDate,
      items: z.array(z.object({ month: isoMonth, planned: z.string().nullable() })),
      totals: z.object({ planned: signedMinor, realised: signedMinor, forecast: signedMinor }).nullable(),
    })
    .nullable(),
});
