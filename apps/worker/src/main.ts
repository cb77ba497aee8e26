import { HandlerTableError, QueueRefused } from '@hoest/jobs';
import { armFailPoints, ConfigurationError, createLogger, readConfiguration } from '@hoest/platform';
import { NotFitToWork, WorkerProgram } from './worker-program';

/** Longest an orderly end may take, milliseconds (reliability rules, R28). */
const STOP_MS = 30_000;

/** Starts the worker, or says what keeps it from starting and ends with 1. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const logger = createLogger('worker', configuration.LOG_LEVEL);
  if (configuration.FAIL_POINTS) armFailPoints(configuration.FAIL_POINT_PLAN);
  const program = new WorkerProgram(configuration, logger);

  let stopping = false;
  const stop = async (why: string, exitCode: number) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    try {
      await program.stop();
    } catch (err) {
      logger.error({ err }, 'could not stop in order');
      process.exit(1);
    }
    logger.info('stopped');
    process.exit(exitCode);
  };
  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  process.on('SIGINT', () => void stop('SIGINT', 0));
  process.on('unhandledRejection', (err) => {
    logger.fatal({ err }, 'unhandled rejection');
    void stop('unhandledRejection', 1);
  });
  process.on('uncaughtException', (err) => {
    logger.fatal({ err }, 'uncaught exception');
    void stop('uncaughtException', 1);
  });

  await program.start();
}

/** Faults that the operator puts right; their words say how, a stack would only hide them. */
const REFUSALS = [ConfigurationError, NotFitToWork, QueueRefused, HandlerTableError];

main().catch((error: unknown) => {
  const told = REFUSALS.some((refusal) => error instanceof refusal);
  process.stderr.write(`${told ? (error as Error).message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
});
