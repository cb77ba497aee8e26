import { Controller } from '@nestjs/common';
import { trackRecordRoutes } from '@hoest/contracts';
import { readPromise, readTrackScope, readTrackSums } from '@hoest/persistence';
import { notFound } from '@hoest/platform';
import { Call, type CallOf, Handle } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
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
    const organisation = await readTrackSums(tx, { asOf, unitId: null });
    const inScope = unitId === null ? organisation : await readTrackSums(tx, { asOf, unitId });
    return trackRecordAnswer(organisation, inScope, { asOf, currency: scope.currency });
  }

  @Handle(trackRecordRoutes.readCorrectedExpectation)
  async readCorrectedExpectation(@Call() { tx, params }: CallOf<typeof trackRecordRoutes.readCorrectedExpectation>) {
    const promise = await readPromise(tx, params.id);
    if (!promise) throw notFound();
    const organisation = await readTrackSums(tx, { asOf: await organisationDay(tx), unitId: null });
    return correctedExpectationAnswer(params.id, promise, organisation);
  }
}
