import { Controller } from '@nestjs/common';
import { measurementRoutes } from '@hoest/contracts';
import { fieldRefused } from '@hoest/platform';
import { Call, type CallOf, Handle } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { loadBenefit } from './benefit-access';
import { listDueMeasurements } from './due-list';
import { recordMeasurements } from './record-measurements';

@Controller()
export class MeasurementsController {
  @Handle(measurementRoutes.recordMeasurement)
  async recordMeasurement(@Call() call: CallOf<typeof measurementRoutes.recordMeasurement>) {
    const { tx, caller, params, body } = call;
    const benefit = await loadBenefit(tx, params.id);
    if (!benefit.measures.some(({ id }) => id === body.measureId)) {
      throw fieldRefused('/measureId', 'unknown_measure', {
        da: 'Målet hører ikke til gevinsten. Vælg et af gevinstens egne mål.',
        en: 'The measure does not belong to the benefit. Choose one of its own measures.',
      });
    }
    const [recorded] = await recordMeasurements(tx, caller, await organisationDay(tx), [{ body, pointer: '' }]);
    if (!recorded) throw new Error('The measurement was not recorded');
    return recorded;
  }

  @Handle(measurementRoutes.recordMeasurements)
  async recordMeasurements(@Call() call: CallOf<typeof measurementRoutes.recordMeasurements>) {
    const { tx, caller, body } = call;
    const items = body.items.map((item, index) => ({ body: item, pointer: `/items/${index}` }));
    return { items: await recordMeasurements(tx, caller, await organisationDay(tx), items) };
  }

  @Handle(measurementRoutes.listDue)
  listDue(@Call() call: CallOf<typeof measurementRoutes.listDue>) {
    return listDueMeasurements(call);
  }
}
