import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * Repeatable chance. Every object draws from a source of its own, named by the object's key: a new initiative in the
 * middle of the story leaves the figures of all others as they are.
 */
export class RandomSource {
  private readonly generator: RandomGenerator;

  constructor(private readonly name: string) {
    this.generator = xoroshiro128plus(createHash('sha256').update(name).digest().readInt32BE(0));
  }

  /** A source for a part; asking twice for the same part gives the same figures. */
  of(part: string): RandomSource {
    return new RandomSource(`${this.name}/${part}`);
  }

  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return uniformInt(this.generator, low, high);
  }

  /** From 0 up to but not including 1. */
  share(): number {
    return this.whole(0, 0x3fff_ffff) / 0x4000_0000;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.share();
  }

  chance(probability: number): boolean {
    return this.share() < probability;
  }

  /** Around 0, mostly within ±1, never outside ±2. */
  wobble(): number {
    return (this.share() + this.share() + this.share() + this.share() - 2) as number;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }
}
