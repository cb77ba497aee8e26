import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@hoest/platform';
import pg from 'pg';

/** Channel on which `Transaction.announce` tells of changes. */
const CHANNEL = 'hoest_changes';
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/**
 * A database connection of its own that hears of every committed change. When it breaks it comes back by itself, and
 * says so, because what was told meanwhile is lost.
 */
export class ChangeListener {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private client: InstanceType<typeof pg.Client> | null = null;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
    /** Called with the payload of each change. */
    private readonly hear: (payload: string) => void,
    /** Called when the connection is back after it was gone. */
    private readonly missed: () => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.client?.end();
    await this.running;
  }

  private async run(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    let heardBefore = false;
    while (!this.stopping.signal.aborted) {
      try {
        await this.listen(() => {
          if (heardBefore) this.missed();
          heardBefore = true;
          wait = FIRST_WAIT_MS;
        });
      } catch (err) {
        this.logger.warn({ err, waitMs: wait }, 'cannot listen for changes');
      }
      await this.pause(wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    }
  }

  /** Listens until the connection is gone. */
  private async listen(listening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'hoest-api-changes',
      keepAlive: true,
    });
    this.client = client;
    const gone = new Promise<void>((resolve) => {
      client.once('end', resolve);
      // Without a listener the error of a restarting database would end the process.
      client.on('error', () => resolve());
    });
    try {
      await client.connect();
      client.on('notification', ({ payload }) => {
        if (payload) this.hear(payload);
      });
      await client.query(`listen ${CHANNEL}`);
      listening();
      await gone;
    } finally {
      this.client = null;
      // A connection that is broken already cannot be ended in order.
      client.end().catch((err: unknown) => this.logger.debug({ err }, 'listening connection was gone'));
    }
  }

  private async pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      void sleep(ms, undefined, { ref: false }).then(resolve);
    });
  }
}
