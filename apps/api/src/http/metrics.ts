import type { Configuration } from '@hoest/platform';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { accessTokenIn } from './credentials';
import { answerProblem } from './problem.filter';
import { ProblemError } from '@hoest/platform';
import { sameSecret } from './secret-token';

/** Figures read when `/metrics` is asked for. */
export interface MetricSources {
  /** Open connections of the pool, and requests waiting for one. */
  pool: () => { total: number; idle: number; waiting: number };
  /** Tabs listening to the stream of changes. */
  streams: () => number;
}

/**
 * Figures for operators at `/metrics`, for whoever has the token. Labels are templates of addresses, never ids: figures
 * are nobody's personal data and their number stays bounded.
 */
export function registerMetrics(server: FastifyInstance, configuration: Configuration, sources: MetricSources): void {
  const token = configuration.METRICS_TOKEN;
  if (!token) return;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const duration = new Histogram({
    name: 'hoest_http_request_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const refused = new Counter({
    name: 'hoest_http_refused_total',
    help: 'Requests answered with 401, 403 or 429',
    labelNames: ['status'],
    registers: [registry],
  });
  gauge(registry, 'hoest_db_connections', 'Open database connections', () => sources.pool().total);
  gauge(registry, 'hoest_db_connections_idle', 'Database connections not in use', () => sources.pool().idle);
  gauge(registry, 'hoest_db_waiting', 'Requests waiting for a database connection', () => sources.pool().waiting);
  gauge(registry, 'hoest_event_streams', 'Tabs listening to the stream of changes', sources.streams);

  server.addHook('onResponse', (request, reply, done) => {
    const status = String(reply.statusCode);
    const route = request.routeOptions.url ?? 'unknown';
    duration.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    if (status === '401' || status === '403' || status === '429') refused.inc({ status });
    done();
  });
  server.get('/metrics', async (request, reply) => {
    const sent = accessTokenIn(request.headers.authorization);
    if (!sent || !sameSecret(sent, token)) {
      answerProblem(new ProblemError('not_signed_in'), request, reply);
      return reply;
    }
    reply.header('Cache-Control', 'no-store').type(registry.contentType);
    return registry.metrics();
  });
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
