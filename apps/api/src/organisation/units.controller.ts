import { Controller } from '@nestjs/common';
import { unitRoutes } from '@hoest/contracts';
import { UnitEntity } from '@hoest/persistence';
import { Call, type CallOf, Handle } from '../http/handle';
import { changeUnit } from './change-unit.use-case';
import { createUnit } from './create-unit.use-case';

@Controller()
export class UnitsController {
  @Handle(unitRoutes.listUnits)
  async listUnits(@Call() { tx }: CallOf<typeof unitRoutes.listUnits>) {
    const items = await tx.manager
      .getRepository(UnitEntity)
      .find({ where: { organisationId: tx.organisationId }, order: { level: 'ASC', code: 'ASC' } });
    return { items };
  }

  @Handle(unitRoutes.createUnit)
  async createUnit(@Call() call: CallOf<typeof unitRoutes.createUnit>) {
    return createUnit(call);
  }

  @Handle(unitRoutes.changeUnit)
  async changeUnit(@Call() call: CallOf<typeof unitRoutes.changeUnit>) {
    return changeUnit(call);
  }
}
