import { Controller } from '@nestjs/common';
import { priceIndexRoutes } from '@hoest/contracts';
import { listPriceIndexes } from '@hoest/persistence';
import { Call, type CallOf, Handle } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { priceIndexAnswers } from './price-index-answer';
import { recordPriceIndex } from './record-price-index.use-case';

/** What one year's money is worth in another's. */
@Controller()
export class PriceIndexController {
  @Handle(priceIndexRoutes.readPriceIndex)
  async readPriceIndex(@Call() { tx, query }: CallOf<typeof priceIndexRoutes.readPriceIndex>) {
    const asOf = query.asOf ?? (await organisationDay(tx));
    const estimates = priceIndexAnswers(await listPriceIndexes(tx));
    return { asOf, inForce: estimates.find(({ validFrom }) => validFrom <= asOf) ?? null, estimates };
  }

  @Handle(priceIndexRoutes.recordPriceIndex)
  async recordPriceIndex(@Call() call: CallOf<typeof priceIndexRoutes.recordPriceIndex>) {
    return recordPriceIndex(call);
  }
}
