import type { Route } from '@hoest/contracts';
import { ZodVoid } from 'zod';

/** A value as JSON: `bigint` as a string of digits, `Date` as an ISO instant; absent fields stay absent. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (value !== null && typeof value === 'object') {
    const result: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(value)) if (member !== undefined) result[key] = toJson(member);
    return result;
  }
  return value;
}

/** The handler's result does not fit the contract: our fault, answered as 500. */
export class AnswerMismatch extends Error {
  constructor(routeId: string, cause: unknown) {
    super(`The answer of ${routeId} does not fit its contract`, { cause });
  }
}

/**
 * The body of a successful answer: only what the response schema lists leaves the house.
 * @throws AnswerMismatch
 */
export function answerBody(route: Route, result: unknown): unknown {
  if (route.response instanceof ZodVoid) return undefined;
  const parsed = route.response.safeParse(toJson(result));
  if (!parsed.success) throw new AnswerMismatch(route.id, parsed.error);
  return parsed.data;
}

/** ETag of an answer that carries a row's `version`; null for others. */
export function etagOf(body: unknown): string | null {
  const version = (body as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' ? `"${version}"` : null;
}
