import { createPostgresBackend, Queue as RedisQueue, withBackend, Worker as RedisWorker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Lane } from '../job-definitions';
import { QUEUE_SCHEMA, queueName } from './migrate-queue';

/** Where the queue lives and how this program reaches it. */
export interface QueueSettings {
  /** Redis; null = BullMQ's PostgreSQL backend in the database of `databaseUrl`. */
  redisUrl: string | null;
  databaseUrl: string;
  /** Start of every Redis key; tests use one of their own. */
  prefix?: string;
  /** The connection is in trouble; it goes on by itself. */
  onError: (error: unknown) => void;
}

/** What the adapter needs of BullMQ's classes, whichever backend they stand on. */
export type BullQueue = Pick<
  RedisQueue,
  | 'add'
  | 'addBulk'
  | 'getJob'
  | 'getJobCounts'
  | 'getDeduplicationJobId'
  | 'getJobScheduler'
  | 'upsertJobScheduler'
  | 'waitUntilReady'
  | 'close'
> & { on(event: 'error', listener: (error: Error) => void): unknown };

export type BullWorker = Pick<RedisWorker, 'run' | 'waitUntilReady' | 'close'> & {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: RedisWorker extends { on(e: 'failed', l: infer L): unknown } ? L : never): unknown;
};

export interface BullWorkerSettings {
  concurrency: number;
}

/** The queue must not be used as it is set up. Starting would lose jobs without a word. */
export class QueueRefused extends Error {}

/** One way to a queue backend: makes BullMQ's classes and says whether the backend can be used. */
export interface QueueConnection {
  readonly backend: 'redis' | 'postgres';
  /** Whether the backend answers now, within about two seconds. */
  reachable(): Promise<boolean>;
  readonly closed: boolean;
  /** @throws QueueRefused when the backend answers and its settings would lose jobs. */
  assertSafe(): Promise<void>;
  /** A queue of BullMQ, not ready yet. */
  queue(lane: Lane): BullQueue;
  /** A worker of BullMQ, neither ready nor running yet. */
  worker(lane: Lane, processor: Processor, settings: BullWorkerSettings): BullWorker;
  close(): Promise<void>;
}

export function connectQueue(settings: QueueSettings): QueueConnection {
  return settings.redisUrl === null ? connectPostgres(settings) : connectRedis(settings, settings.redisUrl);
}

/** Tolerates a stall of a few seconds, notices a dead worker within ten. Source: reliability rules, R5. */
const WORKER_DEFAULTS = {
  autorun: false,
  lockDuration: 10_000,
  stalledInterval: 5000,
  maxStalledCount: 5,
  // After a lost connection; the library's own 15 s would be most of what a fault may cost.
  runRetryDelay: 1000,
} as const;

function connectRedis(settings: QueueSettings, url: string): QueueConnection {
  const retryStrategy = (times: number) => Math.min(50 * 2 ** Math.min(times, 5), 1000);
  // Leaving a wish must fail soon rather than wait for Redis: the outbox keeps it meanwhile.
  const producer = new Redis(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: 5000,
    connectTimeout: 2000,
    retryStrategy,
  });
  // A worker waits for Redis as long as it takes.
  const consumer = new Redis(url, { maxRetriesPerRequest: null, connectTimeout: 2000, retryStrategy });
  for (const client of [producer, consumer]) client.on('error', settings.onError);
  const prefix = settings.prefix ?? 'hoest';
  let closed = false;
  return {
    backend: 'redis',
    get closed() {
      return closed;
    },
    async reachable() {
      if (producer.status !== 'ready') return false;
      return within(2000, producer.ping()).then(
        () => true,
        () => false,
      );
    },
    async assertSafe() {
      const policy = /maxmemory_policy:(\S+)/.exec(await producer.info('memory'))?.[1];
      if (policy !== 'noeviction')
        throw new QueueRefused(
          `Redis has maxmemory-policy ${policy ?? 'unknown'}: when memory is short it would throw jobs away without a word. ` +
            'Set "maxmemory-policy noeviction" in redis.conf, and start the worker again.',
        );
    },
    queue: (lane) => new RedisQueue(queueName(lane), { connection: producer, prefix }),
    worker: (lane, processor, options) =>
      new RedisWorker(queueName(lane), processor, { connection: consumer, prefix, ...WORKER_DEFAULTS, ...options }),
    async close() {
      closed = true;
      for (const client of [producer, consumer]) client.disconnect();
    },
  };
}

function connectPostgres(settings: QueueSettings): QueueConnection {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  // One pool for all lanes: each worker keeps one client of it to listen on, the rest is for queries.
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    max: 10,
    options: `-c search_path=${QUEUE_SCHEMA}`,
    application_name: 'hoest-queue',
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    keepAlive: true,
  });
  pool.setMaxListeners(50);
  pool.on('error', settings.onError);
  // A client that is checked out when its connection breaks tells nobody but its own listeners.
  pool.on('connect', (client) => client.on('error', settings.onError));
  let closed = false;
  return {
    backend: 'postgres',
    get closed() {
      return closed;
    },
    async reachable() {
      return within(2000, pool.query('select 1')).then(
        () => true,
        () => false,
      );
    },
    async assertSafe() {
      const found = await pool.query<{ there: boolean }>(
        `select to_regclass('${QUEUE_SCHEMA}.job') is not null as there`,
      );
      if (!found.rows[0]?.there)
        throw new QueueRefused(
          `The queue has no tables in PostgreSQL (schema ${QUEUE_SCHEMA}). Run "npm run migrate".`,
        );
    },
    queue: (lane) => new Queue(queueName(lane), { connection: pool }),
    worker: (lane, processor, options) =>
      new Worker(queueName(lane), processor, { connection: pool, ...WORKER_DEFAULTS, ...options }),
    async close() {
      closed = true;
      await pool.end();
    },
  };
}

/** The promise, or an error after so many milliseconds. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
