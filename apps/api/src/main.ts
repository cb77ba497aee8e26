import { unsafeToServe } from '@hoest/persistence';
import { armFailPoints, ConfigurationError, createLogger, readConfiguration } from '@hoest/platform';
import { createApp } from './create-app';
import { apiDataSource } from './http/ground.module';
import { RouteRegistry } from './http/route-registry';
import { ReadinessCheck } from './http/readiness';
import { stopInOrder } from './http/shutdown';

/** Starts the api, or says everything that keeps it from starting and ends with 1. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const logger = createLogger('api', configuration.LOG_LEVEL);
  if (configuration.FAIL_POINTS) armFailPoints(configuration.FAIL_POINT_PLAN);
  const dataSource = apiDataSource(configuration);
  await dataSource.initialize();
  const app = await createApp(configuration, logger, dataSource);
  const faults = [...(await unsafeToServe(dataSource)), ...app.get(RouteRegistry).faults()];
  if (faults.length > 0) {
    logger.fatal({ faults }, 'not fit to serve');
    process.exit(1);
  }
  stopInOrder(logger, { beginStop: () => app.get(ReadinessCheck).beginStop(), close: () => app.close() });
  await app.listen(configuration.PORT, configuration.HOST);
  logger.info({ url: await app.getUrl() }, 'listening');
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigurationError ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exit(1);
});
