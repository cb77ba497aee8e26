import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Route } from '@hoest/contracts';
import { Database, StaleVersion } from '@hoest/persistence';
import { ProblemError } from '@hoest/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { answerBody, etagOf } from './answer-body';
import { checkedInput } from './checked-input';
import { HANDLED_ROUTE } from './handle';
import { answerGiven, type IdempotencyKey, idempotencyKeyOf, keepAnswer, type StoredAnswer } from './idempotency';
import { versionIn } from './if-match';
import { RequestCall } from './request-call';
import { contextOf, languageFor } from './request-context';
import { StaleRow } from './stale-row';

/** Headers of an answer that belong to what it says, and are kept with it under its Idempotency-Key. */
const KEPT_HEADERS = ['etag', 'location'] as const;

/** Checks what a call says, runs its handler inside a transaction, and lets out only what the contract lists. */
@Injectable()
export class CallInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly staleRow: StaleRow,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = Reflect.getMetadata(HANDLED_ROUTE, context.getHandler()) as Route;
    const http = context.switchToHttp();
    return from(this.run(route, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), next));
  }

  private async run(route: Route, request: FastifyRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const requestContext = contextOf(request);
    const identity = requestContext.identity ?? null;
    const call = new RequestCall(route, request, reply, identity, languageFor(request), this.database);
    requestContext.call = call;
    refuseOtherMedia(route, request);
    Object.assign(call, checkedInput(route, request));
    if (route.ifMatch) call.expect(versionIn(request.headers['if-match']));
    const key = idempotencyKeyOf(route, request, identity);
    reply.header('Cache-Control', 'no-store');
    const handle = () => lastValueFrom(next.handle()) as Promise<unknown>;
    if (route.raw) return route.ownTransactions ? handle() : this.inTransaction(call, handle);
    const answer = route.ownTransactions
      ? this.answer(call, await handle())
      : await this.inTransaction(call, () => this.answerOnce(call, key, handle));
    reply.headers(answer.headers);
    return answer.body;
  }

  private async inTransaction<T>(call: RequestCall, work: () => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(call.caller, { readOnly: call.route.method === 'GET' }, (tx) => {
        call.inside(tx);
        return work();
      });
    } catch (error) {
      if (error instanceof StaleVersion && call.route.ifMatch) throw await this.staleRow.problemOf(call, error);
      throw error;
    }
  }

  /** The answer, or the one given before to the same key. */
  private async answerOnce(
    call: RequestCall,
    key: IdempotencyKey | null,
    handle: () => Promise<unknown>,
  ): Promise<StoredAnswer> {
    if (!key) return this.answer(call, await handle());
    const given = await answerGiven(call.tx, key);
    if (given) return { ...given, headers: { ...given.headers, 'idempotency-replayed': 'true' } };
    const answer = this.answer(call, await handle());
    await keepAnswer(call.tx, key, answer, call.shownOnce);
    return answer;
  }

  private answer(call: RequestCall, result: unknown): StoredAnswer {
    const body = answerBody(call.route, result);
    const etag = etagOf(body);
    if (etag) call.reply.header('ETag', etag);
    const headers: Record<string, string> = {};
    for (const name of KEPT_HEADERS) {
      const value = call.reply.getHeader(name);
      if (typeof value === 'string') headers[name] = value;
    }
    return { status: call.route.status, body, headers };
  }
}

/** Files go to the calls that take them, JSON to all others. */
function refuseOtherMedia(route: Route, request: FastifyRequest): void {
  const multipart = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  if (route.multipart && !multipart) {
    throw new ProblemError('unsupported_media', { params: { expected: 'multipart/form-data' } });
  }
  if (!route.multipart && multipart) {
    throw new ProblemError('unsupported_media', { params: { expected: 'application/json' } });
  }
}
