import { Controller } from '@nestjs/common';
import { periodRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { closeAccountingPeriod } from './close-period.use-case';
import { listPeriods } from './period-list';

@Controller()
export class PeriodsController {
  @Handle(periodRoutes.listPeriods)
  listPeriods(@Call() { tx }: CallOf<typeof periodRoutes.listPeriods>) {
    return listPeriods(tx);
  }

  @Handle(periodRoutes.closePeriod)
  closePeriod(@Call() call: CallOf<typeof periodRoutes.closePeriod>) {
    return closeAccountingPeriod(call);
  }
}
