import { type Configuration, ProblemError } from '@hoest/platform';
import type { FastifyRequest } from 'fastify';
import type { Identity } from './identity';
import { sameSecret } from './secret-token';

/** Methods that change something. */
export const UNSAFE_METHODS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses a changing request that another site made a browser send. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, older ones in `Origin`; programs send neither and are not steered by foreign pages.
 * @throws ProblemError `csrf`
 */
export function refuseForeignSite(request: FastifyRequest, configuration: Configuration): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('csrf');
  const { origin } = request.headers;
  if (origin !== undefined && !isOwnOrigin(origin, request, configuration)) throw new ProblemError('csrf');
}

function isOwnOrigin(origin: string, request: FastifyRequest, configuration: Configuration): boolean {
  if (configuration.PUBLIC_URL && origin === new URL(configuration.PUBLIC_URL).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/**
 * The second half of the check: a page of ours can read the `XSRF-TOKEN` cookie and repeat it in a header, a foreign
 * page cannot.
 * @throws ProblemError `csrf`
 */
export function requireCsrfToken(request: FastifyRequest, identity: Identity): void {
  if (identity.by !== 'session') return;
  const sent = request.headers['x-xsrf-token'];
  if (typeof sent !== 'string' || !sameSecret(sent, identity.csrfToken ?? '')) throw new ProblemError('csrf');
}
