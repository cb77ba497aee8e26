import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { appendAuditEvents, type AuditEntry, type VersionedAuditEntry } from '../organisation/audit-trail';
import type { Caller } from './caller';
import { databaseErrorCode } from './database-error';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const MAX_TRIES = 5;

export interface TransactionOptions {
  /** Whether PostgreSQL itself must refuse writes. */
  readOnly?: boolean;
  /** Whether all statements see the database as the first one does, instead of each as it is then; for reports over many tables. */
  oneSnapshot?: boolean;
  /** Time limit of each statement in this transaction, when other than the pool's. */
  statementTimeoutMs?: number;
}

/**
 * One transaction on one connection, for one organisation. The only way to the database for api and worker: the
 * organisation is set before the first statement, and row-level security does the rest.
 */
export class Transaction {
  private readonly auditEntries: VersionedAuditEntry[] = [];
  private readonly versions = new Map<string, number>();
  private readonly messages = new Map<string, string>();

  constructor(
    readonly caller: Caller,
    readonly queryRunner: QueryRunner,
  ) {}

  get manager(): EntityManager {
    return this.queryRunner.manager;
  }

  get organisationId(): number {
    return this.caller.organisationId;
  }

  /** Runs SQL with parameters and returns its rows. `$1` is not the organisation: pass it where the statement needs it. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.queryRunner.query(sql, parameters as unknown[], true)).records as Row[];
  }

  /** Remembers who did what; written when the transaction commits, chained to the entries before it. */
  audit(entry: AuditEntry): void {
    const objectVersion = entry.objectId === null ? null : (this.versions.get(entry.objectId) ?? null);
    this.auditEntries.push({ ...entry, objectVersion });
  }

  /** Remembers the version a row got in this transaction; the audit entries that follow about the row carry it. */
  noteVersion(id: string, version: number): void {
    this.versions.set(id, version);
  }

  /** Tells the browsers of this organisation, after the commit, that a row changed. */
  announce(topic: string, id: string | null): void {
    this.messages.set(`${topic}:${id}`, JSON.stringify({ organisationId: this.organisationId, topic, id }));
  }

  /** Writes audit trail and notifications; called once, last, by `Database`. */
  async finish(): Promise<void> {
    if (this.auditEntries.length > 0) await appendAuditEvents(this, this.auditEntries);
    for (const message of this.messages.values()) await this.query(`select pg_notify('hoest_changes', $1)`, [message]);
  }
}

/** Opens transactions; retries the whole work when PostgreSQL asks for it (serialization failure, deadlock). */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  async transaction<T>(caller: Caller, options: TransactionOptions, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(caller, options, work);
      } catch (error) {
        const code = databaseErrorCode(error);
        if ((code !== SERIALIZATION_FAILURE && code !== DEADLOCK) || attempt === MAX_TRIES) throw error;
        await sleep(2 ** attempt * randomInt(5, 10));
      }
    }
  }

  /** A look-up that precedes or spans organisations: only the functions made for it answer without an organisation. */
  async lookUp<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.dataSource.query(sql, parameters as unknown[]);
  }

  /**
   * One transaction without an organisation: it sees no row of any, and reaches them only through the functions made for
   * it (relay, sweep). Nothing in it is retried.
   */
  async spanning<T>(
    work: (query: <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>) => Promise<T>,
  ): Promise<T> {
    const queryRunner = this.dataSource.createQueryRunner();
    try {
      await queryRunner.connect();
      await queryRunner.startTransaction();
      const result = await work(
        async <Row>(sql: string, parameters: readonly unknown[] = []) =>
          (await queryRunner.query(sql, parameters as unknown[], true)).records as Row[],
      );
      await queryRunner.commitTransaction();
      return result;
    } catch (error) {
      if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await queryRunner.release();
    }
  }

  private async attempt<T>(
    caller: Caller,
    options: TransactionOptions,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const queryRunner = this.dataSource.createQueryRunner();
    try {
      await queryRunner.connect();
      await queryRunner.startTransaction(options.oneSnapshot ? 'REPEATABLE READ' : undefined);
      await queryRunner.query(
        `select set_config('app.organisation_id', $1, true), set_config('app.person_id', $2, true), set_config('app.request_id', $3, true)` +
          (options.statementTimeoutMs
            ? `, set_config('statement_timeout', '${Math.trunc(options.statementTimeoutMs)}', true)`
            : '') +
          (options.readOnly ? `, set_config('transaction_read_only', 'on', true)` : ''),
        [String(caller.organisationId), caller.personId ?? '', caller.requestId],
      );
      const tx = new Transaction(caller, queryRunner);
      const result = await work(tx);
      if (!options.readOnly) await tx.finish();
      await queryRunner.commitTransaction();
      return result;
    } catch (error) {
      if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await queryRunner.release();
    }
  }
}
