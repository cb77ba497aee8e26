import { Controller, Inject } from '@nestjs/common';
import { sessionRoutes } from '@hoest/contracts';
import type { AccessRole } from '@hoest/organisation';
import { Database } from '@hoest/persistence';
import type { Configuration } from '@hoest/platform';
import { Call, type CallOf, Handle } from '../http/handle';
import { CONFIGURATION } from '../http/tokens';
import { ChangePassword } from './change-password.use-case';
import { chooseLocale } from './choose-locale.use-case';
import { ConfirmPassword } from './confirm-password.use-case';
import { sessionAnswer } from './session-answer';
import { SignIn } from './sign-in.use-case';
import { signOut } from './sign-out.use-case';

interface DemoAccount {
  email: string;
  name: string;
  title: string | null;
  role: AccessRole;
}

@Controller()
export class SessionController {
  constructor(
    private readonly signInUseCase: SignIn,
    private readonly changePasswordUseCase: ChangePassword,
    private readonly confirmPasswordUseCase: ConfirmPassword,
    private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Handle(sessionRoutes.signIn)
  async signIn(@Call() call: CallOf<typeof sessionRoutes.signIn>) {
    return this.signInUseCase.run(call);
  }

  @Handle(sessionRoutes.readSession)
  async readSession(@Call() call: CallOf<typeof sessionRoutes.readSession>) {
    return sessionAnswer(call.tx, call.identity?.csrfToken ?? null);
  }

  @Handle(sessionRoutes.changeSession)
  async changeSession(@Call() call: CallOf<typeof sessionRoutes.changeSession>) {
    return chooseLocale(call);
  }

  @Handle(sessionRoutes.changePassword)
  async changePassword(@Call() call: CallOf<typeof sessionRoutes.changePassword>) {
    return this.changePasswordUseCase.run(call);
  }

  @Handle(sessionRoutes.confirmPassword)
  async confirmPassword(@Call() call: CallOf<typeof sessionRoutes.confirmPassword>) {
    return this.confirmPasswordUseCase.run(call);
  }

  @Handle(sessionRoutes.signOut)
  async signOut(@Call() call: CallOf<typeof sessionRoutes.signOut>) {
    return signOut(call, this.configuration);
  }

  @Handle(sessionRoutes.listDemoAccounts)
  async listDemoAccounts() {
    const items = await this.database.lookUp<DemoAccount>(
      `select email, name, title, access_role as role from demo_accounts()`,
    );
    return { items };
  }
}
