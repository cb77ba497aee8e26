import 'reflect-metadata';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Configuration, Logger } from '@hoest/platform';
import { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { EventHub } from './exchange/event-hub';
import { registerApiDocs } from './http/api-docs';
import { Authenticator } from './http/authenticator';
import { BODY_LIMIT, registerBodyParsers, UPLOAD_LIMIT } from './http/body-parsers';
import { registerDrain } from './http/drain';
import { poolFigures } from './http/ground.module';
import { registerMetrics } from './http/metrics';
import { requestIdOf } from './http/request-id';
import { registerRequestLog } from './http/request-log';
import { registerSecurityHeaders } from './http/security-headers';
import { registerWebClient } from './http/web-client';

/** Longest a request may take to arrive, milliseconds. */
const RECEIVE_TIMEOUT_MS = 60_000;

/** The api, ready to listen or to be called with `inject`; the data source must be connected. */
export async function createApp(
  configuration: Configuration,
  logger: Logger,
  dataSource: DataSource,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: logger as FastifyBaseLogger,
    // Our own line per request stands in request-log.ts.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: configuration.TRUSTED_PROXIES ?? false,
    requestTimeout: RECEIVE_TIMEOUT_MS,
    multipart: false,
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  registerRequestLog(server);
  registerDrain(server);
  registerBodyParsers(server);
  await registerSecurityHeaders(server, configuration);
  await server.register(fastifyCookie);
  await server.register(fastifyCompress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await server.register(fastifyMultipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 20, fieldSize: 10_000, parts: 21 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(configuration, logger, dataSource),
    adapter,
    { logger: false, bodyParser: false },
  );
  registerApiDocs(server, () => app.get(Authenticator));
  registerMetrics(server, configuration, {
    pool: () => poolFigures(dataSource),
    streams: () => app.get(EventHub).size,
  });
  if (configuration.WEB_FOLDER) await registerWebClient(server, configuration.WEB_FOLDER);
  await app.init();
  await server.ready();
  return app;
}
