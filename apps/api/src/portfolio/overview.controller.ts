import { Controller } from '@nestjs/common';
import { overviewRoutes } from '@hoest/contracts';
import { searchPortfolio } from '@hoest/persistence';
import { Call, type CallOf, Handle } from '../http/handle';
import { countWaiting } from './count-waiting';
import { readOverview } from './read-overview';

@Controller()
export class OverviewController {
  @Handle(overviewRoutes.readOverview)
  async readOverview(@Call() call: CallOf<typeof overviewRoutes.readOverview>) {
    return readOverview(call);
  }

  @Handle(overviewRoutes.readWaiting)
  async readWaiting(@Call() call: CallOf<typeof overviewRoutes.readWaiting>) {
    return countWaiting(call);
  }

  @Handle(overviewRoutes.search)
  async search(@Call() { tx, query }: CallOf<typeof overviewRoutes.search>) {
    return { items: await searchPortfolio(tx, query.q) };
  }
}
