import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { createDataSource, Database } from '@hoest/persistence';
import type { Configuration, Logger } from '@hoest/platform';
import type { DataSource } from 'typeorm';
import { CONFIGURATION, LOGGER } from './tokens';

/** Configuration, log and database, for all areas. */
@Global()
@Module({})
export class GroundModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static with(configuration: Configuration, logger: Logger, dataSource: DataSource): DynamicModule {
    return {
      module: GroundModule,
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: LOGGER, useValue: logger },
        { provide: Database, useValue: new Database(dataSource) },
      ],
      exports: [CONFIGURATION, LOGGER, Database],
    };
  }

  /** Last of all: requests that were still running when the stop began have their connection until here. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.dataSource.destroy();
  }
}

/** How many connections the pool has, how many are free, and how many requests wait for one. */
export function poolFigures(dataSource: DataSource): { total: number; idle: number; waiting: number } {
  const { master } = dataSource.driver as unknown as {
    master?: { totalCount: number; idleCount: number; waitingCount: number };
  };
  return { total: master?.totalCount ?? 0, idle: master?.idleCount ?? 0, waiting: master?.waitingCount ?? 0 };
}

/** The api's connection pool; not connected yet. */
export function apiDataSource(configuration: Configuration): DataSource {
  return createDataSource({
    url: configuration.DATABASE_URL,
    poolSize: configuration.DATABASE_POOL_SIZE,
    statementTimeoutMs: configuration.STATEMENT_TIMEOUT_MS,
    applicationName: 'hoest-api',
  });
}
