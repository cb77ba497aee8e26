import { computed, DestroyRef, effect, inject, type Signal, signal, untracked } from '@angular/core';
import type { ResponseOf, Route } from '@hoest/contracts';
import { ApiClient } from './api-client';
import { ApiProblem } from './api-problem';
import type { CallInput } from './call-input';
import { read, type Reading, type ReadOptions } from './read';

/** An answer of a list route: one page and the way to the next. */
interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number | { atLeast: number };
}
type ItemOf<R extends Route> = ResponseOf<R> extends Page<infer Item> ? Item : never;

/** A list that grows page by page; the first page is a {@link Reading} of its own. */
export interface PagedReading<First, Item> extends Reading<First> {
  /** Everything read so far, in the list's order; empty until the first page is there. */
  readonly items: Signal<readonly Item[]>;
  /** How many rows the filter finds; `atLeast` for lists too long to count. Undefined until the first page is there. */
  readonly total: Signal<number | { atLeast: number } | undefined>;
  readonly hasMore: Signal<boolean>;
  readonly readingMore: Signal<boolean>;
  /** Why the latest further page failed; the rows before it stay. */
  readonly moreProblem: Signal<ApiProblem | undefined>;
  /** Reads the next page; nothing happens while one is read, or after the last. */
  more(): Promise<void>;
}

/**
 * Reads a list route page by page (keyset paging) for as long as the component lives (injection context). Another input starts
 * again with the first page. After a change of somebody else's doing as many pages as stood there are read anew and
 * replaced at once, so that the reader keeps the place.
 *
 * ```ts
 * protected readonly list = readPages(benefitRoutes.listBenefits, () => ({ query: this.query() }), { topics: ['benefit'], keep: true });
 * ```
 */
export function readPages<R extends Route>(
  route: R,
  input: () => CallInput<R> | undefined,
  options: ReadOptions = {},
): PagedReading<ResponseOf<R>, ItemOf<R>> {
  type ListPage = Page<ItemOf<R>>;
  const client = inject(ApiClient);
  const first = read(route, input, options);
  const pages = signal<readonly ListPage[]>([]);
  const readingMore = signal(false);
  const moreProblem = signal<ApiProblem | undefined>(undefined);
  let [shownFor, abort] = ['', new AbortController()];
  inject(DestroyRef).onDestroy(() => abort.abort());

  const next = async (after: string, signal: AbortSignal) => {
    const asked = untracked(input) as { query?: object };
    return (await client.call(route, {
      ...asked,
      query: { ...asked.query, cursor: after },
      signal,
    } as unknown as CallInput<R>)) as ListPage;
  };

  /** Puts the first page there, followed by as many others as stood there before. */
  const show = async (page: ListPage, count: number) => {
    abort.abort();
    const { signal } = (abort = new AbortController());
    const anew = [page];
    try {
      for (let after = page.nextCursor; after !== null && anew.length < count; after = anew.at(-1)?.nextCursor ?? null)
        anew.push(await next(after, signal));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      if (!signal.aborted) moreProblem.set(problem);
    }
    if (!signal.aborted) pages.set(anew);
  };

  effect(() => {
    const page = first.value() as ListPage | undefined;
    untracked(() => {
      const asked = JSON.stringify(input());
      const count = asked === shownFor ? pages().length : 1;
      shownFor = asked;
      if (page) void show(page, count);
      else pages.set([]);
    });
  });

  return {
    ...first,
    items: computed(() => pages().flatMap(({ items }) => items)),
    total: computed(() => pages()[0]?.total),
    hasMore: computed(() => (pages().at(-1)?.nextCursor ?? null) !== null),
    readingMore,
    moreProblem,
    async more() {
      const before = pages();
      const after = before.at(-1)?.nextCursor ?? null;
      if (readingMore() || after === null) return;
      readingMore.set(true);
      moreProblem.set(undefined);
      const { signal } = abort;
      try {
        const page = await next(after, signal);
        // The list was read anew meanwhile: this page may not follow it.
        if (pages() === before) pages.set([...before, page]);
      } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem;
        if (!signal.aborted) moreProblem.set(problem);
      } finally {
        readingMore.set(false);
      }
    },
  };
}
