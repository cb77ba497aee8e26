import type { Type } from '@nestjs/common';
import type { JobRunner } from './job-runner';
import { CommitImportRunner } from './exchange/commit-import.runner';
import { UndoImportRunner } from './exchange/undo-import.runner';
import { RecalculateRunner } from './maturity/recalculate.runner';

/** Every kind of long work. A new one: a word in LONG_JOB_KINDS (libs/jobs), a runner in its area's folder, a line here. */
export const JOB_RUNNERS: readonly Type<JobRunner>[] = [RecalculateRunner, CommitImportRunner, UndoImportRunner];
