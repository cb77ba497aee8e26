/**
 * How to add a call:
 *
 * 1. Write it in `libs/contracts/src/<area>/…` with `defineRoute`, in a group that `ROUTES` lists.
 * 2. Write the use case in `apps/api/src/<area>/<verb-noun>.use-case.ts`: a function of the call (or of `tx` and facts).
 * 3. Bind it in `apps/api/src/<area>/<area>.controller.ts`, a `@Controller()` class listed in the area's module:
 *
 *      @Handle(unitRoutes.changeUnit)
 *      changeUnit(@Call() call: CallOf<typeof unitRoutes.changeUnit>) {
 *        return changeUnit(call);
 *      }
 *
 * Before the handler runs, sign-in, CSRF, `route.permission`, the schemas, If-Match and Idempotency-Key have been
 * checked and a transaction is open (`call.tx`). The handler returns a plain object: `bigint` becomes a string of
 * digits, `Date` an ISO instant, whatever the response schema does not list is dropped, `version` becomes the ETag.
 * It refuses by throwing `ProblemError`, `notFound()`, `ruleRefused()` … of `@hoest/platform`, or lets `RowNotFound`,
 * `StaleVersion` and database errors pass. Limits by object ask `may(call.caller, …, object)` again in the use case.
 * A `raw` route sets its headers on `call.reply` and returns a Buffer, a string or a stream.
 * At start every route must have exactly one handler (`route-registry.ts`), or the program stops.
 */
import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
} from '@nestjs/common';
import { API_BASE, type BodyOf, type ParamsOf, type QueryOf, type ResponseOf, type Route } from '@hoest/contracts';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { RequestCall } from './request-call';
import { contextOf } from './request-context';

/** The call object of a route, typed by its schemas. */
export type CallOf<R> = RequestCall<ParamsOf<R>, QueryOf<R>, BodyOf<R>>;

/** What a handler may return for a response of type `T`: texts may still be `bigint` or `Date`. */
export type Answer<T> = T extends string
  ? string | bigint | Date
  : T extends readonly (infer Item)[]
    ? readonly Answer<Item>[]
    : T extends object
      ? { [Key in keyof T]: Answer<T[Key]> }
      : T;

type Handler<R> = (call: CallOf<R>) => Promise<Answer<ResponseOf<R>> | Readable | Buffer> | Readable | Buffer;

/** Metadata key of the route a method handles. */
export const HANDLED_ROUTE = Symbol('handled route');

const METHODS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

/** Binds a method of a controller to a call of the contract. */
export function Handle<R extends Route>(route: R) {
  const decorate = applyDecorators(
    METHODS[route.method](`${API_BASE}${route.path}`),
    HttpCode(route.status),
    SetMetadata(HANDLED_ROUTE, route),
  );
  return <Method extends Handler<R>>(
    target: object,
    name: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    decorate(target, name, descriptor);
  };
}

/** The one parameter of a handler; its type is `CallOf<typeof route>`. */
export const Call = createParamDecorator((_: unknown, context: ExecutionContext): RequestCall => {
  const { call } = contextOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!call) throw new Error('@Call() was used outside a handled route');
  return call;
});
