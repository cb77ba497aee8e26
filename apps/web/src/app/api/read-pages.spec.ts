import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { personRoutes } from '@hoest/contracts';
import { provideLanguageForSpecs } from '../language/language-for-specs';
import { readPages } from './read-pages';

const settle = async () => {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};
const page = (ids: string[], nextCursor: string | null) => ({ items: ids.map((id) => ({ id })), nextCursor, total: 5 });

function setUp() {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideLanguageForSpecs()],
  });
  const q = signal('');
  const list = TestBed.runInInjectionContext(() =>
    readPages(personRoutes.listPeople, () => ({ query: { q: q() } }), { keep: true }),
  );
  const http = TestBed.inject(HttpTestingController);
  const answer = async (cursor: string | null, body: object) => {
    await settle();
    http.expectOne((call) => call.url === '/api/v1/people' && call.params.get('cursor') === cursor).flush(body);
    await settle();
  };
  return { q, list, answer, http, ids: () => list.items().map(({ id }) => id) };
}

describe('readPages', () => {
  it('reads the next page after the last one, and knows when there is no more', async () => {
    const { list, answer, ids } = setUp();
    await answer(null, page(['a', 'b'], 'after-b'));
    expect([ids(), list.total(), list.hasMore()]).toEqual([['a', 'b'], 5, true]);
    const more = list.more();
    await answer('after-b', page(['c'], null));
    await more;
    expect([ids(), list.hasMore()]).toEqual([['a', 'b', 'c'], false]);
    await list.more();
  });

  it('begins again when the input changes', async () => {
    const { q, list, answer, ids } = setUp();
    await answer(null, page(['a'], 'after-a'));
    const more = list.more();
    await answer('after-a', page(['b'], null));
    await more;
    q.set('x');
    await answer(null, page(['x'], 'after-x'));
    expect(ids()).toEqual(['x']);
  });

  it('replaces all pages at once when it is read anew, so that the reader keeps the place', async () => {
    const { list, answer, ids } = setUp();
    await answer(null, page(['a'], 'after-a'));
    const more = list.more();
    await answer('after-a', page(['b'], null));
    await more;
    list.reload();
    await answer(null, page(['a2'], 'after-a2'));
    expect(ids()).toEqual(['a', 'b']);
    await answer('after-a2', page(['b2'], null));
    expect(ids()).toEqual(['a2', 'b2']);
  });

  it('keeps what is there when a further page fails', async () => {
    const { list, http, answer, ids } = setUp();
    await answer(null, page(['a'], 'after-a'));
    const more = list.more();
    await settle();
    http
      .expectOne((call) => call.params.get('cursor') === 'after-a')
      .flush({ code: 'fault', title: 'Fejl', status: 500, detail: '' }, { status: 500, statusText: 'Error' });
    await more;
    expect([ids(), list.moreProblem()?.code, list.readingMore()]).toEqual([['a'], 'fault', false]);
  });
});
