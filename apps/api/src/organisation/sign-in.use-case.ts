import { Inject, Injectable } from '@nestjs/common';
import type { Session, sessionRoutes } from '@hoest/contracts';
import type { AccessGrant } from '@hoest/organisation';
import { type Caller, Database } from '@hoest/persistence';
import { type Configuration, ProblemError, verifyPassword } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { CONFIGURATION } from '../http/tokens';
import { sessionAnswer } from './session-answer';
import { setSessionCookies } from './session-cookies';
import { SignInThrottle } from './sign-in-throttle';
import { startSession } from './start-session';

interface FoundSignIn {
  organisation_id: number;
  account_id: string;
  person_id: string;
  pseudonym_id: string;
  password_hash: string | null;
  grants: AccessGrant[];
}

/**
 * Signs a person in. Each sign-in gets a new session id, and the one the browser had before ends with it: an id that
 * somebody planted in the browser never becomes a signed-in one.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly throttle: SignInThrottle,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async run(call: CallOf<typeof sessionRoutes.signIn>): Promise<Session> {
    const { email, password } = call.body;
    const [found] = await this.database.lookUp<FoundSignIn>(`select * from find_sign_in($1)`, [email]);
    const right = await this.throttle.attempt(email, call.request.ip, () =>
      verifyPassword(found?.password_hash ?? null, password),
    );
    if (!right || !found) {
      call.log.warn({ address: call.request.ip, organisation: found?.organisation_id }, 'sign-in failed');
      throw new ProblemError('wrong_credentials');
    }
    const caller = callerOf(found, call.requestId);
    const { started, answer } = await this.database.transaction(caller, {}, async (tx) => {
      const former = call.identity;
      if (former?.by === 'session' && former.caller.organisationId === caller.organisationId) {
        await tx.query(`delete from session where organisation_id = $1 and id = $2`, [
          tx.organisationId,
          former.proofId,
        ]);
      }
      const session = await startSession(tx);
      tx.audit({ action: 'signed_in', objectKind: 'session', objectId: session.id, changes: {} });
      return { started: session, answer: await sessionAnswer(tx, session.csrfToken) };
    });
    setSessionCookies(call.reply, this.configuration, { session: started.secret, csrf: started.csrfToken });
    call.log.info({ organisation: caller.organisationId, actor: caller.pseudonymId }, 'signed in');
    return answer;
  }
}

function callerOf(found: FoundSignIn, requestId: string): Caller {
  return {
    organisationId: found.organisation_id,
    kind: 'person',
    accountId: found.account_id,
    personId: found.person_id,
    pseudonymId: found.pseudonym_id,
    grants: found.grants,
    tokenScopes: null,
    requestId,
  };
}
