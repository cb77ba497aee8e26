import type { Route } from '@hoest/contracts';
import { type FieldFault, ProblemError, schemaFaults } from '@hoest/platform';
import type { FastifyRequest } from 'fastify';
import { type ZodType, ZodUndefined } from 'zod';
import { parseStrictQuery } from './strict-query';

interface CheckedInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/**
 * Path, query and body in their parsed form.
 * @throws ProblemError `invalid` with the faults of all three at once
 */
export function checkedInput(route: Route, request: FastifyRequest): CheckedInput {
  const { values, faults } = parseStrictQuery(request.raw.url ?? '');
  const params = check(route.params, { ...(request.params as object) }, '/params', faults);
  const query = check(route.query, values, '/query', faults);
  const body = route.multipart ? undefined : check(route.body, bodyOf(route, request), '', faults);
  if (faults.length > 0) throw new ProblemError('invalid', { faults });
  return { params, query, body };
}

function check(schema: ZodType, value: unknown, root: string, faults: FieldFault[]): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  faults.push(...schemaFaults(parsed.error, root));
  return undefined;
}

/** Where a call takes no body, `{}` and `null` say the same as none: some clients cannot send none. */
function bodyOf(route: Route, request: FastifyRequest): unknown {
  const { body } = request;
  if (!(route.body instanceof ZodUndefined)) return body;
  return body === null || (typeof body === 'object' && Object.keys(body).length === 0) ? undefined : body;
}
