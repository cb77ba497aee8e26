import type { Configuration } from '@hoest/platform';
import type { FastifyReply } from 'fastify';
import { sessionCookieName } from '../http/credentials';

/** Name Angular's client looks for by itself. */
const CSRF_COOKIE = 'XSRF-TOKEN';

/** Cookies of a session. They end with the browser; the server ends them earlier. */
export function setSessionCookies(
  reply: FastifyReply,
  configuration: Configuration,
  secrets: { session: string; csrf: string },
): void {
  const secure = configuration.secureCookies;
  reply.setCookie(sessionCookieName(secure), secrets.session, { path: '/', httpOnly: true, sameSite: 'lax', secure });
  // Readable by our own pages on purpose: they repeat it in a header, which a foreign page cannot.
  reply.setCookie(CSRF_COOKIE, secrets.csrf, { path: '/', httpOnly: false, sameSite: 'lax', secure });
}

export function clearSessionCookies(reply: FastifyReply, configuration: Configuration): void {
  const secure = configuration.secureCookies;
  reply.clearCookie(sessionCookieName(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure });
  reply.clearCookie(CSRF_COOKIE, { path: '/', sameSite: 'lax', secure });
}
