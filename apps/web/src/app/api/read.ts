import { computed, DestroyRef, DOCUMENT, effect, inject, type Signal, signal, untracked } from '@angular/core';
import type { ChangeEvent, EventTopic, ResponseOf, Route } from '@hoest/contracts';
import { ApiClient } from './api-client';
import type { ApiProblem } from './api-problem';
import type { CallInput } from './call-input';
import { ChangeStream } from './change-stream';

const SKELETON_AFTER_MS = 300;
const GATHER_CHANGES_MS = 250;

export interface ReadOptions {
  /** Changes of these kinds make it read again. */
  topics?: readonly EventTopic[];
  /** Narrows the topics, as `(change) => change.id === this.id()`. */
  follows?: (change: ChangeEvent) => boolean;
  /** Whether the former answer stays while another one is fetched (a list whose filter changed); default: only for the same input. */
  keep?: boolean;
}

/** An answer that follows its input and the changes of others. */
export interface Reading<T> {
  /** The latest answer; stays readable while it is read again and when that fails. */
  readonly value: Signal<T | undefined>;
  /** Why the latest attempt failed; undefined while there is no failure. */
  readonly problem: Signal<ApiProblem | undefined>;
  readonly pending: Signal<boolean>;
  /** Whether there is nothing to show yet and 300 ms have passed: time for grey lines. */
  readonly slow: Signal<boolean>;
  /** When the value was read. */
  readonly readAt: Signal<Date | undefined>;
  reload(): void;
  /** Replaces the value with what a write answered, without asking again. */
  set(value: T): void;
}

/**
 * Reads a route for as long as the component lives (injection context).
 *
 * ```ts
 * protected readonly initiatives = read(initiativeRoutes.listInitiatives, () => ({ query: { q: this.q() } }), { topics: ['initiative'], keep: true });
 * ```
 * `input` may read signals; while it returns undefined nothing is read. In the template: `@if (initiatives.value(); as page)
 * {…} @else { <app-reading [of]="initiatives" /> }`.
 */
export function read<R extends Route>(
  route: R,
  input: () => CallInput<R> | undefined,
  options: ReadOptions = {},
): Reading<ResponseOf<R>> {
  const [client, changes, document] = [inject(ApiClient), inject(ChangeStream), inject(DOCUMENT)];
  const value = signal<ResponseOf<R> | undefined>(undefined);
  const problem = signal<ApiProblem | undefined>(undefined);
  const pending = signal(false);
  const slow = signal(false);
  const readAt = signal<Date | undefined>(undefined);
  const round = signal(0);
  const wanted = computed(input, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  let valueIsOf: CallInput<R> | undefined;

  effect((onCleanup) => {
    const asked = wanted();
    round();
    if (!asked) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    untracked(() => {
      if (valueIsOf !== asked && !options.keep) value.set(undefined);
      pending.set(true);
      timer = setTimeout(() => slow.set(value() === undefined), SKELETON_AFTER_MS);
    });
    const finish = () => {
      clearTimeout(timer);
      pending.set(false);
      slow.set(false);
    };
    client.call(route, { ...asked, signal: abort.signal }).then(
      (answer) => {
        if (abort.signal.aborted) return;
        valueIsOf = asked;
        value.set(answer);
        problem.set(undefined);
        readAt.set(new Date());
        finish();
      },
      (refused: ApiProblem) => {
        if (abort.signal.aborted) return;
        problem.set(refused);
        finish();
      },
    );
    onCleanup(() => {
      abort.abort();
      clearTimeout(timer);
    });
  });

  const reload = () => round.update((count) => count + 1);
  if (options.topics) {
    const unlisten = followChanges(changes, document, options, reload);
    inject(DestroyRef).onDestroy(unlisten);
  }
  return { value, problem, pending, slow, readAt, reload, set: (answer) => value.set(answer) };
}

/** Reloads once for a burst of changes, and for a hidden tab when it is looked at again. */
function followChanges(
  changes: ChangeStream,
  document: Document,
  options: ReadOptions,
  reload: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = false;
  const run = () => {
    if (document.visibilityState === 'hidden') return;
    due = false;
    reload();
  };
  const seen = () => due && run();
  document.addEventListener('visibilitychange', seen);
  const unlisten = changes.listen((heard) => {
    if (
      heard.kind === 'change' &&
      !(options.topics?.includes(heard.change.topic) && (options.follows?.(heard.change) ?? true))
    )
      return;
    due = true;
    clearTimeout(timer);
    timer = setTimeout(run, GATHER_CHANGES_MS);
  });
  return () => {
    unlisten();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}
