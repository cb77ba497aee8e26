import { ProblemError } from '@hoest/platform';

/**
 * Refuses a list that names the same thing twice; the later place is the fault.
 * @param pointerOf pointer of the entry at an index
 * @throws ProblemError `rule_refused`
 */
export function refuseRepeated(keys: readonly string[], pointerOf: (index: number) => string): void {
  const faults = keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          {
            pointer: pointerOf(index),
            code: 'repeated',
            detail: { da: 'Står der allerede; fjern den ene.', en: 'Stands there already; remove one of them.' },
          },
        ],
  );
  if (faults.length > 0) throw new ProblemError('rule_refused', { faults });
}
