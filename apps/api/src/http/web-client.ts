import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { cspNonce } from './security-headers';

/** File names that carry a hash of their content: `main-LKJ3H4G5.js`. They never change, so browsers may keep them. */
const HASHED = /[-.][0-9A-Za-z_-]{8,}\.(js|css|woff2|svg|png|json|map)$/;
/** Stands in the built page wherever the nonce of the response belongs. */
const NONCE_PLACE = '__CSP_NONCE__';
const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * Serves the built client: its files, and its one page for every other address below which no API lies, so that a link
 * to any screen works. The page gets the nonce of the response it is in.
 */
export async function registerWebClient(server: FastifyInstance, folder: string): Promise<void> {
  const files = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  await server.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  server.get('/*', (request, reply) => {
    const path = decodeURI((request.raw.url ?? '/').split('?')[0] ?? '/').slice(1);
    if (path === 'api' || path.startsWith('api/') || path === 'metrics') {
      reply.callNotFound();
      return;
    }
    if (path !== 'index.html' && files.has(path)) {
      reply.header('Cache-Control', HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
      return reply.sendFile(path);
    }
    // A missing script must not be answered with a page: the browser would run it.
    if (/\.\w{1,8}$/.test(path) && path !== 'index.html') {
      reply.callNotFound();
      return;
    }
    return reply
      .header('Cache-Control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_PLACE, cspNonce(reply.raw)));
  });
}
