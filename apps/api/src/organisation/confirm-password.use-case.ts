import { Injectable } from '@nestjs/common';
import type { sessionRoutes } from '@hoest/contracts';
import { AccountEntity, loadRow } from '@hoest/persistence';
import { fieldRefused, notAllowed, verifyPassword } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { SignInThrottle } from './sign-in-throttle';
import { notePasswordGiven } from './start-session';

/** Takes the own password again, so that an open browser may sign off. Guessing is slowed down as at sign-in. */
@Injectable()
export class ConfirmPassword {
  constructor(private readonly throttle: SignInThrottle) {}

  async run(call: CallOf<typeof sessionRoutes.confirmPassword>): Promise<void> {
    const { caller, body, identity } = call;
    if (identity?.by !== 'session') throw notAllowed();
    const account = await call.open({ readOnly: true }, (tx) => loadRow(tx, AccountEntity, caller.accountId ?? ''));
    const right = await this.throttle.attempt(account.email, call.request.ip, () =>
      verifyPassword(account.passwordHash, body.password),
    );
    if (!right) {
      call.log.warn({ organisation: caller.organisationId, actor: caller.pseudonymId }, 'password not confirmed');
      throw fieldRefused('/password', 'wrong_password', {
        da: 'Det er ikke din adgangskode. Prøv igen, eller bed en administrator om en ny.',
        en: 'That is not your password. Try again, or ask an administrator for a new one.',
      });
    }
    await call.open({}, async (tx) => {
      await notePasswordGiven(tx, identity.proofId);
      tx.audit({ action: 'password_confirmed', objectKind: 'session', objectId: identity.proofId, changes: {} });
    });
  }
}
