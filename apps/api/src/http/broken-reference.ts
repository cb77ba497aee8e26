import { ProblemError } from '@hoest/platform';
import type { QueryFailedError } from 'typeorm';

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * A foreign key that does not hold. Either the row names something that does not exist here – an id of another
 * organisation looks the same –, or something else still needs the row that was to go.
 */
export function brokenReference(error: QueryFailedError): ProblemError {
  const { detail = '' } = error.driverError as { detail?: string };
  const columns = /^Key \(([^)]*)\)=.* is not present/.exec(detail)?.[1];
  if (columns === undefined) {
    return new ProblemError('conflict', {
      cause: error,
      detail: { da: 'Noget andet bruger det stadig.', en: 'Something else still uses it.' },
    });
  }
  const column = columns
    .split(', ')
    .filter((name) => name !== 'organisation_id')
    .at(-1);
  return new ProblemError('rule_refused', {
    cause: error,
    faults: [
      {
        pointer: `/${camelCase(column ?? 'id')}`,
        code: 'unknown_reference',
        detail: { da: 'Det, der henvises til, findes ikke.', en: 'What this refers to does not exist.' },
      },
    ],
  });
}
