import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { type ChangeEvent, sessionRoutes } from '@hoest/contracts';
import { ApiClient } from './api-client';

/** `offline` is said only after a while without connection; a short break is not worth a note. */
export type LiveState = 'connecting' | 'live' | 'offline';

/** What a listener hears: a change, or that changes may have been missed and everything is to be read again. */
export type Heard = { kind: 'change'; change: ChangeEvent } | { kind: 'resync' };

const SAY_OFFLINE_AFTER_MS = 5000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * The tab's one event stream. Pages do not use it directly: `read(route, input, {topics})` does. After a break longer
 * than the server remembers, or a `resync` from it, every listener reads again.
 */
@Service()
export class ChangeStream {
  private readonly client = inject(ApiClient);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly listeners = new Set<(heard: Heard) => void>();
  private source: EventSource | undefined;
  private failures = 0;
  /** Until another stream is opened, and until the loss of this one is said. */
  private pause: ReturnType<typeof setTimeout> | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private lost = false;

  readonly state = signal<LiveState>('connecting');
  /** Since when there is no connection; undefined while there is. */
  readonly offlineSince = signal<Date | undefined>(undefined);
  /** When the server last said anything, by stream or answer. */
  readonly heardAt = signal<Date | undefined>(undefined);

  constructor() {
    const answers = this.client.serverAnswered.subscribe(() => this.heardAt.set(new Date()));
    inject(DestroyRef).onDestroy(() => {
      answers.unsubscribe();
      this.stop();
    });
  }

  /** Opens the stream; called by the shell once somebody is signed in. */
  start(): void {
    if (this.source || !this.window || typeof this.window.EventSource !== 'function') return;
    const source = new EventSource('/api/v1/events', { withCredentials: true });
    this.source = source;
    source.onopen = () => this.opened();
    source.onerror = () => this.failed(source);
    source.addEventListener('change', (message: MessageEvent<string>) => this.heard(message));
    source.addEventListener('resync', () => this.tell({ kind: 'resync' }));
  }

  stop(): void {
    this.clearTimers();
    this.source?.close();
    this.source = undefined;
    this.state.set('connecting');
    this.offlineSince.set(undefined);
  }

  /** Calls the listener with every change until the returned function is called. */
  listen(listener: (heard: Heard) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private opened(): void {
    this.failures = 0;
    this.heardAt.set(new Date());
    this.state.set('live');
    this.offlineSince.set(undefined);
    this.clearTimers();
    // The browser sends Last-Event-ID only when it reconnects by itself; after our own reconnect changes may be missing.
    if (this.lost) this.tell({ kind: 'resync' });
    this.lost = false;
  }

  private failed(source: EventSource): void {
    if (!this.offlineSince()) {
      this.offlineSince.set(new Date());
      this.state.set('connecting');
      this.patience = setTimeout(() => this.state.set('offline'), SAY_OFFLINE_AFTER_MS);
    }
    if (source.readyState !== EventSource.CLOSED) return;
    // A refused or broken answer ends an EventSource for good: open another after a growing pause.
    this.source = undefined;
    this.lost = true;
    this.failures += 1;
    // The stream cannot say why; this call can, and sends people to the sign-in page when their session is over.
    this.client.call(sessionRoutes.readSession, {}).catch((problem: unknown) => problem);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.start(), Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** this.failures));
  }

  private clearTimers(): void {
    clearTimeout(this.pause);
    clearTimeout(this.patience);
  }

  private heard(message: MessageEvent<string>): void {
    this.heardAt.set(new Date());
    this.tell({ kind: 'change', change: JSON.parse(message.data) as ChangeEvent });
  }

  private tell(heard: Heard): void {
    for (const listener of this.listeners) listener(heard);
  }
}
