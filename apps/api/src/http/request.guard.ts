import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Route } from '@hoest/contracts';
import { may } from '@hoest/organisation';
import { type Configuration, notAllowed, ProblemError } from '@hoest/platform';
import type { FastifyRequest } from 'fastify';
import { Authenticator } from './authenticator';
import { HANDLED_ROUTE } from './handle';
import type { Identity } from './identity';
import type { Allowance, RateLimiter } from './rate-limiter';
import { contextOf } from './request-context';
import { refuseForeignSite, requireCsrfToken, UNSAFE_METHODS } from './same-site';
import { CONFIGURATION, RATE_LIMITER } from './tokens';

const MINUTE = 60_000;
/** What an address without sign-in may send: enough for a sign-in page behind one office address. */
const NOT_SIGNED_IN: Allowance = { most: 600, perMs: MINUTE };

/** Decides, before anything of the request is read further, whether it may go on. Any error here means no. */
@Injectable()
export class RequestGuard implements CanActivate {
  constructor(
    private readonly authenticator: Authenticator,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(RATE_LIMITER) private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = Reflect.getMetadata(HANDLED_ROUTE, context.getHandler()) as Route | undefined;
    if (!route) throw notAllowed();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const identity = await this.authenticator.identify(request);
    contextOf(request).identity = identity;
    this.limit(route, identity, request.ip);
    const changes = UNSAFE_METHODS.has(route.method);
    if (changes && identity?.by !== 'token') refuseForeignSite(request, this.configuration);
    if (route.permission === 'public') return true;
    if (!identity) throw new ProblemError('not_signed_in');
    if (changes) requireCsrfToken(request, identity);
    if (route.permission !== 'signed_in' && !may(identity.caller, route.permission)) {
      request.log.warn({ route: route.id, permission: route.permission }, 'refused: not allowed');
      throw notAllowed();
    }
    if (route.signsOff && !identity.passwordFresh) throw reauthenticationRequired(identity);
    return true;
  }

  private limit(route: Route, identity: Identity | null, address: string): void {
    // Probes must be answered however busy the house is.
    if (route.path.startsWith('/health/')) return;
    const perMinute = this.configuration.REQUESTS_PER_MINUTE;
    if (perMinute === 0) return;
    const seconds = identity
      ? this.limiter.take(`account:${identity.caller.accountId}`, { most: perMinute, perMs: MINUTE })
      : this.limiter.take(`address:${address}`, NOT_SIGNED_IN);
    if (seconds > 0) throw new ProblemError('too_many', { params: { seconds: String(seconds) } });
  }
}

/** A browser left open must not sign off for its owner, nor must a token lying in a program: nobody is there. */
function reauthenticationRequired(identity: Identity): ProblemError {
  if (identity.by === 'session') return new ProblemError('reauthentication_required');
  return new ProblemError('reauthentication_required', {
    detail: {
      da: 'Et adgangstoken kan ikke skrive under: der sidder ingen, som kan bekræfte det. Log ind i Høst med din adgangskode, og gør det der.',
      en: 'An access token cannot sign off: nobody is there to confirm it. Sign in to Høst with your password and do it there.',
    },
  });
}
