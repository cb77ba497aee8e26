import { setTimeout as sleep } from 'node:timers/promises';
import { MemoryQueue, PermanentJobError, type Delivery, type JobWish, type QueueConnection } from '@hoest/jobs';
import { addToOutbox, recalculateUnmet, recordFailedJob, relayOutbox, retryFailedJob } from '@hoest/persistence';
import { watchedDeliver } from '../../../apps/worker/src/deliver';
import { Sweep } from '../../../apps/worker/src/maturity/sweep';
import { OutboxRelay } from '../../../apps/worker/src/outbox-relay';
import { until } from './queue-suite';
import { layGround, quiet, type WorkerGround } from './worker-ground';

/** A queue that remembers what was left, and fails when it is told to. */
class NotedQueue extends MemoryQueue {
  readonly left: JobWish[] = [];
  down = false;

  override async enqueueMany(wishes: readonly JobWish[]): Promise<void> {
    if (this.down) throw new Error('The queue is down');
    this.left.push(...wishes);
  }
}

describe('from the outbox to the queue', () => {
  let ground: WorkerGround;
  let queue: NotedQueue;
  let connection: QueueConnection;
  beforeEach(async () => {
    ground = await layGround(3);
    await ground.look('delete from outbox');
    queue = new NotedQueue();
    connection = { reachable: async () => !queue.down } as QueueConnection;
  });
  afterEach(() => ground.close());

  const wish = (n: number) =>
    ground.database.transaction(ground.caller, {}, (tx) =>
      addToOutbox(tx, 'run-job', {
        organisationId: tx.organisationId,
        jobId: `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`,
        requestId: 'r',
      }),
    );

  it('carries every wish over, in order, and leaves the outbox empty', async () => {
    for (let n = 0; n < 5; n++) await wish(n);
    const relay = new OutboxRelay(ground.database, connection, queue, quiet);
    relay.start();
    await until(() => queue.left.length === 5);
    await relay.stop();
    expect(queue.left.map(({ payload }) => Number((payload as { jobId: string }).jobId.slice(-3)))).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(await ground.look('select 1 from outbox')).toHaveLength(0);
  });

  it('keeps the wishes while the queue is down, and goes on by itself', async () => {
    queue.down = true;
    const relay = new OutboxRelay(ground.database, connection, queue, quiet);
    relay.start();
    await wish(1);
    await sleep(300);
    expect(await ground.look('select 1 from outbox')).toHaveLength(1);
    queue.down = false;
    await until(() => queue.left.length === 1);
    await relay.stop();
    expect(await ground.look('select 1 from outbox')).toHaveLength(0);
  });

  it('looks once more when it ends', async () => {
    const relay = new OutboxRelay(ground.database, connection, queue, quiet);
    relay.start();
    await sleep(100);
    await wish(1);
    await relay.stop();
    expect(queue.left).toHaveLength(1);
  });

  it('divides the outbox among several relays', async () => {
    for (let n = 0; n < 40; n++) await wish(n);
    const taken = await Promise.all(
      [1, 2, 3].map(() =>
        relayOutbox(ground.database, 30, async (rows) => sleep(50).then(() => queue.enqueueMany(rows as never))),
      ),
    );
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect(queue.left).toHaveLength(40);
  });

  it('sets aside a wish that nobody can read, and carries the others over', async () => {
    await ground.database.transaction(ground.caller, {}, (tx) => addToOutbox(tx, 'no-such-job', { organisationId: 1 }));
    await wish(1);
    const relay = new OutboxRelay(ground.database, connection, queue, quiet);
    relay.start();
    await until(() => queue.left.length === 1);
    await relay.stop();
    expect(await ground.look('select job_name, reason from failed_job')).toEqual([
      { job_name: 'no-such-job', reason: 'Job “no-such-job” cannot be read: no such job' },
    ]);
    expect(await ground.look('select 1 from outbox')).toHaveLength(0);
  });
});

describe('a job that fails for good', () => {
  let ground: WorkerGround;
  beforeAll(async () => {
    ground = await layGround(2);
  });
  afterAll(() => ground.close());
  beforeEach(async () => {
    await ground.look('delete from failed_job');
    await ground.look('delete from outbox');
  });

  const delivery = (lastAttempt: boolean): Delivery => ({
    name: 'recalculate-scope',
    payload: {
      organisationId: ground.organisation.organisationId,
      scopeKind: 'initiative',
      scopeId: ground.organisation.initiativeIds[0] ?? '',
      requestId: 'r1',
    },
    attempt: 1,
    lastAttempt,
  });
  const failures = () =>
    ground.look<{ reason: string; request_id: string; retried_at: Date | null }>('select * from failed_job');

  it('is written down after its last try, not before, and once however often it fails', async () => {
    const failing = watchedDeliver(async () => Promise.reject(new Error('broken row')), ground.database, quiet);
    await expect(failing(delivery(false))).rejects.toThrow('broken row');
    expect(await failures()).toHaveLength(0);
    await expect(failing(delivery(true))).rejects.toThrow('broken row');
    await expect(failing(delivery(true))).rejects.toThrow('broken row');
    expect(await failures()).toMatchObject([{ reason: 'Error: broken row', request_id: 'r1', retried_at: null }]);
  });

  it('is written down at once when trying again could not help', async () => {
    const failing = watchedDeliver(
      async () => Promise.reject(Object.assign(new Error('duplicate'), { code: '23505' })),
      ground.database,
      quiet,
    );
    await expect(failing(delivery(false))).rejects.toBeInstanceOf(PermanentJobError);
    expect(await failures()).toHaveLength(1);
  });

  it('is tried again when somebody asks for it', async () => {
    await ground.database.transaction(ground.caller, {}, (tx) =>
      recordFailedJob(tx, { jobName: 'recalculate-scope', payload: delivery(true).payload, reason: 'x' }),
    );
    const [{ id } = { id: '' }] = await ground.look<{ id: string }>('select id from failed_job');
    const retry = () => ground.database.transaction(ground.caller, {}, (tx) => retryFailedJob(tx, id));
    expect(await retry()).toBe(true);
    expect(await retry()).toBe(false);
    expect(await ground.look('select payload from outbox')).toEqual([
      { payload: { ...delivery(true).payload, requestId: 'test-request' } },
    ]);
  });

  it('is closed by the sweep once its scope has been recomputed', async () => {
    const queue = new NotedQueue();
    await ground.database.transaction(ground.caller, {}, (tx) =>
      recordFailedJob(tx, { jobName: 'recalculate-scope', payload: delivery(true).payload, reason: 'x' }),
    );
    await new Sweep(ground.database, queue).run();
    expect(await failures()).toMatchObject([{ retried_at: null }]);
    await recalculateUnmet(ground.database, ground.organisation.organisationId, {
      requestId: 'r',
      concurrency: 2,
      onFailure: (_, error) => {
        throw error;
      },
    });
    await new Sweep(ground.database, queue).run();
    expect((await failures())[0]?.retried_at).not.toBeNull();
  });
});

describe('the sweep', () => {
  it('wishes again what has waited too long: scope by scope when few, by organisation when many; and dead long jobs', async () => {
    const ground = await layGround(250);
    try {
      const queue = new NotedQueue();
      const { organisationId, initiativeIds } = ground.organisation;
      await new Sweep(ground.database, queue).run();
      expect(queue.left).toEqual([]);

      await ground.look(`update maturity_wanted set wanted_at = wanted_at - interval '1 minute'`);
      await new Sweep(ground.database, queue).run();
      expect(queue.left).toMatchObject([{ name: 'sweep-scopes', payload: { organisationId } }]);

      queue.left.length = 0;
      await recalculateUnmet(ground.database, organisationId, {
        requestId: 'r',
        concurrency: 4,
        onFailure: (_, error) => {
          throw error;
        },
      });
      await ground.look(`update maturity_wanted set v = v + 1 where scope_id = any($1)`, [initiativeIds.slice(0, 2)]);
      await ground.look(
        `insert into job (organisation_id, id, kind, state, request_id, heartbeat_at) values ($1, $2, 'recalculate', 'running', 'r', now() - interval '1 minute')`,
        [organisationId, initiativeIds[0]],
      );
      const sweep = new Sweep(ground.database, queue);
      await sweep.run();
      expect(queue.left.map(({ name }) => name).sort()).toEqual(['recalculate-scope', 'recalculate-scope', 'run-job']);
      expect(queue.left.find(({ name }) => name === 'run-job')?.payload).toMatchObject({ jobId: initiativeIds[0] });
    } finally {
      await ground.close();
    }
  });
});
