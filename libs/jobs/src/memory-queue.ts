import {
  ATTEMPTS,
  FIRST_BACKOFF_MS,
  JOBS,
  LANES,
  readWish,
  sameness,
  UnreadableJob,
  type JobWish,
  type Lane,
} from './job-definitions';
import {
  PermanentJobError,
  type Delivery,
  type LaneCounts,
  type Queue,
  type WorkerOptions,
  type Workers,
} from './queue';

interface Entry {
  wish: JobWish;
  identity: string;
  state: 'waiting' | 'active' | 'delayed' | 'failed';
  attemptsMade: number;
  retryTimer?: NodeJS.Timeout;
}

/**
 * The queue in this process's memory, for unit tests. It behaves like the real ones in everything `Queue` promises, and
 * forgets all when the process ends.
 */
export class MemoryQueue implements Queue {
  private readonly entries = new Set<Entry>();
  /** Wishes that equal a running job; they run after it. */
  private readonly kept = new Map<string, JobWish>();
  private readonly schedules = new Map<string, { everyMs: number; timer: NodeJS.Timeout }>();
  private readonly workers = new Set<MemoryWorkers>();

  /** @param firstBackoffMs wait before the second try. */
  constructor(private readonly firstBackoffMs = FIRST_BACKOFF_MS) {}

  async enqueue(wish: JobWish): Promise<void> {
    // The payload travels as JSON in the real queues; here it must not stay shared with the caller either.
    this.add({ ...readWish(wish.name, structuredClone(wish.payload)), sweep: wish.sweep } as JobWish);
    this.wake();
  }

  async enqueueMany(wishes: readonly JobWish[]): Promise<void> {
    for (const wish of wishes) await this.enqueue(wish);
  }

  async schedule(wish: JobWish, everyMs: number): Promise<void> {
    const id = sameness(wish);
    const standing = this.schedules.get(id);
    if (standing?.everyMs === everyMs) return;
    if (standing) clearInterval(standing.timer);
    const fire = () => {
      this.add(wish);
      this.wake();
    };
    this.schedules.set(id, { everyMs, timer: setInterval(fire, everyMs) });
    fire();
  }

  async cancel(wish: JobWish): Promise<boolean> {
    const found = this.unfinished(sameness(wish));
    if (!found || found.state === 'active') return false;
    clearTimeout(found.retryTimer);
    this.entries.delete(found);
    return true;
  }

  async counts(): Promise<Record<Lane, LaneCounts>> {
    const count = (lane: Lane, state: Entry['state']) =>
      [...this.entries].filter((entry) => JOBS[entry.wish.name].lane === lane && entry.state === state).length;
    return Object.fromEntries(
      LANES.map((lane) => [
        lane,
        {
          waiting: count(lane, 'waiting'),
          active: count(lane, 'active'),
          delayed: count(lane, 'delayed'),
          failed: count(lane, 'failed'),
        },
      ]),
    ) as Record<Lane, LaneCounts>;
  }

  async close(): Promise<void> {
    for (const { timer } of this.schedules.values()) clearInterval(timer);
    for (const entry of this.entries) clearTimeout(entry.retryTimer);
  }

  /** Starts workers in this process. */
  work(options: WorkerOptions): Workers {
    const workers = new MemoryWorkers(this, options, () => this.workers.delete(workers));
    this.workers.add(workers);
    this.wake();
    return workers;
  }

  /** The next entry of a lane, now active; null when none waits. */
  take(lane: Lane): Entry | null {
    const waiting = [...this.entries].filter(
      (entry) => entry.state === 'waiting' && JOBS[entry.wish.name].lane === lane,
    );
    const next = waiting.find((entry) => entry.wish.sweep === undefined) ?? waiting[0];
    if (!next) return null;
    next.state = 'active';
    return next;
  }

  /** Ends one try: done, or again after the wait, or failed for good. */
  settle(entry: Entry, failure: { permanent: boolean } | null): void {
    if (failure && !failure.permanent && ++entry.attemptsMade < ATTEMPTS) {
      entry.state = 'delayed';
      entry.retryTimer = setTimeout(
        () => {
          entry.state = 'waiting';
          this.wake();
        },
        this.firstBackoffMs * 2 ** (entry.attemptsMade - 1),
      );
      return;
    }
    if (failure) entry.state = 'failed';
    else this.entries.delete(entry);
    const next = this.kept.get(entry.identity);
    if (!next) return;
    this.kept.delete(entry.identity);
    this.add(next);
    this.wake();
  }

  private add(wish: JobWish): void {
    const identity = sameness(wish);
    const same = this.unfinished(identity);
    if (same?.state === 'active') this.kept.set(identity, wish);
    else if (!same) this.entries.add({ wish, identity, state: 'waiting', attemptsMade: 0 });
  }

  private unfinished(identity: string): Entry | undefined {
    return [...this.entries].find((entry) => entry.identity === identity && entry.state !== 'failed');
  }

  private wake(): void {
    for (const workers of this.workers) workers.wake();
  }
}

class MemoryWorkers implements Workers {
  private readonly running = new Set<Promise<void>>();
  private readonly busy = new Map<Lane, number>(LANES.map((lane) => [lane, 0]));
  private closing = false;

  constructor(
    private readonly queue: MemoryQueue,
    private readonly options: WorkerOptions,
    private readonly onClose: () => void,
  ) {}

  wake(): void {
    for (const lane of LANES) {
      while (!this.closing && (this.busy.get(lane) ?? 0) < this.options.concurrency[lane]) {
        const entry = this.queue.take(lane);
        if (!entry) break;
        this.busy.set(lane, (this.busy.get(lane) ?? 0) + 1);
        const run = this.run(entry).finally(() => {
          this.running.delete(run);
          this.busy.set(lane, (this.busy.get(lane) ?? 0) - 1);
          this.wake();
        });
        this.running.add(run);
      }
    }
  }

  async close(withinMs: number): Promise<boolean> {
    this.closing = true;
    const finished = Promise.all(this.running).then(() => true);
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), withinMs).unref());
    const inTime = await Promise.race([finished, late]);
    this.onClose();
    return inTime;
  }

  private async run(entry: Entry): Promise<void> {
    const attempt = entry.attemptsMade + 1;
    let failure: { permanent: boolean } | null = null;
    try {
      await this.options.deliver({
        name: entry.wish.name,
        payload: entry.wish.payload,
        attempt,
        lastAttempt: attempt >= ATTEMPTS,
      } as Delivery);
    } catch (error) {
      failure = { permanent: error instanceof PermanentJobError || error instanceof UnreadableJob };
    }
    this.queue.settle(entry, failure);
  }
}
