import { Controller } from '@nestjs/common';
import { auditRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { listAuditEvents, listHistory } from './audit-list';
import { requireObject } from './require-object';

@Controller()
export class AuditController {
  @Handle(auditRoutes.listAuditEvents)
  async listAuditEvents(@Call() { tx, query }: CallOf<typeof auditRoutes.listAuditEvents>) {
    return listAuditEvents(tx, query);
  }

  @Handle(auditRoutes.listHistory)
  async listHistory(@Call() { tx, params, query }: CallOf<typeof auditRoutes.listHistory>) {
    await requireObject(tx, params.objectKind, params.objectId);
    return listHistory(tx, params, query);
  }
}
