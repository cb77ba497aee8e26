import { HttpException } from '@nestjs/common';
import { APPEND_ONLY, databaseErrorCode, InvalidCursor, RowNotFound, UNIQUE_VIOLATION } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import { QueryFailedError } from 'typeorm';
import { brokenReference } from './broken-reference';
import { duplicateValue } from './duplicate-value';

/** SQLSTATEs and socket errors that say "not now": nothing was written, the same call may be sent again. */
const NOT_NOW = new Set([
  '57014', // statement took too long
  '55P03', // lock not available
  '53300', // too many connections
  '53200', // out of memory
  '57P01', // server is shutting down
  '57P02',
  '57P03', // server is starting
  '25P03', // idle in transaction for too long
  '40001', // serialization failure, after all retries
  '40P01', // deadlock, after all retries
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
]);
const CONNECTION_LOST =
  /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|driver not connected/i;

/** The problem that an error is to the caller. Whatever is not known here is `internal` and needs a person to look. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RowNotFound) return new ProblemError('not_found', { cause: error });
  if (error instanceof InvalidCursor) return invalidCursor(error);
  if (error instanceof HttpException) return problemOfStatus(error);
  return problemOfDatabase(error) ?? new ProblemError('internal', { cause: error });
}

function problemOfDatabase(error: unknown): ProblemError | null {
  const code = databaseErrorCode(error);
  if (code !== null && (NOT_NOW.has(code) || code.startsWith('08'))) return new ProblemError('busy', { cause: error });
  if (error instanceof Error && CONNECTION_LOST.test(error.message)) return new ProblemError('busy', { cause: error });
  if (code === APPEND_ONLY) return new ProblemError('append_only', { cause: error });
  if (code === UNIQUE_VIOLATION) return duplicateValue(error);
  if (!(error instanceof QueryFailedError) || code === null) return null;
  if (code === '23503') return brokenReference(error);
  // A value outside what the column takes: the schema should have said so first, but the caller can still correct it.
  if (code === '23514' || code.startsWith('22')) return new ProblemError('rule_refused', { cause: error });
  return null;
}

function invalidCursor(cause: InvalidCursor): ProblemError {
  return new ProblemError('invalid', {
    cause,
    faults: [
      {
        pointer: '/query/cursor',
        code: 'invalid_cursor',
        detail: {
          da: 'Mærket passer ikke til denne liste; begynd forfra uden cursor.',
          en: 'The cursor does not belong to this list; start again without one.',
        },
      },
    ],
  });
}

/** What Nest and Fastify refuse before a handler runs. */
function problemOfStatus(error: HttpException): ProblemError {
  if (error.cause instanceof ProblemError) return error.cause;
  switch (error.getStatus()) {
    case 404:
      return new ProblemError('not_found', { cause: error });
    case 405:
      return new ProblemError('method_not_allowed', { cause: error });
    case 413:
      return new ProblemError('too_large', { params: { most: '1 MB' }, cause: error });
    case 415:
      return new ProblemError('unsupported_media', { params: { expected: 'application/json' }, cause: error });
    case 503:
      return new ProblemError('busy', { cause: error });
    default:
      return new ProblemError(error.getStatus() >= 500 ? 'internal' : 'malformed', { cause: error });
  }
}
