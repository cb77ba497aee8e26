import { randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { changeEvent, type EventTopic } from '@hoest/contracts';
import { type Configuration, type Logger, ProblemError } from '@hoest/platform';
import * as z from 'zod';
import { CONFIGURATION, LOGGER } from '../http/tokens';
import { ChangeListener } from './change-listener';
import { ChangeStream } from './change-stream';

const BEAT_MS = 25_000;
const COME_BACK_AFTER_MS = 2000;
/** Tabs one account may have open on one api. */
const MOST_PER_ACCOUNT = 20;

const announced = changeEvent.extend({ organisationId: z.number().int() });

/** Whether the sign-in behind a stream still holds; asked at each beat, because a stream lives longer than a request. */
export type StillSignedIn = () => Promise<boolean>;

interface OpenStream {
  stream: ChangeStream;
  accountId: string;
  stillSignedIn: StillSignedIn;
}

/**
 * Hands every committed change to the tabs of its organisation. Ids of events are made here: they only say that a tab
 * has heard something before, upon which it is told to read everything anew.
 */
@Injectable()
export class EventHub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly open = new Set<OpenStream>();
  private readonly listener: ChangeListener;
  private readonly runId = randomBytes(4).toString('hex');
  private count = 0;
  private beating: NodeJS.Timeout | null = null;

  constructor(
    @Inject(CONFIGURATION) configuration: Configuration,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.listener = new ChangeListener(
      configuration.DATABASE_URL,
      logger,
      (payload) => this.hear(payload),
      () => this.resyncAll(),
    );
  }

  onApplicationBootstrap(): void {
    this.listener.start();
    this.beating = setInterval(() => void this.beat(), BEAT_MS);
    this.beating.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.beating) clearInterval(this.beating);
    this.endAll();
    await this.listener.stop();
  }

  /** How many tabs listen, for the metrics. */
  get size(): number {
    return this.open.size;
  }

  /**
   * Opens the stream of a tab.
   * @param cameBack whether the browser had a stream before: then it may have missed something
   * @throws ProblemError `too_many`
   */
  subscribe(
    organisationId: number,
    accountId: string,
    topics: ReadonlySet<EventTopic>,
    cameBack: boolean,
    stillSignedIn: StillSignedIn,
  ): ChangeStream {
    const own = [...this.open].filter((other) => other.accountId === accountId).length;
    if (own >= MOST_PER_ACCOUNT) throw new ProblemError('too_many', { params: { seconds: '30' } });
    const stream = new ChangeStream({ organisationId, topics });
    const entry: OpenStream = { stream, accountId, stillSignedIn };
    this.open.add(entry);
    stream.once('close', () => this.open.delete(entry));
    stream.retryAfter(COME_BACK_AFTER_MS);
    if (cameBack) stream.resync(this.nextId());
    return stream;
  }

  /** Ends every stream, so that the api can stop; the browsers come back to another api or later. */
  endAll(): void {
    for (const { stream } of this.open) stream.end();
  }

  private hear(payload: string): void {
    let parsed: ReturnType<typeof announced.safeParse>;
    try {
      parsed = announced.safeParse(JSON.parse(payload));
    } catch (err) {
      this.logger.warn({ err }, 'a change could not be read');
      return;
    }
    if (!parsed.success) {
      this.logger.warn({ err: parsed.error }, 'a change of an unknown form');
      return;
    }
    const { organisationId, ...event } = parsed.data;
    const id = this.nextId();
    for (const { stream } of this.open) stream.tell(organisationId, event, id);
  }

  private resyncAll(): void {
    const id = this.nextId();
    for (const { stream } of this.open) stream.resync(id);
  }

  private async beat(): Promise<void> {
    for (const { stream, stillSignedIn } of this.open) {
      // A database that does not answer right now is no reason to send people away.
      const holds = await stillSignedIn().catch(() => true);
      if (holds) stream.beat();
      else stream.end();
    }
  }

  private nextId(): string {
    return `${this.runId}-${++this.count}`;
  }
}
