import type { Queue, QueueConnection } from '@hoest/jobs';
import { readWish, UnreadableJob, type JobWish } from '@hoest/jobs';
import { recordFailedJob, relayOutbox, systemCaller, type Database, type OutboxRow } from '@hoest/persistence';
import { failPoint, type Logger } from '@hoest/platform';

const BATCH = 500;
/** Longest a wish lies unseen when its notification got lost. */
const POLL_MS = 1000;
/** Pause after a failure; notifications do not shorten it, else every write would hammer a queue that is down. */
const TROUBLE_PAUSE_MS = 1000;

/**
 * Carries wishes from the outbox to the queue. It takes, hands over, then commits: what a crash interrupts comes twice,
 * never not at all. Several workers each have one; they do not get in each other's way.
 */
export class OutboxRelay {
  private stopping = false;
  private troubled = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly connection: QueueConnection,
    private readonly queue: Queue,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** There may be something in the outbox. */
  notify(): void {
    this.wake();
  }

  /** Ends after a last look, so that what finishing jobs have left is carried over, too. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
    if (!this.troubled) await this.relayAll().catch((err: unknown) => this.logger.warn({ err }, 'last relay failed'));
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      // Armed before the look: a notification that comes during it is not lost.
      const armed = this.arm(POLL_MS);
      try {
        if (this.troubled && !(await this.connection.reachable())) throw new Error('The queue does not answer');
        await this.relayAll();
        if (this.troubled) this.logger.info('relay works again');
        this.troubled = false;
        await armed;
      } catch (err) {
        if (!this.troubled) this.logger.warn({ err }, 'relay waits; wishes stay in the outbox');
        this.troubled = true;
        if (!this.stopping) await this.arm(TROUBLE_PAUSE_MS, true);
      }
    }
  }

  private async relayAll(): Promise<void> {
    while ((await relayOutbox(this.database, BATCH, (rows) => this.handOver(rows))) === BATCH);
  }

  private async handOver(rows: readonly OutboxRow[]): Promise<void> {
    const wishes: JobWish[] = [];
    for (const row of rows) {
      try {
        wishes.push(readWish(row.jobName, row.payload));
      } catch (error) {
        if (!(error instanceof UnreadableJob)) throw error;
        await this.setAside(row, error);
      }
    }
    await failPoint('relay.before-enqueue');
    await this.queue.enqueueMany(wishes);
    await failPoint('relay.before-commit');
  }

  /** A wish that nobody can read must neither block the others nor vanish. */
  private async setAside(row: OutboxRow, error: UnreadableJob): Promise<void> {
    this.logger.error({ err: error, organisationId: row.organisationId }, 'unreadable wish in the outbox');
    await this.database.transaction(systemCaller(row.organisationId, 'relay'), {}, (tx) =>
      recordFailedJob(tx, { jobName: row.jobName, payload: row.payload, reason: error.message }),
    );
  }

  private async arm(ms: number, deaf = false): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        if (deaf && !this.stopping) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
