/** States one can go back to and forward to again; the grid's own stack knows nothing of ours. */
export interface EditHistory<State> {
  past: readonly State[];
  present: State;
  future: readonly State[];
}

/** Steps that are kept. */
const MOST_STEPS = 200;

export function startHistory<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [] };
}

/** One step further; what was undone before is forgotten. The same state is no step. */
export function step<State>(history: EditHistory<State>, next: State): EditHistory<State> {
  if (next === history.present) return history;
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present: next, future: [] };
}

/** One step back; the same history when there is none. */
export function undo<State>(history: EditHistory<State>): EditHistory<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

/** One undone step again; the same history when there is none. */
export function redo<State>(history: EditHistory<State>): EditHistory<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
