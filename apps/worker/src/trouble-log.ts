import { performance } from 'node:perf_hooks';
import type { Logger } from '@hoest/platform';

const QUIET_MS = 10_000;

/** Connections that are down say so many times a second; the log needs each of their words once in ten seconds. */
export class TroubleLog {
  private readonly saidAt = new Map<string, number>();

  constructor(private readonly logger: Logger) {}

  say(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const now = performance.now();
    if (now - (this.saidAt.get(message) ?? -Infinity) < QUIET_MS) return;
    // Messages that name a job or a port differ each time; what was said long ago need not be kept.
    for (const [old, at] of this.saidAt) if (now - at >= QUIET_MS) this.saidAt.delete(old);
    this.saidAt.set(message, now);
    this.logger.warn({ err: error }, 'trouble with a connection; trying again');
  }
}
