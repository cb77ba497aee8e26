import type { FastifyInstance } from 'fastify';
import { contextOf } from './request-context';

/** Answers the request id and writes one line per request; no address, body or name stands in it. */
export function registerRequestLog(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const caller = contextOf(request).identity?.caller;
    const { url: route = 'unknown' } = request.routeOptions;
    const line = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      organisation: caller?.organisationId,
      actor: caller?.pseudonymId,
    };
    // Probes come every few seconds and say nothing while they succeed.
    if (route.includes('/health/') && reply.statusCode < 400) request.log.debug(line, 'request');
    else request.log.info(line, 'request');
    done();
  });
}
