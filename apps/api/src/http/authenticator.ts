import { Inject, Injectable } from '@nestjs/common';
import type { AccessGrant, TokenScope } from '@hoest/organisation';
import { Database } from '@hoest/persistence';
import type { Configuration, Language } from '@hoest/platform';
import type { FastifyRequest } from 'fastify';
import { accessTokenIn, sessionSecretIn } from './credentials';
import type { Identity } from './identity';
import { secretHash } from './secret-token';
import { CONFIGURATION } from './tokens';

interface FoundAccount {
  organisation_id: number;
  account_id: string;
  person_id: string;
  pseudonym_id: string;
  locale: Language;
  grants: AccessGrant[];
}
type FoundSession = FoundAccount & {
  session_id: string;
  csrf_token: string;
  seen_long_ago: boolean;
  password_fresh: boolean;
};
type FoundToken = FoundAccount & { token_id: string; scopes: TokenScope[]; seen_long_ago: boolean };

/** Finds out who sent a request. Grants are read each time, so that a lost role or a closed account counts at once. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * Who the request's token or session cookie stands for; null when it has none that works. A token wins over a cookie:
   * a program that sends one means it.
   * @param touch whether the look-up counts as use, which keeps a session from idling out
   */
  async identify(request: FastifyRequest, touch = true): Promise<Identity | null> {
    const token = accessTokenIn(request.headers.authorization);
    if (token !== undefined) return token === null ? null : this.byToken(token, request.id, touch);
    const secret = sessionSecretIn(request, this.configuration.secureCookies);
    return secret === undefined ? null : this.bySession(secret, request.id, touch);
  }

  private async bySession(secret: string, requestId: string, touch: boolean): Promise<Identity | null> {
    const [found] = await this.database.lookUp<FoundSession>(
      `select *, last_seen_at < now() - interval '1 minute' as seen_long_ago,
         password_given_at > now() - interval '10 minutes' as password_fresh
       from find_session($1)`,
      [secretHash(secret)],
    );
    if (!found) return null;
    const identity: Identity = {
      by: 'session',
      proofId: found.session_id,
      csrfToken: found.csrf_token,
      passwordFresh: found.password_fresh,
      caller: { ...callerOf(found, requestId), kind: 'person', tokenScopes: null },
      locale: found.locale,
    };
    if (touch && found.seen_long_ago) {
      await this.note(identity, `update session set last_seen_at = now() where organisation_id = $1 and id = $2`);
    }
    return identity;
  }

  private async byToken(token: string, requestId: string, touch: boolean): Promise<Identity | null> {
    const [found] = await this.database.lookUp<FoundToken>(
      `select *, coalesce(last_used_at < now() - interval '1 minute', true) as seen_long_ago from find_access_token($1)`,
      [secretHash(token)],
    );
    if (!found) return null;
    const identity: Identity = {
      by: 'token',
      proofId: found.token_id,
      csrfToken: null,
      passwordFresh: false,
      caller: { ...callerOf(found, requestId), kind: 'token', tokenScopes: found.scopes },
      locale: found.locale,
    };
    if (touch && found.seen_long_ago) {
      await this.note(identity, `update access_token set last_used_at = now() where organisation_id = $1 and id = $2`);
    }
    return identity;
  }

  /** At most once a minute, in a transaction of its own: a reading call stays READ ONLY. */
  private async note(identity: Identity, sql: string): Promise<void> {
    await this.database.transaction(identity.caller, {}, (tx) =>
      tx.query(sql, [identity.caller.organisationId, identity.proofId]),
    );
  }
}

function callerOf(found: FoundAccount, requestId: string) {
  return {
    organisationId: found.organisation_id,
    accountId: found.account_id,
    personId: found.person_id,
    pseudonymId: found.pseudonym_id,
    grants: found.grants,
    requestId,
  };
}
