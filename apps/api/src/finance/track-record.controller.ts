import { Controller } from '@nestjs/common';
import { trackRecordRoutes } from '@hoest/contracts';
import { readClosedBenefits, readPriceLevels, readPromise, readTrackScope } from '@hoest/persistence';
import { notFound } from '@hoest/platform';
import { Call, type CallOf, Handle } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { pricedCases } from './priced-cases';
import { correctedExpectationAnswer, trackRecordAnswer } from './track-record-answer';

/** How well promises were kept, and what that says of new ones. */
@Controller()
export class TrackRecordController {
  @Handle(trackRecordRoutes.readTrackRecord)
  async readTrackRecord(@Call() { tx, query }: CallOf<typeof trackRecordRoutes.readTrackRecord>) {
    const unitId = query.unitId ?? null;
    const scope = await readTrackScope(tx, unitId);
    if (!scope) throw notFound();
    const asOf = query.asOf ?? scope.today;
    const levels = await readPriceLevels(tx);
    const organisation = pricedCases(await readClosedBenefits(tx, { asOf, unitId: null }), levels);
    const inScope =
      unitId === null ? organisation : pricedCases(await readClosedBenefits(tx, { asOf, unitId }), levels);
    return trackRecordAnswer(organisation, inScope, { asOf, currency: scope.currency });
  }

  @Handle(trackRecordRoutes.readCorrectedExpectation)
  async readCorrectedExpectation(@Call() { tx, params }: CallOf<typeof trackRecordRoutes.readCorrectedExpectation>) {
    const promise = await readPromise(tx, params.id);
    if (!promise) throw notFound();
    const closed = await readClosedBenefits(tx, { asOf: await organisationDay(tx), unitId: null });
    const organisation = pricedCases(closed, await readPriceLevels(tx));
    return correctedExpectationAnswer(params.id, promise, organisation);
  }
}
