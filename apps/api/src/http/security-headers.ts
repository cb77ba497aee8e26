import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import fastifyHelmet from '@fastify/helmet';
import type { Configuration } from '@hoest/platform';
import type { FastifyInstance } from 'fastify';

const YEAR_SECONDS = 365 * 24 * 3600;

const nonces = new WeakMap<object, string>();

/** The nonce of this response: the same for its policy and its page, another for every response. */
export function cspNonce(response: ServerResponse): string {
  let nonce = nonces.get(response);
  if (nonce === undefined) nonces.set(response, (nonce = randomBytes(16).toString('base64')));
  return nonce;
}

const nonceSource = (_request: unknown, response: unknown) => `'nonce-${cspNonce(response as ServerResponse)}'`;

/**
 * Security headers of every answer. Scripts and styles run only with the nonce of the very response (the page of the
 * client gets it in `web-client.ts`); nobody may frame Høst; HSTS only where people come by https, because on plain
 * http it would lock a laptop out.
 */
export async function registerSecurityHeaders(server: FastifyInstance, configuration: Configuration): Promise<void> {
  const https = configuration.PUBLIC_URL?.startsWith('https:') ?? false;
  await server.register(fastifyHelmet, {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", nonceSource],
        'style-src': ["'self'", nonceSource],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        // Policies that Angular and its component kit make for themselves.
        'trusted-types': ['angular', 'angular#bundler', 'angular#components'],
        ...(https && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: https ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
