import * as z from 'zod';
import { decimal, id, isoDate } from '../fields';

const planPoint = z.object({ dueOn: isoDate, value: decimal });

/** The plan that is proposed because the go-live has moved since the dates were made for it. */
export const movedPlan = z
  .object({
    /** Whole months, and the days left over; negative = forward. */
    months: z.number().int(),
    days: z.number().int(),
    totalDays: z.number().int(),
    /** The go-live the plan was made for, and the one that is known now. */
    assumed: isoDate,
    goLive: isoDate,
    isLive: z.boolean(),
    /** Whether the plan is frozen, so that it takes a decision to move it. */
    isFrozen: z.boolean(),
    former: z.object({ startsOn: isoDate.nullable(), endsOn: isoDate.nullable() }),
    startsOn: isoDate.nullable(),
    endsOn: isoDate.nullable(),
    measures: z.array(
      z.object({
        measureId: id,
        former: z.array(planPoint),
        points: z.array(planPoint),
        /** When the first measurement would be due instead; null = it stays. */
        firstDue: isoDate.nullable(),
      }),
    ),
  })
  .meta({ id: 'MovedPlan' });
export type MovedPlan = z.output<typeof movedPlan>;
