import { setTimeout as sleep } from 'node:timers/promises';
import {
  ATTEMPTS,
  PermanentJobError,
  type Deliver,
  type Delivery,
  type JobWish,
  type Queue,
  type Workers,
} from '@hoest/jobs';

/** One backend under test, opened for one test. */
export interface OpenedQueue {
  queue: Queue;
  work(
    deliver: Deliver,
    options?: { concurrency?: number; onGivenUp?: (wish: JobWish, reason: string) => void },
  ): Promise<Workers>;
  close(): Promise<void>;
}

const SCOPE = 'aaaaaaaa-0000-4000-8000-000000000001';
const scopeWish = (scopeId = SCOPE, requestId = 'r1'): JobWish<'recalculate-scope'> => ({
  name: 'recalculate-scope',
  payload: { organisationId: 7, scopeKind: 'initiative', scopeId, requestId },
});
const nthScope = (n: number) => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What every queue backend must do; Redis, PostgreSQL and memory run the same tests. */
export function describeQueue(backend: string, open: () => Promise<OpenedQueue>): void {
  describe(`queue on ${backend}`, () => {
    let opened: OpenedQueue;
    let running: Workers | null = null;

    beforeEach(async () => {
      opened = await open();
    });

    afterEach(async () => {
      await running?.close(5000);
      running = null;
      await opened.close();
    });

    const work = async (deliver: Deliver, options?: Parameters<OpenedQueue['work']>[1]) => {
      running = await opened.work(deliver, options);
      return running;
    };

    it('delivers what was left before and after the worker started, with its payload', async () => {
      const seen: Delivery[] = [];
      await opened.queue.enqueue(scopeWish());
      await work(async (delivery) => void seen.push(delivery));
      await opened.queue.enqueue({ name: 'run-job', payload: { organisationId: 7, jobId: SCOPE, requestId: 'r2' } });
      await until(() => seen.length === 2);
      expect(seen).toEqual(
        expect.arrayContaining([
          { ...scopeWish(), attempt: 1, lastAttempt: false },
          {
            name: 'run-job',
            payload: { organisationId: 7, jobId: SCOPE, requestId: 'r2' },
            attempt: 1,
            lastAttempt: false,
          },
        ]),
      );
    });

    it('keeps one of several equal wishes that wait', async () => {
      await opened.queue.enqueue(scopeWish(SCOPE, 'r1'));
      await opened.queue.enqueueMany([scopeWish(SCOPE, 'r2'), scopeWish(SCOPE, 'r3'), scopeWish(nthScope(2))]);
      expect((await opened.queue.counts()).recalculation.waiting).toBe(2);
    });

    it('runs a wish that comes during the run of its equal once more, afterwards', async () => {
      const runs: string[] = [];
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      await work(async (delivery) => {
        runs.push(delivery.payload.requestId);
        if (runs.length === 1) await held;
      });
      await opened.queue.enqueue(scopeWish(SCOPE, 'first'));
      await until(() => runs.length === 1);
      await opened.queue.enqueue(scopeWish(SCOPE, 'second'));
      await opened.queue.enqueueMany([scopeWish(SCOPE, 'third')]);
      await sleep(100);
      expect(runs).toEqual(['first']);
      release();
      await until(() => runs.length === 2);
      await sleep(300);
      expect(runs).toEqual(['first', 'third']);
    });

    it('lets wishes of a sweep wait behind the others, and equal only those of the same sweep', async () => {
      const seen: string[] = [];
      for (const sweep of ['1', '1', '2'])
        await opened.queue.enqueueMany([2, 3].map((n) => ({ ...scopeWish(nthScope(n), 'low'), sweep })));
      await opened.queue.enqueueMany([scopeWish(nthScope(3), 'normal'), scopeWish(nthScope(4), 'normal')]);
      await work(async (delivery) => void seen.push(delivery.payload.requestId), { concurrency: 1 });
      await until(() => seen.length === 6);
      expect(seen).toEqual(['normal', 'normal', 'low', 'low', 'low', 'low']);
    });

    it('tries again after a failure, and says which try it is', async () => {
      const attempts: number[] = [];
      await work(async (delivery) => {
        attempts.push(delivery.attempt);
        if (delivery.attempt < 3) throw new Error('not yet');
      });
      await opened.queue.enqueue(scopeWish());
      await until(() => attempts.length === 3);
      expect(attempts).toEqual([1, 2, 3]);
      await until(async () => (await opened.queue.counts()).recalculation.delayed === 0);
      expect((await opened.queue.counts()).recalculation).toMatchObject({ waiting: 0, failed: 0 });
    });

    it('gives a permanent failure up at once, and takes the same wish again afterwards', async () => {
      let runs = 0;
      await work(async () => {
        if (++runs === 1) throw new PermanentJobError('never');
      });
      await opened.queue.enqueue(scopeWish());
      await until(async () => (await opened.queue.counts()).recalculation.failed === 1);
      expect(runs).toBe(1);
      await opened.queue.enqueue(scopeWish());
      await until(() => runs === 2);
    });

    it('goes on with the others when one fails', async () => {
      const done = new Set<string>();
      await work(async (delivery) => {
        if (delivery.name !== 'recalculate-scope') return;
        if (delivery.payload.scopeId === nthScope(3)) throw new PermanentJobError('bad row');
        done.add(delivery.payload.scopeId);
      });
      await opened.queue.enqueueMany(Array.from({ length: 40 }, (_, n) => scopeWish(nthScope(n))));
      await until(() => done.size === 39);
      await until(async () => (await opened.queue.counts()).recalculation.failed === 1);
    });

    it('takes back a wish that waits, and no other', async () => {
      await opened.queue.enqueueMany([scopeWish(nthScope(1)), scopeWish(nthScope(2))]);
      expect(await opened.queue.cancel(scopeWish(nthScope(1)))).toBe(true);
      expect(await opened.queue.cancel(scopeWish(nthScope(1)))).toBe(false);
      const seen: Delivery[] = [];
      await work(async (delivery) => void seen.push(delivery));
      await until(() => seen.length === 1);
      await sleep(100);
      expect(seen.map((delivery) => delivery.payload)).toEqual([scopeWish(nthScope(2)).payload]);
    });

    it('does not take back a job that runs', async () => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      let started = false;
      await work(async () => {
        started = true;
        await held;
      });
      await opened.queue.enqueue(scopeWish());
      await until(() => started);
      expect(await opened.queue.cancel(scopeWish())).toBe(false);
      release();
    });

    it('repeats a schedule, once however often it was set', async () => {
      let runs = 0;
      await work(async () => void runs++);
      const wish: JobWish = { name: 'purge-expired', payload: { requestId: 'schedule' } };
      for (let n = 0; n < 3; n++) await opened.queue.schedule(wish, 400);
      await until(() => runs >= 3);
      const before = runs;
      await sleep(800);
      expect(runs - before).toBeGreaterThanOrEqual(1);
      expect(runs - before).toBeLessThanOrEqual(3);
    });

    it('lets running jobs finish when it closes, and takes no new ones', async () => {
      const seen: string[] = [];
      const workers = await work(
        async (delivery) => {
          await sleep(300);
          seen.push(delivery.payload.requestId);
        },
        { concurrency: 1 },
      );
      await opened.queue.enqueueMany([scopeWish(nthScope(1), 'a'), scopeWish(nthScope(2), 'b')]);
      await until(async () => (await opened.queue.counts()).recalculation.active === 1);
      expect(await workers.close(5000)).toBe(true);
      expect(seen).toEqual(['a']);
      expect((await opened.queue.counts()).recalculation.waiting).toBe(1);
    });

    it('says so when a job outlasts the time to close', async () => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      let started = false;
      const workers = await work(async () => {
        started = true;
        await held;
      });
      await opened.queue.enqueue(scopeWish());
      await until(() => started);
      expect(await workers.close(200)).toBe(false);
      release();
    });

    it(`counts up to ${ATTEMPTS} tries as the last`, async () => {
      let last: Delivery | undefined;
      await work(async (delivery) => {
        last = delivery;
        throw new Error('always');
      });
      await opened.queue.enqueue(scopeWish());
      await until(async () => (await opened.queue.counts()).recalculation.failed === 1, 50_000);
      expect(last).toMatchObject({ attempt: ATTEMPTS, lastAttempt: true });
    });
  });
}

/** Waits until the condition holds. @throws after `withinMs`. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('It did not come about in time');
    await sleep(20);
  }
}
