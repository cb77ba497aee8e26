import { Controller } from '@nestjs/common';
import { accountRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { listAccounts, readAccount } from './account-list';
import { changeAccount } from './change-account.use-case';
import { createAccount } from './create-account.use-case';

@Controller()
export class AccountsController {
  @Handle(accountRoutes.listAccounts)
  async listAccounts(@Call() { tx, query }: CallOf<typeof accountRoutes.listAccounts>) {
    return listAccounts(tx, query);
  }

  @Handle(accountRoutes.readAccount)
  async readAccount(@Call() { tx, params }: CallOf<typeof accountRoutes.readAccount>) {
    return readAccount(tx, params.id);
  }

  @Handle(accountRoutes.createAccount)
  async createAccount(@Call() call: CallOf<typeof accountRoutes.createAccount>) {
    return createAccount(call);
  }

  @Handle(accountRoutes.changeAccount)
  async changeAccount(@Call() call: CallOf<typeof accountRoutes.changeAccount>) {
    return changeAccount(call);
  }
}
