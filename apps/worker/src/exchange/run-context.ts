import { performance } from 'node:perf_hooks';
import {
  holdRun,
  reportRun,
  RunLost,
  systemCaller,
  type Caller,
  type Database,
  type LongJobProgress,
  type LongJobRun,
  type Transaction,
  type TransactionOptions,
} from '@hoest/persistence';
import type { Logger } from '@hoest/platform';
import { JobCancelled, JobInterrupted, type JobContext } from '../job-runner';
import type { StopSignal } from '../stop-signal';

const HEARTBEAT_MS = 2000;
/** At most two progress rows a second. */
const REPORT_EVERY_MS = 500;

/** The life of one run: signs of life, progress, and everything that may end it early. */
export class RunContext implements JobContext {
  private readonly heartbeat: NodeJS.Timeout;
  private unwritten: LongJobProgress = {};
  private phase: string | undefined;
  private writtenAt = -Infinity;
  private writing: Promise<void> = Promise.resolve();
  private cancelled = false;
  private lost: RunLost | null = null;

  constructor(
    readonly job: LongJobRun,
    readonly caller: Caller,
    readonly logger: Logger,
    private readonly database: Database,
    private readonly stopSignal: StopSignal,
  ) {
    this.heartbeat = setInterval(() => void this.write(), HEARTBEAT_MS);
  }

  async transaction<T>(options: TransactionOptions, work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.assertWanted();
    return this.database.transaction(this.caller, options, async (tx) => {
      await holdRun(tx, this.job);
      return work(tx);
    });
  }

  async progress(progress: LongJobProgress): Promise<void> {
    const newPhase = progress.phase !== undefined && progress.phase !== this.phase;
    this.phase = progress.phase ?? this.phase;
    this.unwritten = { ...this.unwritten, ...progress };
    if (newPhase || performance.now() - this.writtenAt >= REPORT_EVERY_MS) await this.write();
    this.assertWanted();
  }

  assertWanted(): void {
    if (this.lost) throw this.lost;
    if (this.cancelled) throw new JobCancelled();
    if (this.stopSignal.aborted) throw new JobInterrupted();
  }

  /** Stops the signs of life, after writing what is left of the progress. */
  async end(): Promise<void> {
    clearInterval(this.heartbeat);
    if (Object.keys(this.unwritten).length > 0) await this.write();
    await this.writing;
  }

  /** One report after the other; a database that does not answer is not the work's fault, and the next report says it all. */
  private write(): Promise<void> {
    this.writing = this.writing.then(async () => {
      const progress = this.unwritten;
      this.unwritten = {};
      this.writtenAt = performance.now();
      try {
        const reporter = systemCaller(this.caller.organisationId, this.job.requestId);
        this.cancelled = await this.database.transaction(reporter, {}, (tx) => reportRun(tx, this.job, progress));
      } catch (error) {
        if (error instanceof RunLost) this.lost = error;
        else {
          this.unwritten = { ...progress, ...this.unwritten };
          this.logger.warn({ err: error }, 'progress could not be written');
        }
      }
    });
    return this.writing;
  }
}
