import { Inject, Injectable } from '@nestjs/common';
import { PermanentJobError, type Delivery, type JobHandler } from '@hoest/jobs';
import { may } from '@hoest/organisation';
import {
  callerOfPerson,
  claimLongJob,
  Database,
  endRun,
  RunLost,
  systemCaller,
  type Caller,
  type LongJobRun,
  type RunOutcome,
} from '@hoest/persistence';
import { failPoint, ProblemError, storeProblem, type Logger } from '@hoest/platform';
import { isPermanent } from '../deliver';
import { JobCancelled, JobInterrupted, type JobRunner } from '../job-runner';
import { StopSignal } from '../stop-signal';
import { JOB_RUNNER_LIST, LOGGER } from '../tokens';
import { RunContext } from './run-context';

/** A job that took down, or outlived, so many workers is given up. */
const MOST_RUNS = 10;

/**
 * Runs one row of `job`: takes it up, hands it to the runner of its kind with the rights its person has now, and writes how
 * it ended. The row decides, not the queue: a delivery of a job that runs or has ended does nothing.
 */
@Injectable()
export class RunJobProcessor implements JobHandler<'run-job'> {
  readonly name = 'run-job';

  constructor(
    private readonly database: Database,
    private readonly stopSignal: StopSignal,
    @Inject(JOB_RUNNER_LIST) private readonly runners: readonly JobRunner[],
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async handle({ payload, lastAttempt }: Delivery<'run-job'>): Promise<void> {
    const product = systemCaller(payload.organisationId, payload.requestId);
    const claim = await this.database.transaction(product, {}, (tx) => claimLongJob(tx, payload.jobId));
    if (claim.kind !== 'claimed') {
      this.logger.debug({ jobId: payload.jobId, claim: claim.kind }, 'nothing to run');
      return;
    }
    const { run } = claim;
    await failPoint('job.claimed');
    let outcome: RunOutcome;
    let failure: unknown = null;
    try {
      if (claim.cancelRequested) throw new JobCancelled();
      if (run.attempt > MOST_RUNS) throw new ProblemError('internal', { cause: new Error('Too many runs') });
      outcome = { state: 'completed', result: await this.runAs(run, product) };
    } catch (error) {
      if (error instanceof RunLost) {
        this.logger.warn({ jobId: run.jobId }, 'another worker has taken the job up');
        return;
      }
      failure = error;
      outcome = outcomeOf(error, lastAttempt || run.attempt > MOST_RUNS);
    }
    await failPoint('job.before-end');
    await this.database.transaction(product, {}, (tx) => endRun(tx, run, outcome));
    if (outcome.state === 'completed' || outcome.state === 'cancelled') return;
    // A refusal that has words for the person who asked is the job's answer, not a fault for the operators to look at.
    if (failure instanceof ProblemError && isPermanent(failure)) return;
    // The job has ended: another delivery would find nothing to run, and nobody would hear of the failure.
    if (outcome.state === 'failed') throw new PermanentJobError(`Job ${run.kind} was given up`, { cause: failure });
    throw failure;
  }

  private async runAs(run: LongJobRun, product: Caller): Promise<unknown> {
    const runner = this.runners.find(({ kind }) => kind === run.kind);
    if (!runner) throw new ProblemError('internal', { cause: new Error(`No runner for ${run.kind}`) });
    const caller = await this.callerOf(run, runner, product);
    const logger = this.logger.child({ jobId: run.jobId, kind: run.kind, requestId: run.requestId });
    const context = new RunContext(run, caller, logger, this.database, this.stopSignal);
    try {
      return await runner.run(context);
    } finally {
      await context.end();
    }
  }

  private async callerOf(run: LongJobRun, runner: JobRunner, product: Caller): Promise<Caller> {
    const { createdBy } = run;
    if (createdBy === null) return product;
    const caller = await this.database.transaction(product, { readOnly: true }, (tx) =>
      callerOfPerson(tx, createdBy, run.requestId),
    );
    if (!caller || !may(caller, runner.permission)) throw new ProblemError('not_allowed');
    return caller;
  }
}

function outcomeOf(error: unknown, last: boolean): RunOutcome {
  if (error instanceof JobCancelled) return { state: 'cancelled' };
  if (error instanceof JobInterrupted) return { state: 'again' };
  if (error instanceof ProblemError && (isPermanent(error) || last))
    return { state: 'failed', problem: storeProblem(error) };
  if (isPermanent(error) || last)
    return { state: 'failed', problem: storeProblem(new ProblemError('internal', { cause: error })) };
  return { state: 'again' };
}
