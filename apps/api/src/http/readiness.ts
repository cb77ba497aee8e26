import { Injectable } from '@nestjs/common';
import { Database, workerPresence } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';

export interface Readiness {
  status: 'ready' | 'degraded';
  reasons: string[];
}

interface Signs {
  outbox_age: number | null;
  failed_jobs: number;
  overdue_scopes: number;
}

/** A finding holds this long, so that probes from many sides cost one query. */
const HOLDS_MS = 2000;
/** Seconds a wake-up may wait before somebody should look after the worker. */
const LATE_SECONDS = 30;

/** Whether this api can serve, and what behind it is not as it should be. */
@Injectable()
export class ReadinessCheck {
  private stopping = false;
  private latest: { at: number; finding: Promise<Readiness> } | null = null;

  constructor(private readonly database: Database) {}

  /** From now on "not ready": proxies send no new requests while the last ones end. */
  beginStop(): void {
    this.stopping = true;
  }

  /** @throws ProblemError `busy` when the database does not answer or the api is stopping */
  async current(): Promise<Readiness> {
    if (this.stopping) throw new ProblemError('busy');
    const now = performance.now();
    if (!this.latest || now - this.latest.at > HOLDS_MS) this.latest = { at: now, finding: this.look() };
    try {
      return await this.latest.finding;
    } catch (cause) {
      this.latest = null;
      throw new ProblemError('busy', { cause });
    }
  }

  private async look(): Promise<Readiness> {
    const [signs] = await this.database.lookUp<Signs>(`select * from health_signs()`);
    const presence = await workerPresence(this.database);
    const reasons: string[] = [];
    if (presence.workers === 0) reasons.push('no_worker');
    else if (!presence.queueReachable) reasons.push('queue_unreachable');
    if (signs && signs.outbox_age !== null && signs.outbox_age > LATE_SECONDS) reasons.push('worker_not_taking_work');
    if (signs && signs.overdue_scopes > 0) reasons.push('recalculation_late');
    if (signs && signs.failed_jobs > 0) reasons.push('failed_jobs');
    return { status: reasons.length > 0 ? 'degraded' : 'ready', reasons };
  }
}
