import * as z from 'zod';

/** Error answer of every call, RFC 9457 `application/problem+json`, texts in the caller's language. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** What to do next. */
    detail: z.string(),
    instance: z.string(),
    /** Stable word for programs. */
    code: z.string(),
    requestId: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          code: z.string(),
          detail: z.string(),
          params: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
    /** 412 only: the row as it is now, and the fields that differ from the version the caller had (null when unknown). */
    current: z.unknown().optional(),
    changedFields: z.array(z.string()).nullable().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof problem>;
