import { Controller } from '@nestjs/common';
import { initiativeRoutes } from '@hoest/contracts';
import { findSimilarInitiatives, listInitiatives, readInitiativePage, sumInitiatives } from '@hoest/persistence';
import { Call, type CallOf, Handle } from '../http/handle';
import { changeInitiative } from './change-initiative.use-case';
import { confirmStatus } from './confirm-status.use-case';
import { initiativePage, initiativeSummary } from './initiative.mapper';
import { registerInitiative } from './register-initiative.use-case';

@Controller()
export class InitiativesController {
  @Handle(initiativeRoutes.listInitiatives)
  async listInitiatives(@Call() { tx, query }: CallOf<typeof initiativeRoutes.listInitiatives>) {
    const page = await listInitiatives(tx, query);
    return { ...page, items: page.items.map(initiativeSummary), sums: await sumInitiatives(tx, query) };
  }

  @Handle(initiativeRoutes.findSimilar)
  async findSimilar(@Call() { tx, query }: CallOf<typeof initiativeRoutes.findSimilar>) {
    return { items: await findSimilarInitiatives(tx, query) };
  }

  @Handle(initiativeRoutes.registerInitiative)
  async registerInitiative(@Call() call: CallOf<typeof initiativeRoutes.registerInitiative>) {
    return initiativePage(await registerInitiative(call), call.caller);
  }

  @Handle(initiativeRoutes.readInitiative)
  async readInitiative(@Call() { tx, caller, params }: CallOf<typeof initiativeRoutes.readInitiative>) {
    return initiativePage(await readInitiativePage(tx, params.id), caller);
  }

  @Handle(initiativeRoutes.changeInitiative)
  async changeInitiative(@Call() call: CallOf<typeof initiativeRoutes.changeInitiative>) {
    return initiativePage(await changeInitiative(call), call.caller);
  }

  @Handle(initiativeRoutes.confirmStatus)
  async confirmStatus(@Call() call: CallOf<typeof initiativeRoutes.confirmStatus>) {
    return initiativePage(await confirmStatus(call), call.caller);
  }
}
