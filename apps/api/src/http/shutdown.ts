import type { Logger } from '@hoest/platform';

/** Longest the api waits for running requests to end, milliseconds. */
const DRAIN_MS = 10_000;

interface Stoppable {
  /** Says "not ready" and ends streams, so that no new work arrives. */
  beginStop: () => void;
  /** Stops listening, lets running requests end, closes the pool. */
  close: () => Promise<void>;
}

/**
 * Ends the program in order: on SIGTERM or SIGINT, and when an error nobody handled leaves its state in doubt. A second
 * signal ends it at once.
 */
export function stopInOrder(logger: Logger, app: Stoppable): void {
  let stopping = false;
  const stop = async (why: string, exitCode: number) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ why }, 'stopping');
    const late = setTimeout(() => {
      logger.error({ afterMs: DRAIN_MS }, 'requests did not end in time');
      process.exit(1);
    }, DRAIN_MS);
    late.unref();
    try {
      app.beginStop();
      await app.close();
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
}
