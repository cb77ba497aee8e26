import type { JobsOptions } from 'bullmq';
import {
  ATTEMPTS,
  BACKOFF_JITTER,
  FIRST_BACKOFF_MS,
  JOBS,
  LANES,
  sameness,
  type JobWish,
  type Lane,
} from '../job-definitions';
import type { LaneCounts, Queue } from '../queue';
import { becomeReady } from './become-ready';
import type { BullQueue, QueueConnection } from './queue-connection';

/** Failed jobs kept per lane for a look; `failed_job` is the lasting record. */
const FAILED_KEPT = 1000;

/** BullMQ's priorities: none goes first, then from 1 upwards. */
const LOW_PRIORITY = 10;

export interface QueuesOptions {
  /** The queue is in trouble; it goes on by itself. */
  onError: (error: unknown) => void;
  /** Wait before the second try; tests shorten it. */
  firstBackoffMs?: number;
}

/** The queue on BullMQ, with either backend; it waits for one that does not answer yet. */
export async function createQueues(
  connection: QueueConnection,
  { onError, firstBackoffMs = FIRST_BACKOFF_MS }: QueuesOptions,
): Promise<Queue> {
  const tries = { attempts: ATTEMPTS, backoff: { type: 'exponential', delay: firstBackoffMs, jitter: BACKOFF_JITTER } };
  const options = (wish: JobWish): JobsOptions => ({
    ...retention,
    ...tries,
    deduplication: { id: sameness(wish), keepLastIfActive: true },
    ...(wish.sweep !== undefined && { priority: LOW_PRIORITY }),
  });
  const lanes = new Map<Lane, BullQueue>();
  for (const lane of LANES) lanes.set(lane, await becomeReady(() => connection.queue(lane), connection, onError));
  const laneOf = (wish: JobWish) => laneQueue(JOBS[wish.name].lane);
  const laneQueue = (lane: Lane): BullQueue => {
    const queue = lanes.get(lane);
    if (!queue) throw new Error(`There is no lane ${lane}`);
    return queue;
  };

  return {
    async enqueue(wish) {
      await laneOf(wish).add(wish.name, wish.payload, options(wish));
    },

    async enqueueMany(wishes) {
      for (const lane of LANES) {
        const chosen = wishes.filter((wish) => JOBS[wish.name].lane === lane);
        if (chosen.length === 0) continue;
        await laneQueue(lane).addBulk(
          onePerSameness(chosen).map((wish) => ({ name: wish.name, data: wish.payload, opts: options(wish) })),
        );
      }
    },

    async schedule(wish, everyMs) {
      const queue = laneOf(wish);
      const id = sameness(wish);
      // Setting a schedule again moves its next time, so leave one alone that stands. Each of its jobs makes the next when
      // it starts; a schedule whose next job is missing broke off there and is set again.
      const standing = await queue.getJobScheduler(id);
      if (standing?.every === everyMs && (await queue.getJob(`repeat:${id}:${standing.next}`))) return;
      await queue.upsertJobScheduler(
        id,
        { every: everyMs },
        { name: wish.name, data: wish.payload, opts: { ...retention, ...tries } },
      );
    },

    async cancel(wish) {
      const queue = laneOf(wish);
      const jobId = await queue.getDeduplicationJobId(sameness(wish));
      const job = jobId ? await queue.getJob(jobId) : undefined;
      if (!job || (await job.isActive())) return false;
      try {
        await job.remove();
        return true;
      } catch (error) {
        // A worker may take the job between the look and the removal; then it is no longer ours to take back.
        if (await job.isActive()) return false;
        throw error;
      }
    },

    async counts() {
      const entries: [Lane, LaneCounts][] = [];
      for (const [lane, queue] of lanes) {
        const found = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
        entries.push([
          lane,
          {
            waiting: (found['waiting'] ?? 0) + (found['prioritized'] ?? 0),
            active: found['active'] ?? 0,
            delayed: found['delayed'] ?? 0,
            failed: found['failed'] ?? 0,
          },
        ]);
      }
      return Object.fromEntries(entries) as Record<Lane, LaneCounts>;
    },

    async close() {
      for (const queue of lanes.values()) await queue.close();
    },
  };
}

const retention = { removeOnComplete: true, removeOnFail: { count: FAILED_KEPT } } as const;

/** Wishes of one batch that are the same become one, the last. */
function onePerSameness(wishes: readonly JobWish[]): JobWish[] {
  return [...new Map(wishes.map((wish) => [sameness(wish), wish])).values()];
}
