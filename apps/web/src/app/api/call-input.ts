import type { BodyInputOf, QueryInputOf, Route } from '@hoest/contracts';
import type * as z from 'zod';

type ParamsInputOf<R> = R extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never;
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [K in Name]?: undefined }
  : Record<string, never> extends Value
    ? { [K in Name]?: Value }
    : { [K in Name]: Value };

/** What a call takes: exactly the parts its route declares, typed from the contract. */
export type CallInput<R extends Route = Route> = Part<'params', ParamsInputOf<R>> &
  Part<'query', QueryInputOf<R>> &
  Part<'body', BodyInputOf<R>> & {
    /** `version` of the row as the caller read it; required by PATCH and most DELETEs. */
    ifMatch?: number;
    /** Multipart body of an upload, instead of `body`. */
    form?: FormData;
    /** Told how many bytes of `form` have been sent, of how many. */
    uploaded?: (sent: number, of: number) => void;
    /** Kept by a caller that may send the same wish again later; else made per call. */
    idempotencyKey?: string;
    signal?: AbortSignal;
  };

/** Address of a call. @throws RangeError when a path parameter is missing */
export function urlOf(route: Route, params: unknown = {}): string {
  const values = params as Record<string, unknown>;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '') throw new RangeError(`${route.id} lacks its parameter ${name}`);
    return encodeURIComponent(value);
  });
  return `/api/v1${path}`;
}
