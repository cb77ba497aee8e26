import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { accessTokenRoutes, initiativeRoutes } from '@hoest/contracts';
import { provideLanguageForSpecs } from '../language/language-for-specs';
import { ChangeStream, type Heard } from './change-stream';
import { read, type ReadOptions } from './read';

/** A stream that the spec speaks through. */
class SpokenStream {
  listeners: ((heard: Heard) => void)[] = [];
  listen(listener: (heard: Heard) => void): () => void {
    this.listeners.push(listener);
    return () => undefined;
  }
  say(heard: Heard): void {
    this.listeners.forEach((listener) => listener(heard));
  }
}

function setUp(options: ReadOptions = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideLanguageForSpecs(),
      { provide: ChangeStream, useClass: SpokenStream },
    ],
  });
  const q = signal<string | undefined>('a');
  const reading = TestBed.runInInjectionContext(() =>
    read(initiativeRoutes.listInitiatives, () => (q() === undefined ? undefined : { query: { q: q() } }), options),
  );
  TestBed.tick();
  const http = TestBed.inject(HttpTestingController);
  const answer = async (title: string) => {
    http
      .expectOne((request) => request.url === '/api/v1/initiatives')
      .flush({ items: [{ title }], nextCursor: null, total: 1, sums: [] });
    await jest.advanceTimersByTimeAsync(0);
  };
  const title = () => reading.value()?.items[0]?.title;
  return { q, reading, http, answer, title, stream: TestBed.inject(ChangeStream) as unknown as SpokenStream };
}

describe('read', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows nothing for 300 ms, then asks for grey lines, then the answer', async () => {
    const { reading, answer, title } = setUp();
    expect([reading.pending(), reading.slow()]).toEqual([true, false]);
    await jest.advanceTimersByTimeAsync(310);
    expect(reading.slow()).toBe(true);
    await answer('Låse');
    expect([title(), reading.pending(), reading.slow()]).toEqual(['Låse', false, false]);
  });

  it('drops the former answer for another input, or keeps it when told', async () => {
    for (const keep of [false, true]) {
      TestBed.resetTestingModule();
      const { q, answer, title } = setUp({ keep });
      await answer('Låse');
      q.set('b');
      TestBed.tick();
      expect(title()).toBe(keep ? 'Låse' : undefined);
      await answer('Skærmbesøg');
      expect(title()).toBe('Skærmbesøg');
    }
  });

  it('asks once for the same input and not at all without one', async () => {
    const { q, http, answer } = setUp();
    await answer('Låse');
    q.set('a');
    TestBed.tick();
    q.set(undefined);
    TestBed.tick();
    http.verify();
  });

  it('reads again once for a burst of changes it follows, and keeps the old figures meanwhile', async () => {
    const { stream, http, answer, title } = setUp({ topics: ['initiative'], follows: ({ id }) => id === '7' });
    await answer('Låse');
    stream.say({ kind: 'change', change: { topic: 'benefit', id: '7' } });
    stream.say({ kind: 'change', change: { topic: 'initiative', id: '8' } });
    await jest.advanceTimersByTimeAsync(300);
    TestBed.tick();
    http.verify();
    for (let change = 0; change < 3; change += 1)
      stream.say({ kind: 'change', change: { topic: 'initiative', id: '7' } });
    await jest.advanceTimersByTimeAsync(300);
    TestBed.tick();
    expect(title()).toBe('Låse');
    await answer('Nye låse');
    expect(title()).toBe('Nye låse');
  });

  it('reads again when changes may have been missed', async () => {
    const { stream, answer, title } = setUp({ topics: ['maturity'] });
    await answer('Låse');
    stream.say({ kind: 'resync' });
    await jest.advanceTimersByTimeAsync(300);
    TestBed.tick();
    await answer('Nye låse');
    expect(title()).toBe('Nye låse');
  });

  it('keeps what it has when reading again fails, and says why', async () => {
    const { reading, http, answer, title } = setUp();
    await answer('Låse');
    reading.reload();
    TestBed.tick();
    http
      .expectOne((request) => request.url === '/api/v1/initiatives')
      .flush(
        { code: 'internal', title: 'Der skete en fejl hos os', status: 500, detail: '' },
        { status: 500, statusText: 'x' },
      );
    await jest.advanceTimersByTimeAsync(0);
    expect([title(), reading.problem()?.code]).toEqual(['Låse', 'internal']);
  });

  it('is typed from the contract', () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideLanguageForSpecs()],
    });
    TestBed.runInInjectionContext(() => {
      const tokens = read(accessTokenRoutes.listAccessTokens, () => ({}));
      const name: string | undefined = tokens.value()?.items[0]?.name;
      expect(name).toBeUndefined();
    });
  });
});
