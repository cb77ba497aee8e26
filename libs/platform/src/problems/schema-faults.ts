import type * as z from 'zod';
import da from 'zod/v4/locales/da.js';
import en from 'zod/v4/locales/en.js';
import type { FieldFault } from './problem';

const danish = da().localeError;
const english = en().localeError;

/**
 * Faults of a schema as field faults with JSON pointers, in both languages. `root` says which part of the request the
 * pointer starts in: empty for the body, `/query` or `/params` otherwise.
 */
export function schemaFaults(error: z.ZodError, root = ''): FieldFault[] {
  return error.issues.flatMap((issue): FieldFault[] => {
    const pointer =
      root + issue.path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: `${pointer}/${key}`,
        code: 'unknown_field',
        detail: {
          da: `»${key}« kendes ikke her; fjern det, eller ret navnet.`,
          en: `“${key}” is not known here; remove it or correct its name.`,
        },
      }));
    }
    const word = (localize: typeof danish) => {
      const text = localize(issue as Parameters<typeof danish>[0]);
      return typeof text === 'string' ? text : (text?.message ?? issue.message);
    };
    return [{ pointer: pointer || '/', code: issue.code, detail: { da: word(danish), en: word(english) } }];
  });
}
