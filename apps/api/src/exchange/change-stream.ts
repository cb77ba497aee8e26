import { Readable } from 'node:stream';
import type { ChangeEvent, EventTopic } from '@hoest/contracts';

/** Bytes that may wait for a browser that does not read; beyond it the stream ends and the browser comes back. */
const MOST_WAITING = 64 * 1024;

/** What one browser tab listens to. */
export interface Subscription {
  organisationId: number;
  /** Empty = every topic. */
  topics: ReadonlySet<EventTopic>;
}

/** The event stream of one tab: server-sent events as text. */
export class ChangeStream extends Readable {
  private ended = false;

  constructor(readonly subscription: Subscription) {
    super({ highWaterMark: MOST_WAITING });
  }

  override _read(): void {
    // Events are pushed when they happen, not when somebody reads.
  }

  /** Sends a change that concerns this tab. */
  tell(organisationId: number, event: ChangeEvent, id: string): void {
    const { subscription } = this;
    if (organisationId !== subscription.organisationId) return;
    if (subscription.topics.size > 0 && !subscription.topics.has(event.topic)) return;
    this.write(`id: ${id}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** Says that changes may have been missed: the tab reads everything anew. */
  resync(id: string): void {
    this.write(`id: ${id}\nevent: resync\ndata: {}\n\n`);
  }

  /** A comment that keeps proxies from closing a quiet connection. */
  beat(): void {
    this.write(': beat\n\n');
  }

  /** How long the browser waits before it comes back, milliseconds. */
  retryAfter(ms: number): void {
    this.write(`retry: ${ms}\n\n`);
  }

  end(): void {
    if (this.ended || this.destroyed) return;
    this.ended = true;
    this.push(null);
  }

  private write(text: string): void {
    if (this.ended || this.destroyed) return;
    this.push(text);
    if (this.readableLength > MOST_WAITING) this.destroy();
  }
}
