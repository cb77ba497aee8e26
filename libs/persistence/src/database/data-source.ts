import 'reflect-metadata';
import pg, { type ClientConfig } from 'pg';
import { DataSource, type Logger } from 'typeorm';
import { ENTITIES } from '../entities';
import { MIGRATIONS } from '../migrations';

// A `date` is a calendar day, not a point in time: as a local Date it would shift by a day west of Greenwich.
const DATE = 1082;
pg.types.setTypeParser(DATE, (text: string) => text);

export interface DataSourceOptions {
  url: string;
  /** Most connections of this process; the database's own limit is shared by api, worker and queue. */
  poolSize: number;
  /** Longest a statement may run, milliseconds. */
  statementTimeoutMs: number;
  applicationName: string;
}

/**
 * A connection that always has somebody listening for its errors. Between being handed out and being listened to by
 * whoever asked for it lies a moment; a connection cut just then would otherwise end the process.
 */
class HeardClient extends pg.Client {
  constructor(config?: ClientConfig) {
    super(config);
    // Whoever uses the connection gets the error, too, with the query it broke.
    this.on('error', () => undefined);
  }
}

/** A TypeORM data source with all entities; it never changes the schema by itself. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    synchronize: false,
    migrationsRun: false,
    logger: silent,
    poolSize: options.poolSize,
    applicationName: options.applicationName,
    // Otherwise one restart of PostgreSQL would end the process through an unhandled 'error' event of an idle client.
    poolErrorHandler: () => undefined,
    extra: {
      Client: HeardClient,
      statement_timeout: options.statementTimeoutMs,
      lock_timeout: Math.min(1000, options.statementTimeoutMs),
      idle_in_transaction_session_timeout: 10_000 + options.statementTimeoutMs,
      connectionTimeoutMillis: 2000,
      keepAlive: true,
    },
  });
}

// Errors reach the caller as exceptions; logging statements would put values of people's records into the log.
const silent: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
