import type { Route } from '@hoest/contracts';
import type { Caller, Database, Transaction, TransactionOptions } from '@hoest/persistence';
import type { Language, Logger } from '@hoest/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from './identity';

/** Everything a handler may use of one request. Made by the interceptor, handed over by `@Call()`. */
export class RequestCall<Params = unknown, Query = unknown, Body = unknown> {
  /** Path parameters, checked by the route's schema. */
  params!: Params;
  /** Query, checked and in its parsed form. */
  query!: Query;
  /** Body, checked; undefined where the route takes none or a file. */
  body!: Body;
  private transaction: Transaction | null = null;
  private expectedVersion: number | null = null;
  private once = false;

  constructor(
    readonly route: Route,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
    readonly identity: Identity | null,
    /** Language of the answer's words. */
    readonly language: Language,
    private readonly database: Database,
  ) {}

  get requestId(): string {
    return this.request.id;
  }

  /** Log whose lines carry the request id. Never log bodies, names or amounts. */
  get log(): Logger {
    return this.request.log as unknown as Logger;
  }

  /** Who asks. @throws on a public route without sign-in: use `identity` there. */
  get caller(): Caller {
    if (!this.identity) throw new Error(`${this.route.id} was called without sign-in`);
    return this.identity.caller;
  }

  /**
   * The transaction around this call: READ ONLY for GET, committed when the handler returns, rolled back when it throws,
   * run again after a serialization failure – so a handler does nothing that cannot be done twice.
   * @throws on routes with `ownTransactions`: they use `open`.
   */
  get tx(): Transaction {
    if (!this.transaction) throw new Error(`${this.route.id} opens its own transactions`);
    return this.transaction;
  }

  /** The version in `If-Match`. @throws where the route does not ask for one. */
  get ifMatch(): number {
    if (this.expectedVersion === null) throw new Error(`${this.route.id} does not take If-Match`);
    return this.expectedVersion;
  }

  /** A transaction of its own for the caller, for routes with `ownTransactions`. */
  open<T>(options: TransactionOptions, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(this.caller, options, work);
  }

  /** Says that the answer holds a secret that is shown this once: it is not kept for repeated calls. */
  showOnce(): void {
    this.once = true;
  }

  get shownOnce(): boolean {
    return this.once;
  }

  /** For the interceptor only. */
  inside(transaction: Transaction): void {
    this.transaction = transaction;
  }

  /** For the interceptor only. */
  expect(version: number): void {
    this.expectedVersion = version;
  }
}
