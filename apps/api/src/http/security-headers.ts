import fastifyHelmet from '@fastify/helmet';
import type { Configuration } from '@hoest/platform';
import type { FastifyInstance } from 'fastify';

const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * Security headers of every answer. Scripts and styles run only with the nonce of the very response (the page of the
 * client gets it in `web-client.ts`); nobody may frame Høst; HSTS only where people come by https, because on plain
 * http it would lock a laptop out.
 */
export async function registerSecurityHeaders(server: FastifyInstance, configuration: Configuration): Promise<void> {
  const https = configuration.PUBLIC_URL?.startsWith('https:') ?? false;
  await server.register(fastifyHelmet, {
    global: true,
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
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
