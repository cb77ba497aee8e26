import { randomUUID } from 'node:crypto';
import { connectQueue, createQueues, createWorkers, MemoryQueue, type QueueSettings } from '@hoest/jobs';
import {
  createTestDatabase,
  describeWithRedis,
  removeRedisKeys,
  testRedisUrl,
  type TestDatabase,
} from '@hoest/testing';
import pg from 'pg';
import { describeQueue, type OpenedQueue } from './queue-suite';

const concurrencyOf = (most = 4) => ({ recalculation: most, upkeep: most, long: most });

async function openBull(settings: Omit<QueueSettings, 'onError'>, after: () => Promise<void>): Promise<OpenedQueue> {
  const ignore = () => undefined;
  const connection = connectQueue({ ...settings, onError: ignore });
  for (let tries = 0; !(await connection.reachable()); tries++) {
    if (tries > 50) throw new Error('The queue backend does not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await connection.assertSafe();
  const queue = await createQueues(connection, { onError: ignore, firstBackoffMs: 20 });
  return {
    queue,
    work: (deliver, options) =>
      createWorkers(connection, {
        concurrency: concurrencyOf(options?.concurrency),
        deliver,
        onGivenUp: options?.onGivenUp ?? ignore,
        onError: ignore,
      }),
    close: async () => {
      await queue.close();
      await connection.close();
      await after();
    },
  };
}

describeQueue('memory', async () => {
  const queue = new MemoryQueue(20);
  return {
    queue,
    work: async (deliver, options) =>
      queue.work({
        concurrency: concurrencyOf(options?.concurrency),
        deliver,
        onGivenUp: () => undefined,
        onError: () => undefined,
      }),
    close: () => queue.close(),
  };
});

describe('PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  describeQueue('PostgreSQL', () =>
    openBull({ redisUrl: null, databaseUrl: database.appUrl }, async () => {
      const owner = new pg.Client({ connectionString: database.ownerUrl });
      await owner.connect();
      await owner.query('truncate bullmq.job, bullmq.dedup, bullmq.dedup_next, bullmq.scheduler, bullmq.event cascade');
      await owner.end();
    }),
  );

  it('lets the application work with the queue and not change its tables', async () => {
    const app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
    try {
      await expect(app.query('create table bullmq.mine (id int)')).rejects.toMatchObject({ code: '42501' });
      await expect(app.query('alter table bullmq.job add column mine int')).rejects.toMatchObject({ code: '42501' });
      await expect(app.query('delete from bullmq.migration')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await app.end();
    }
  });
});

describeWithRedis('Redis', () => {
  describeQueue('Redis', async () => {
    const prefix = `hoest-test-${randomUUID()}`;
    return openBull({ redisUrl: testRedisUrl(), databaseUrl: '', prefix }, () => removeRedisKeys(prefix));
  });
});
