import { Injectable } from '@nestjs/common';
import type { sessionRoutes } from '@hoest/contracts';
import { AccountEntity, loadRow } from '@hoest/persistence';
import { fieldRefused, hashPassword, notAllowed, verifyPassword } from '@hoest/platform';
import type { CallOf } from '../http/handle';
import { refuseWeakPassword } from './refuse-weak-password';
import { SignInThrottle } from './sign-in-throttle';
import { endSessions, notePasswordGiven } from './start-session';

/** Changes the own password. Whoever holds an open browser must still know the old one. */
@Injectable()
export class ChangePassword {
  constructor(private readonly throttle: SignInThrottle) {}

  async run(call: CallOf<typeof sessionRoutes.changePassword>): Promise<void> {
    const { caller, body, identity } = call;
    if (identity?.by !== 'session') throw notAllowed();
    const accountId = caller.accountId ?? '';
    const account = await call.open({ readOnly: true }, (tx) => loadRow(tx, AccountEntity, accountId));
    const right = await this.throttle.attempt(account.email, call.request.ip, () =>
      verifyPassword(account.passwordHash, body.current),
    );
    if (!right) {
      throw fieldRefused('/current', 'wrong_password', {
        da: 'Det er ikke din nuværende adgangskode.',
        en: 'That is not your present password.',
      });
    }
    refuseWeakPassword('/next', body.next, [account.email]);
    const passwordHash = await hashPassword(body.next);
    await call.open({}, async (tx) => {
      await tx.query(
        `update account set password_hash = $3, updated_at = now(), version = version + 1 where organisation_id = $1 and id = $2`,
        [tx.organisationId, accountId, passwordHash],
      );
      await endSessions(tx, accountId, identity.proofId);
      await notePasswordGiven(tx, identity.proofId);
      tx.audit({ action: 'password_changed', objectKind: 'account', objectId: accountId, changes: {} });
    });
  }
}
