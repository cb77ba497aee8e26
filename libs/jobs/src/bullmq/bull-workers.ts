import { UnrecoverableError, type Job } from 'bullmq';
import { LANES, readWish, UnreadableJob } from '../job-definitions';
import { PermanentJobError, type Delivery, type WorkerOptions, type Workers } from '../queue';
import { becomeReady } from './become-ready';
import type { BullWorker, QueueConnection } from './queue-connection';

/** One BullMQ worker per lane; each delivery goes through `deliver`. They start together. */
export async function createWorkers(connection: QueueConnection, options: WorkerOptions): Promise<Workers> {
  /** Failures that `deliver` has seen; every other one was decided by the queue alone. */
  const seen = new WeakSet<Error>();

  const process = async (job: Job): Promise<void> => {
    try {
      const wish = readWish(job.name, job.data);
      const attempt = job.attemptsMade + 1;
      await options.deliver({ ...wish, attempt, lastAttempt: attempt >= (job.opts.attempts ?? 1) } as Delivery);
    } catch (error) {
      const failure = asFailure(error);
      seen.add(failure);
      throw failure;
    }
  };

  const workers: BullWorker[] = [];
  for (const lane of LANES) {
    const settings = { concurrency: options.concurrency[lane] };
    const worker = await becomeReady(() => connection.worker(lane, process, settings), connection, options.onError);
    worker.on('failed', (job: Job | undefined, error: Error) => {
      if (seen.has(error)) return;
      if (job) options.onGivenUp(readWish(job.name, job.data), error.message);
      else options.onError(error);
    });
    workers.push(worker);
  }
  for (const worker of workers) worker.run().catch(options.onError);

  return {
    async close(withinMs) {
      const finished = Promise.all(workers.map((worker) => worker.close())).then(() => true);
      finished.catch(options.onError);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), withinMs);
      });
      try {
        return await Promise.race([finished, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** BullMQ gives a job up at once only for its own kind of error. */
function asFailure(error: unknown): Error {
  if (error instanceof PermanentJobError || error instanceof UnreadableJob) {
    const failure = new UnrecoverableError(error.message);
    failure.cause = error;
    return failure;
  }
  return error instanceof Error ? error : new Error(String(error));
}
