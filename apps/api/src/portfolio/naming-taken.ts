import { brokenConstraint } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';

/**
 * Names the field whose value another row has already.
 * @param fields pointer of the field by name of the unique constraint
 * @throws ProblemError `duplicate`
 */
export async function namingTaken<T>(fields: Readonly<Record<string, string>>, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const pointer = fields[brokenConstraint(error) ?? ''];
    if (pointer === undefined) throw error;
    throw new ProblemError('duplicate', {
      cause: error,
      faults: [
        {
          pointer,
          code: 'taken',
          detail: { da: 'Værdien bruges allerede; vælg en anden.', en: 'The value is in use; choose another.' },
        },
      ],
    });
  }
}
