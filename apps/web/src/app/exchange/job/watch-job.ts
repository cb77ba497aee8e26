import { DOCUMENT, effect, inject, type Signal, untracked } from '@angular/core';
import { type Job, jobRoutes } from '@hoest/contracts';
import { read, type Reading } from '../../api/read';

/** The stream tells of most changes; asking as well keeps the bar moving when the stream is gone. */
const ASK_EVERY_MS = 2000;

/** Whether the work goes on. */
export const isUnderWay = (job: Pick<Job, 'state'>): boolean => job.state === 'pending' || job.state === 'running';

/** A job that is read until it has ended, for as long as the component lives (injection context). */
export function watchJob(jobId: Signal<string | null | undefined>): Reading<Job> {
  const document = inject(DOCUMENT);
  const reading = read(
    jobRoutes.readJob,
    () => {
      const id = jobId();
      return id ? { params: { id } } : undefined;
    },
    { topics: ['job'], follows: ({ id }) => id === jobId() },
  );
  effect((onCleanup) => {
    const job = reading.value();
    if (!job || !isUnderWay(job)) return;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'hidden') untracked(() => reading.reload());
    }, ASK_EVERY_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return reading;
}
