import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  connectQueue,
  createQueues,
  createWorkers,
  handlerTable,
  HandlerTableError,
  LONG_JOB_KINDS,
  matchFaults,
  type JobHandler,
  type Queue,
  type QueueConnection,
  type Workers,
} from '@hoest/jobs';
import {
  createDataSource,
  Database,
  NotificationListener,
  unsafeToServe,
  WORKER_CONNECTION,
  WORKER_CONNECTION_WITHOUT_QUEUE,
} from '@hoest/persistence';
import type { Configuration, Logger } from '@hoest/platform';
import { watchedDeliver, writeDown } from './deliver';
import type { JobRunner } from './job-runner';
import { Sweep } from './maturity/sweep';
import { OutboxRelay } from './outbox-relay';
import { StopSignal } from './stop-signal';
import { Ticker } from './ticker';
import { JOB_HANDLER_LIST, JOB_RUNNER_LIST } from './tokens';
import { TroubleLog } from './trouble-log';
import { WorkerModule } from './worker.module';

/** Longest a statement of a job may run, milliseconds (reliability rules, R27). */
const JOB_STATEMENT_MS = 60_000;
const SWEEP_EVERY_MS = 5000;
const LOOK_AT_QUEUE_EVERY_MS = 2000;
/** How often the schedules are looked after; a flushed Redis has forgotten them. */
const SCHEDULES_EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
/** Long jobs at once; each may hold a connection for as long as an import takes. */
const LONG_JOBS_AT_ONCE = 2;
/** Longest the program waits for running jobs when it ends, milliseconds (R28). */
const JOBS_MAY_FINISH_MS = 25_000;
const WITHOUT_QUEUE_MS = 5000;

/** Something that must be put right before a worker may run here. */
export class NotFitToWork extends Error {}

/**
 * The worker from first connection to last. It waits for a database or a queue that is not there yet, since either may start
 * later or be away for a while; it refuses only what waiting would not cure.
 */
export class WorkerProgram {
  private readonly stopSignal = new StopSignal();
  private readonly database: Database;
  private readonly connection: QueueConnection;
  private listener: NotificationListener | null = null;
  private relay: OutboxRelay | null = null;
  private workers: Workers | null = null;
  private queue: Queue | null = null;
  private context: INestApplicationContext | null = null;
  private readonly tickers: Ticker[] = [];
  private readonly trouble: TroubleLog;

  constructor(
    private readonly configuration: Configuration,
    private readonly logger: Logger,
  ) {
    this.trouble = new TroubleLog(logger);
    this.database = new Database(
      createDataSource({
        url: configuration.DATABASE_URL,
        // Every job at once may hold one; relay, sweep and the signs of life of long jobs come on top.
        poolSize: Math.max(
          configuration.DATABASE_POOL_SIZE,
          2 * configuration.WORKER_CONCURRENCY + 2 * LONG_JOBS_AT_ONCE + 3,
        ),
        statementTimeoutMs: JOB_STATEMENT_MS,
        applicationName: 'hoest-worker-jobs',
      }),
    );
    this.connection = connectQueue({
      redisUrl: configuration.REDIS_URL ?? null,
      databaseUrl: configuration.DATABASE_URL,
      onError: (error) => this.trouble.say(error),
    });
  }

  /** @throws NotFitToWork, QueueRefused, HandlerTableError; resolves early when `stop` comes first. */
  async start(): Promise<void> {
    try {
      await this.begin();
    } catch (error) {
      // What is closed under its feet while it starts is no reason to complain.
      if (!this.stopSignal.aborted) throw error;
    }
  }

  private async begin(): Promise<void> {
    if (!(await this.waitFor('the database', () => this.connectDatabase()))) return;
    const faults = await unsafeToServe(this.database.dataSource);
    if (faults.length > 0) throw new NotFitToWork(faults.join('\n'));
    this.listener = new NotificationListener({
      url: this.configuration.DATABASE_URL,
      applicationName: WORKER_CONNECTION_WITHOUT_QUEUE,
      channels: ['hoest_outbox'],
      onNotification: () => this.relay?.notify(),
      onListening: () => this.relay?.notify(),
      onError: (error) => this.trouble.say(error),
    });
    if (!(await this.waitFor('the queue', () => this.connection.reachable()))) return;
    await this.connection.assertSafe();
    await this.startWork();
  }

  private async startWork(): Promise<void> {
    const { configuration, logger, database, stopSignal } = this;
    const queue = (this.queue = await createQueues(this.connection, { onError: (error) => this.trouble.say(error) }));
    this.context = await NestFactory.createApplicationContext(
      WorkerModule.with({ configuration, logger, database, queue, stopSignal }),
      { logger: false, abortOnError: false },
    );
    const kinds = this.context.get<JobRunner[]>(JOB_RUNNER_LIST).map((runner) => runner.kind);
    const faults = matchFaults('Long job', LONG_JOB_KINDS, kinds);
    if (faults.length > 0) throw new HandlerTableError(faults);
    const deliver = handlerTable(this.context.get<JobHandler[]>(JOB_HANDLER_LIST));
    this.workers = await createWorkers(this.connection, {
      concurrency: { recalculation: configuration.WORKER_CONCURRENCY, upkeep: 2, long: LONG_JOBS_AT_ONCE },
      deliver: watchedDeliver(deliver, database, logger),
      onGivenUp: (wish, reason) => {
        logger.error({ job: wish.name, ...wish.payload, reason }, 'job given up by the queue');
        void writeDown(wish, reason, database, logger);
      },
      onError: (error) => this.trouble.say(error),
    });
    this.relay = new OutboxRelay(database, this.connection, queue, logger);
    this.relay.start();
    const sweep = new Sweep(database, queue);
    this.every(LOOK_AT_QUEUE_EVERY_MS, () => this.showPresence());
    this.every(SCHEDULES_EVERY_MS, () => this.keepSchedules(queue));
    this.every(SWEEP_EVERY_MS, () => sweep.run());
    logger.info({ queue: this.connection.backend }, 'working');
  }

  /** Takes no new work, lets what runs end, carries over what it left, closes. */
  async stop(): Promise<void> {
    this.stopSignal.stop();
    await Promise.all(this.tickers.map((ticker) => ticker.stop()));
    // Without the queue a finished job could not say so; it only gets the time to end what it has begun.
    const patience = (await this.connection.reachable()) ? JOBS_MAY_FINISH_MS : WITHOUT_QUEUE_MS;
    const finished = (await this.workers?.close(patience)) ?? true;
    if (!finished) this.logger.warn('jobs did not end in time; they go on elsewhere');
    await this.relay?.stop();
    await this.listener?.stop();
    await this.queue?.close();
    await this.connection.close();
    await this.context?.close();
    if (this.database.dataSource.isInitialized) await this.database.dataSource.destroy();
  }

  private async keepSchedules(queue: Queue): Promise<void> {
    const payload = { requestId: 'schedule' };
    await queue.schedule({ name: 'queue-due-scopes', payload }, 5 * MINUTE_MS);
    await queue.schedule({ name: 'write-month-end-snapshots', payload }, 60 * MINUTE_MS);
    await queue.schedule({ name: 'keep-benefits', payload }, 60 * MINUTE_MS);
    await queue.schedule({ name: 'purge-expired', payload }, 60 * MINUTE_MS);
  }

  private async showPresence(): Promise<void> {
    const reachable = await this.connection.reachable();
    await this.listener?.rename(reachable ? WORKER_CONNECTION : WORKER_CONNECTION_WITHOUT_QUEUE);
  }

  private async connectDatabase(): Promise<boolean> {
    try {
      await this.database.dataSource.initialize();
      return true;
    } catch (error) {
      this.trouble.say(error);
      return false;
    }
  }

  /** @returns false when the program was told to stop meanwhile. */
  private async waitFor(what: string, there: () => Promise<boolean>): Promise<boolean> {
    for (let tries = 0; !(await there()); tries++) {
      if (this.stopSignal.aborted) return false;
      if (tries === 10) this.logger.warn(`waiting for ${what}`);
      await sleep(200);
    }
    return !this.stopSignal.aborted;
  }

  private every(ms: number, work: () => Promise<void>): void {
    const ticker = new Ticker(ms, work, (error) => this.trouble.say(error));
    this.tickers.push(ticker);
    ticker.start();
  }
}
