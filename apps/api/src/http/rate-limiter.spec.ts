import { MemoryRateLimiter } from './rate-limiter';

describe('MemoryRateLimiter', () => {
  const allowance = { most: 3, perMs: 60_000 };

  it('gives out an allowance, says how long to wait, and refills evenly', () => {
    let now = 0;
    const limiter = new MemoryRateLimiter(() => now);
    expect([1, 2, 3].map(() => limiter.take('a', allowance))).toEqual([0, 0, 0]);
    expect(limiter.take('a', allowance)).toBe(20);
    now = 10_000;
    expect(limiter.wait('a', allowance)).toBe(10);
    now = 20_000;
    expect(limiter.wait('a', allowance)).toBe(0);
    expect(limiter.take('a', allowance)).toBe(0);
    expect(limiter.take('a', allowance)).toBe(20);
  });

  it('counts each key for itself', () => {
    const limiter = new MemoryRateLimiter(() => 0);
    for (let index = 0; index < 3; index++) limiter.take('a', allowance);
    expect(limiter.take('b', allowance)).toBe(0);
  });

  it('never gives more than the allowance, however long nothing happened', () => {
    let now = 0;
    const limiter = new MemoryRateLimiter(() => now);
    limiter.take('a', allowance);
    now = 1e9;
    expect([1, 2, 3].map(() => limiter.take('a', allowance))).toEqual([0, 0, 0]);
    expect(limiter.take('a', allowance)).toBeGreaterThan(0);
  });
});
