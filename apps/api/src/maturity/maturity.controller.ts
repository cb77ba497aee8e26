import { Controller } from '@nestjs/common';
import { maturityRoutes } from '@hoest/contracts';
import {
  listMaturityMembers,
  readMaturity,
  readMaturityChanges,
  readMaturityHistory,
  readMaturityImprovements,
} from '@hoest/persistence';
import { notFound } from '@hoest/platform';
import { Call, type CallOf, Handle } from '../http/handle';
import { requestRecalculation } from './request-recalculation.use-case';

/** What is not there – unit, indicator, snapshot – looks the same as what one may not see. */
function found<T>(answer: T | undefined): T {
  if (answer === undefined) throw notFound();
  return answer;
}

@Controller()
export class MaturityController {
  @Handle(maturityRoutes.readMaturity)
  async readMaturity(@Call() { tx, query }: CallOf<typeof maturityRoutes.readMaturity>) {
    const knownAt = query.knownAt ? new Date(query.knownAt) : null;
    return found(await readMaturity(tx, { unitId: query.unitId, asOf: query.asOf, knownAt }));
  }

  @Handle(maturityRoutes.listMembers)
  async listMembers(@Call() { tx, params, query }: CallOf<typeof maturityRoutes.listMembers>) {
    const answer = found(await listMaturityMembers(tx, params.indicatorId, query));
    if (answer.kind === 'people') return { items: [], nextCursor: null, total: 0, withheld: answer.reason };
    return { ...answer.page, withheld: null };
  }

  @Handle(maturityRoutes.readChanges)
  async readChanges(@Call() { tx, query }: CallOf<typeof maturityRoutes.readChanges>) {
    return found(await readMaturityChanges(tx, query));
  }

  @Handle(maturityRoutes.readImprovements)
  async readImprovements(@Call() { tx, query }: CallOf<typeof maturityRoutes.readImprovements>) {
    return { items: found(await readMaturityImprovements(tx, query.unitId ?? null)) };
  }

  @Handle(maturityRoutes.readHistory)
  async readHistory(@Call() { tx, query }: CallOf<typeof maturityRoutes.readHistory>) {
    return { items: found(await readMaturityHistory(tx, query.unitId ?? null, query.indicatorId ?? null)) };
  }

  @Handle(maturityRoutes.requestRecalculation)
  requestRecalculation(@Call() call: CallOf<typeof maturityRoutes.requestRecalculation>) {
    return requestRecalculation(call);
  }
}
