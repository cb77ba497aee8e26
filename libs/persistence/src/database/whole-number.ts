import type { ValueTransformer } from 'typeorm';

/** `bigint` columns: PostgreSQL's driver hands them over as text, because a JS number would lose digits. */
export const wholeNumber: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  from: (value: unknown) => (typeof value === 'string' ? BigInt(value) : value),
};
