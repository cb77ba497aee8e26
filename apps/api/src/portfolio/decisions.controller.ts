import { Controller } from '@nestjs/common';
import { decisionRoutes } from '@hoest/contracts';
import { listDecisions, listGatePassages, readInitiativeAccess } from '@hoest/persistence';
import { Call, type CallOf, Handle } from '../http/handle';
import { decisionAnswer } from './decision.mapper';
import { executeDecision } from './execute-decision.use-case';
import { movePhase } from './move-phase.use-case';
import { passGate } from './pass-gate.use-case';
import { recordDecision } from './record-decision.use-case';

/** Decisions, and the phases and gates they lead through. */
@Controller()
export class DecisionsController {
  @Handle(decisionRoutes.listDecisions)
  async listDecisions(@Call() { tx, caller, query }: CallOf<typeof decisionRoutes.listDecisions>) {
    const page = await listDecisions(tx, query);
    return { ...page, items: page.items.map((row) => decisionAnswer(row, caller)) };
  }

  @Handle(decisionRoutes.recordDecision)
  async recordDecision(@Call() call: CallOf<typeof decisionRoutes.recordDecision>) {
    return decisionAnswer(await recordDecision(call), call.caller);
  }

  @Handle(decisionRoutes.executeDecision)
  async executeDecision(@Call() call: CallOf<typeof decisionRoutes.executeDecision>) {
    return decisionAnswer(await executeDecision(call), call.caller);
  }

  @Handle(decisionRoutes.listGatePassages)
  async listGatePassages(@Call() { tx, params }: CallOf<typeof decisionRoutes.listGatePassages>) {
    await readInitiativeAccess(tx, params.id);
    return { items: await listGatePassages(tx, params.id) };
  }

  @Handle(decisionRoutes.movePhase)
  async movePhase(@Call() call: CallOf<typeof decisionRoutes.movePhase>) {
    return movePhase(call);
  }

  @Handle(decisionRoutes.passGate)
  async passGate(@Call() call: CallOf<typeof decisionRoutes.passGate>) {
    return passGate(call);
  }
}
