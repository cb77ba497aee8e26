import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '@hoest/platform';
import type { Allowance, RateLimiter } from '../http/rate-limiter';
import { RATE_LIMITER } from '../http/tokens';

const QUARTER_HOUR = 15 * 60_000;
/** Wrong passwords one address may try on one account. */
const PAIR: Allowance = { most: 10, perMs: QUARTER_HOUR };
/** Wrong passwords one address may try altogether; an office shares one. */
const ADDRESS: Allowance = { most: 60, perMs: QUARTER_HOUR };
/** Wrong passwords for one account from all addresses together. */
const ACCOUNT: Allowance = { most: 100, perMs: QUARTER_HOUR };
/** Passwords being checked at once: each costs 50 ms of a core and 19 MB. */
const MOST_AT_ONCE = 24;
const MOST_KNOWN = 10_000;

/**
 * Slows down guessing. Only failures count, and whoever signed in from an address before is not held back by what
 * others try on the account elsewhere: nobody can lock somebody else out.
 */
@Injectable()
export class SignInThrottle {
  private readonly known = new Set<string>();
  private running = 0;

  constructor(@Inject(RATE_LIMITER) private readonly limiter: RateLimiter) {}

  /**
   * Runs one check of a password, unless too many failed or too many are running.
   * @param check whether the password was right
   * @throws ProblemError `too_many`, `busy`
   */
  async attempt(email: string, address: string, check: () => Promise<boolean>): Promise<boolean> {
    const account = email.trim().toLowerCase();
    const pair = `${address} ${account}`;
    const limits: [string, Allowance][] = [
      [`sign-in:pair:${pair}`, PAIR],
      [`sign-in:address:${address}`, ADDRESS],
      ...(this.known.has(pair) ? [] : [[`sign-in:account:${account}`, ACCOUNT] as [string, Allowance]]),
    ];
    const seconds = Math.max(...limits.map(([key, allowance]) => this.limiter.wait(key, allowance)));
    if (seconds > 0) throw new ProblemError('too_many', { params: { seconds: String(seconds) } });
    if (this.running >= MOST_AT_ONCE) throw new ProblemError('busy');
    this.running += 1;
    try {
      const right = await check();
      if (right) this.remember(pair);
      else for (const [key, allowance] of limits) this.limiter.take(key, allowance);
      return right;
    } finally {
      this.running -= 1;
    }
  }

  private remember(pair: string): void {
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.add(pair);
  }
}
