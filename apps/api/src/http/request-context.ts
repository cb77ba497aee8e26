import { languageOf, type Language } from '@hoest/platform';
import type { FastifyRequest } from 'fastify';
import type { Identity } from './identity';
import type { RequestCall } from './request-call';

/** What the steps of one request tell each other. */
interface RequestContext {
  /** Null = not signed in, undefined = not looked up yet. */
  identity?: Identity | null;
  call?: RequestCall;
}

// A side table instead of properties on the request: nothing a client sends can end up in it.
const contexts = new WeakMap<FastifyRequest, RequestContext>();

export function contextOf(request: FastifyRequest): RequestContext {
  let context = contexts.get(request);
  if (!context) contexts.set(request, (context = {}));
  return context;
}

/** Language of the answer: what the request asks for, else what the account chose, else Danish. */
export function languageFor(request: FastifyRequest): Language {
  return languageOf(request.headers['accept-language'], contextOf(request).identity?.locale);
}
