import type { ImportRecord } from '@hoest/contracts';
import { REQUIRED_TARGETS } from '@hoest/exchange';

/** Steps of the wizard in their order; the address names one: `/imports/:id?step=columns`. */
export const STEPS = ['file', 'reading', 'columns', 'check', 'commit', 'result'] as const;
export type Step = (typeof STEPS)[number];

type State = ImportRecord['state'];

/** States in which an import may still be changed. */
const OPEN: readonly State[] = ['uploaded', 'reading', 'mapped', 'previewed', 'failed', 'cancelled'];
/** States after which its rows stand in the portfolio, or stood there. */
const WRITTEN: readonly State[] = ['committed', 'undoing', 'undone'];

export const isOpen = (state: State): boolean => OPEN.includes(state);
export const isWritten = (state: State): boolean => WRITTEN.includes(state);

/** The step an import stands at, for an address that names none, or one that cannot be reached yet. */
export function stepOf(state: State): Step {
  if (isWritten(state)) return 'result';
  if (state === 'committing') return 'commit';
  return state === 'previewed' ? 'check' : 'reading';
}

/** Whether there is anything to see at a step. Steps that were passed can always be looked at again. */
export function isReachable(step: Step, state: State): boolean {
  switch (step) {
    case 'commit':
      return state === 'previewed' || state === 'committing' || isWritten(state);
    case 'result':
      return isWritten(state);
    default:
      return true;
  }
}

/** Step to show for what the address says. */
export function shownStep(asked: string | undefined, state: State): Step {
  const step = STEPS.find((known) => known === asked);
  return step && isReachable(step, state) ? step : stepOf(state);
}

/** Whether a step has nothing left to decide. */
export function isDone(step: Step, { kind, state, columns, assumptions }: ImportRecord): boolean {
  switch (step) {
    case 'file':
    case 'reading':
      return true;
    case 'columns':
      return hasRequired({ kind, columns }) && openQuestions({ columns, assumptions }) === 0;
    case 'check':
      return state === 'previewed' || state === 'committing' || isWritten(state);
    case 'commit':
    case 'result':
      return isWritten(state);
  }
}

/** Whether every field is mapped without which no row can be read. */
export function hasRequired({ kind, columns }: Pick<ImportRecord, 'kind' | 'columns'>): boolean {
  return REQUIRED_TARGETS[kind].every((required) => columns.some(({ target }) => target === required));
}

/** How many things the file does not say and nobody has answered yet. */
export function openQuestions({ columns, assumptions }: Pick<ImportRecord, 'columns' | 'assumptions'>): number {
  return assumptions.length + columns.reduce((sum, column) => sum + column.assumptions.length, 0);
}
