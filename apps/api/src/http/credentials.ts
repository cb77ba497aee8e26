import type { FastifyRequest } from 'fastify';

/** Prefix of access tokens, so that secret scanners and people recognise one. */
export const ACCESS_TOKEN_PREFIX = 'hoest_';

/** Name of the session cookie. `__Host-` makes browsers insist on https, path `/` and no domain. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-sid' : 'sid';
}

/**
 * The access token of an `Authorization` header: `Bearer <token>`, or `Basic` with the token as password, because Excel
 * and Power BI can store nothing else. Undefined when there is no such header, null when it is one we cannot read.
 */
export function accessTokenIn(header: string | undefined): string | null | undefined {
  if (header === undefined) return undefined;
  const [, scheme = '', rest = ''] = /^(\w+) +(\S+)$/.exec(header) ?? [];
  if (/^bearer$/i.test(scheme)) return rest;
  if (!/^basic$/i.test(scheme)) return null;
  const pair = Buffer.from(rest, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? null : pair.slice(colon + 1);
}

/** The session secret of the cookie, undefined without one. */
export function sessionSecretIn(request: FastifyRequest, secure: boolean): string | undefined {
  return request.cookies[sessionCookieName(secure)] || undefined;
}
