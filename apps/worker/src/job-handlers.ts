import type { Type } from '@nestjs/common';
import type { JobHandler } from '@hoest/jobs';
import { KeepBenefitsProcessor } from './benefits/keep-benefits.processor';
import { RunJobProcessor } from './exchange/run-job.processor';
import { QueueDueScopesProcessor } from './maturity/queue-due-scopes.processor';
import { RecalculateScopeProcessor } from './maturity/recalculate-scope.processor';
import { SweepScopesProcessor } from './maturity/sweep-scopes.processor';
import { WriteMonthEndSnapshotsProcessor } from './maturity/write-month-end-snapshots.processor';
import { PurgeExpiredProcessor } from './organisation/purge-expired.processor';

/** One handler per job name of libs/jobs; the worker does not start when one is missing or there are two. */
export const JOB_HANDLERS: readonly Type<JobHandler>[] = [
  RecalculateScopeProcessor,
  SweepScopesProcessor,
  QueueDueScopesProcessor,
  WriteMonthEndSnapshotsProcessor,
  KeepBenefitsProcessor,
  PurgeExpiredProcessor,
  RunJobProcessor,
];
