import { Module } from '@nestjs/common';
import { AccessTokensController } from './access-tokens.controller';
import { AccountsController } from './accounts.controller';
import { AuditController } from './audit.controller';
import { ChangePassword } from './change-password.use-case';
import { ConfirmPassword } from './confirm-password.use-case';
import { PeopleController } from './people.controller';
import { RoleAssignmentsController } from './role-assignments.controller';
import { SessionController } from './session.controller';
import { SignIn } from './sign-in.use-case';
import { SignInThrottle } from './sign-in-throttle';
import { UnitsController } from './units.controller';

/** Sign-in, access, units, people, who answers for what, and the trail of who did what. */
@Module({
  controllers: [
    SessionController,
    AccessTokensController,
    AccountsController,
    UnitsController,
    PeopleController,
    RoleAssignmentsController,
    AuditController,
  ],
  providers: [SignIn, SignInThrottle, ChangePassword, ConfirmPassword],
})
export class OrganisationModule {}
