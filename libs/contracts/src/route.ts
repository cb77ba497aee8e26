import type { Permission } from '@hoest/organisation';
import * as z from 'zod';

/** Address that every path of the contract stands below. */
export const API_BASE = '/api/v1';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One call of the HTTP contract, written once: the api binds its handler to it and validates with it, the browser calls
 * with it, the OpenAPI document and the route tests are made from it.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  /** Stable operation id, verb and noun: `recordMeasurement`. */
  id: string;
  method: HttpMethod;
  /** Below `/api/v1`, parameters as `:name`. */
  path: string;
  /** Area whose page of the documentation it stands on. */
  area: string;
  /** What the call does, one English sentence. */
  summary: string;
  /**
   * What the caller must be allowed to do. `public` = no sign-in; `signed_in` = any sign-in. A route that limits by
   * object asks the policy again in its use case; this is the first, general question.
   */
  permission: Permission | 'public' | 'signed_in';
  /**
   * Whether the call signs something off, so that whoever is at the browser must have given their password within the
   * last ten minutes (403 `reauthentication_required` otherwise); an access token never has. Default: no.
   */
  signsOff: boolean;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
  /** Status of success; default 200, and 204 when `response` is `z.void()`. */
  status: number;
  /** Whether `If-Match` is required (428 without, 412 when stale). Default: PATCH and DELETE. */
  ifMatch: boolean;
  /** Whether the call takes a file (multipart) instead of JSON; the handler reads the parts. */
  multipart: boolean;
  /** Whether the answer is not JSON (event stream, file); the handler writes it. */
  raw: boolean;
  /**
   * Whether the handler opens its own transactions instead of getting one around the whole call: for long work, uploads
   * and streams.
   */
  ownTransactions: boolean;
}

const nothing = z.strictObject({});

type Options<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Pick<
  Route,
  'id' | 'method' | 'path' | 'area' | 'summary' | 'permission'
> & {
  params?: P;
  query?: Q;
  body?: B;
  response: R;
} & Partial<Pick<Route, 'status' | 'signsOff' | 'ifMatch' | 'multipart' | 'raw' | 'ownTransactions'>>;

/** Fills in what a call leaves out. Params are strings from the path; query values are strings, too: coerce in the schema. */
export function defineRoute<
  R extends z.ZodType,
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>(options: Options<P, Q, B, R>): Route<P, Q, B, R> {
  return {
    params: nothing as unknown as P,
    query: nothing as unknown as Q,
    body: z.undefined() as unknown as B,
    status: options.response instanceof z.ZodVoid ? 204 : 200,
    signsOff: false,
    ifMatch: options.method === 'PATCH' || options.method === 'DELETE',
    multipart: false,
    raw: false,
    ownTransactions: false,
    ...options,
  };
}

export type ParamsOf<R> = R extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<R> = R extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<R> = R extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
/** What a caller sends: the schema's input side. */
export type BodyInputOf<R> = R extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type QueryInputOf<R> = R extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type ResponseOf<R> = R extends Route<z.ZodType, z.ZodType, z.ZodType, infer S> ? z.output<S> : never;
