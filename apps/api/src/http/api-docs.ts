import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { API_BASE } from '@hoest/contracts';
import { ProblemError } from '@hoest/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import absolutePath from 'swagger-ui-dist/absolute-path.js';
import type { Authenticator } from './authenticator';
import { answerProblem } from './problem.filter';
import { contextOf } from './request-context';

const PLACE = '/api/docs';
const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Høst – API</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${PLACE}/swagger-ui.css">
  </head>
  <body>
    <main id="docs"></main>
    <script src="${PLACE}/swagger-ui-bundle.js"></script>
    <script src="${PLACE}/start.js"></script>
  </body>
</html>
`;

/** Lets "Try it out" pass the CSRF check the way the client does. */
const START = `const xsrf = () => /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
SwaggerUIBundle({
  url: '${API_BASE}/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (request.method && request.method !== 'GET') {
      request.headers['X-XSRF-TOKEN'] = xsrf();
      if (request.method === 'POST') request.headers['Idempotency-Key'] ??= crypto.randomUUID();
    }
    return request;
  },
});
`;

/** The contract as a page for people who are signed in. Its scripts come from us, none stands in the page. */
export function registerApiDocs(server: FastifyInstance, authenticator: () => Authenticator): void {
  const onlySignedIn = async (request: FastifyRequest, reply: FastifyReply) => {
    contextOf(request).identity = await authenticator().identify(request);
    if (contextOf(request).identity) return;
    answerProblem(new ProblemError('not_signed_in'), request, reply);
    return reply;
  };
  // Swagger UI makes no Trusted Types policy of its own; everything else stays as strict as on our pages.
  const helmet = {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
  };
  const options = { helmet, preHandler: onlySignedIn };
  server.get(PLACE, options, async (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  server.get(`${PLACE}/start.js`, options, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START),
  );
  for (const [file, type] of Object.entries(FILES)) {
    server.get(`${PLACE}/${file}`, options, async (_request, reply) =>
      reply
        .type(type)
        .header('Cache-Control', 'private, max-age=3600')
        .send(await readFile(join(absolutePath(), file))),
    );
  }
}
