/** Counts attempts per key. Behind an interface, so that several processes can share one store later. */
export interface RateLimiter {
  /**
   * Takes one attempt from the key's allowance.
   * @returns 0 when it was there, else the seconds until the next one is.
   */
  take(key: string, allowance: Allowance): number;
  /** Seconds until the key may try again, without taking anything; 0 = now. */
  wait(key: string, allowance: Allowance): number;
}

export interface Allowance {
  /** Attempts that may come at once. */
  most: number;
  /** Milliseconds in which a used-up allowance is full again; it refills evenly. */
  perMs: number;
}

interface Bucket {
  left: number;
  at: number;
  perMs: number;
}

const MAX_KEYS = 50_000;

/** Token buckets in the memory of this process. */
export class MemoryRateLimiter implements RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  /** @param now milliseconds on any clock that does not go backwards */
  constructor(private readonly now: () => number = () => performance.now()) {}

  take(key: string, allowance: Allowance): number {
    const bucket = this.refilled(key, allowance);
    if (bucket.left < 1) return this.secondsUntilOne(bucket, allowance);
    bucket.left -= 1;
    this.buckets.set(key, bucket);
    if (this.buckets.size > MAX_KEYS) this.forgetFull();
    return 0;
  }

  wait(key: string, allowance: Allowance): number {
    const bucket = this.refilled(key, allowance);
    return bucket.left < 1 ? this.secondsUntilOne(bucket, allowance) : 0;
  }

  private refilled(key: string, { most, perMs }: Allowance): Bucket {
    const at = this.now();
    const bucket = this.buckets.get(key);
    if (!bucket) return { left: most, at, perMs };
    return { left: Math.min(most, bucket.left + ((at - bucket.at) * most) / perMs), at, perMs };
  }

  private secondsUntilOne(bucket: Bucket, { most, perMs }: Allowance): number {
    return Math.max(1, Math.ceil(((1 - bucket.left) * perMs) / most / 1000));
  }

  /** A key whose allowance is full again is like one never seen; of the rest, the oldest go first. */
  private forgetFull(): void {
    const now = this.now();
    for (const [key, bucket] of this.buckets) {
      if (now - bucket.at >= bucket.perMs || this.buckets.size > MAX_KEYS) this.buckets.delete(key);
    }
  }
}
