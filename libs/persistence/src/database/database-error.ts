import { QueryFailedError } from 'typeorm';

/** SQLSTATE of a failed statement, or null when the error is not the database's. */
export function databaseErrorCode(error: unknown): string | null {
  const source =
    error instanceof QueryFailedError
      ? (error.driverError as { code?: unknown })
      : (error as { code?: unknown } | null);
  return typeof source?.code === 'string' ? source.code : null;
}

/** Name of the constraint a statement broke, or null. */
export function brokenConstraint(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const constraint = (error.driverError as { constraint?: unknown }).constraint;
  return typeof constraint === 'string' ? constraint : null;
}

/** SQLSTATE of Høst's own refusals to change append-only rows. */
export const APPEND_ONLY = 'HA001';
export const UNIQUE_VIOLATION = '23505';
