/** Shorter runs say nothing about the rest. */
const LEAST_ELAPSED_MS = 1500;
const LEAST_SHARE = 0.05;

/** How long the rest will take, rounded as people say it. */
export type TimeLeft = { unit: 'moment' } | { unit: 'seconds' | 'minutes'; n: number };

/**
 * Time left of work that goes on at the pace it has had so far; null while there is too little to judge by.
 * @param share done, 0–1; null when the total is not known
 */
export function timeLeft(startedAt: string | null, now: Date, share: number | null): TimeLeft | null {
  if (startedAt === null || share === null || share < LEAST_SHARE || share >= 1) return null;
  const elapsed = now.getTime() - new Date(startedAt).getTime();
  if (elapsed < LEAST_ELAPSED_MS) return null;
  const seconds = (elapsed * (1 - share)) / share / 1000;
  if (seconds < 5) return { unit: 'moment' };
  if (seconds < 90) return { unit: 'seconds', n: Math.ceil(seconds / 5) * 5 };
  return { unit: 'minutes', n: Math.ceil(seconds / 60) };
}
