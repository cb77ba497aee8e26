import { setTimeout as sleep } from 'node:timers/promises';
import pg, { type ClientBase } from 'pg';

export interface ListenerOptions {
  url: string;
  /** How this connection shows in pg_stat_activity. */
  applicationName: string;
  channels: readonly string[];
  onNotification: (channel: string, payload: string) => void;
  /** Listening begins or begins again; whatever was sent meanwhile is lost, so look for yourself. */
  onListening: () => void;
  /** The connection broke or could not be made; it is tried again. */
  onError: (error: unknown) => void;
}

const LONGEST_WAIT_MS = 2000;

/**
 * Hears PostgreSQL's notifications on a connection of its own, and comes back by itself when that breaks. It has an
 * 'error' listener from the first moment: without one, a restart of PostgreSQL would end the whole process.
 */
export class NotificationListener {
  private client: (ClientBase & { end(): Promise<void> }) | null = null;
  private stopped = false;
  private readonly running: Promise<void>;
  private broken: () => void = () => undefined;

  constructor(private readonly options: ListenerOptions) {
    this.running = this.run();
  }

  /** Changes how the connection shows, now and after the next reconnect; says nothing when there is no connection. */
  async rename(applicationName: string): Promise<void> {
    this.options.applicationName = applicationName;
    await this.client
      ?.query(`select set_config('application_name', $1, false)`, [applicationName])
      .catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.broken();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let wait = 50; !this.stopped; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const client = new pg.Client({
        connectionString: this.options.url,
        application_name: this.options.applicationName,
        connectionTimeoutMillis: LONGEST_WAIT_MS,
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
      });
      const ended = new Promise<void>((resolve) => {
        this.broken = resolve;
        client.on('end', resolve);
      });
      client.on('error', (error) => {
        if (!this.stopped) this.options.onError(error);
        this.broken();
      });
      client.on('notification', ({ channel, payload }) => this.options.onNotification(channel, payload ?? ''));
      try {
        await client.connect();
        for (const channel of this.options.channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
        this.client = client;
        this.options.onListening();
        wait = 50;
        await ended;
      } catch (error) {
        if (!this.stopped) this.options.onError(error);
      }
      this.client = null;
      // A connection that broke cannot say goodbye; what it answers to that is of no interest.
      await client.end().catch(() => undefined);
      if (!this.stopped) await sleep(wait);
    }
  }
}
