import { ProblemError } from '@hoest/platform';
import type { QueryFailedError } from 'typeorm';

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `initiative_organisation_id_primary_goal_id_fkey`, as PostgreSQL names the keys of our tables, which all begin with the organisation. */
const KEY_NAME = /_organisation_id_(\w+)_fkey$/;

/**
 * A foreign key that does not hold. Either the row names something that does not exist here – an id of another
 * organisation looks the same –, or something else still needs the row that was to go. The field is told from the name of
 * the key: under row-level security PostgreSQL keeps columns and values out of the message.
 */
export function brokenReference(error: QueryFailedError): ProblemError {
  const { detail = '', constraint = '' } = error.driverError as { detail?: string; constraint?: string };
  if (!detail.includes(' is not present in table ')) {
    return new ProblemError('conflict', {
      cause: error,
      detail: { da: 'Noget andet bruger det stadig.', en: 'Something else still uses it.' },
    });
  }
  const column = KEY_NAME.exec(constraint)?.[1] ?? 'id';
  return new ProblemError('rule_refused', {
    cause: error,
    faults: [
      {
        pointer: `/${camelCase(column)}`,
        code: 'unknown_reference',
        detail: { da: 'Det, der henvises til, findes ikke.', en: 'What this refers to does not exist.' },
      },
    ],
  });
}
