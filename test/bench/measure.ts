import { performance } from 'node:perf_hooks';

/** One benchmark against its yardstick: both measured in the same run, in alternating rounds. */
export interface Measured {
  id: string;
  what: string;
  /** Median of the rounds' medians, milliseconds. */
  oursMs: number;
  yardstickMs: number;
  ratio: number;
  /** Highest ratio that is good enough; null = only noted. */
  limit: number | null;
  note?: string;
}

/** The middle one; of an even number the upper of the two. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

async function medianOf(times: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    await work(index);
    taken.push(performance.now() - started);
  }
  return median(taken);
}

/** A B A B …: ours and the yardstick in turn, so that whatever else the machine does hits both. */
export async function sideBySide(
  about: Pick<Measured, 'id' | 'what' | 'limit' | 'note'>,
  rounds: number,
  times: number,
  ours: (index: number) => Promise<unknown>,
  yardstick: (index: number) => Promise<unknown>,
): Promise<Measured> {
  await medianOf(Math.min(times, 20), ours);
  await medianOf(Math.min(times, 20), yardstick);
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    a.push(await medianOf(times, ours));
    b.push(await medianOf(times, yardstick));
  }
  const [oursMs, yardstickMs] = [median(a), median(b)];
  return { ...about, oursMs, yardstickMs, ratio: oursMs / yardstickMs };
}
