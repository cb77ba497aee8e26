import { Controller } from '@nestjs/common';
import { adoptionRoutes, costRoutes } from '@hoest/contracts';
import { listAdoptionSeries, listCostLines, readInitiativeAccess } from '@hoest/persistence';
import { Call, type CallOf, Handle } from '../http/handle';
import { addAdoptionSeries } from './add-adoption-series.use-case';
import { addCostLine } from './add-cost-line.use-case';
import { changeAdoptionSeries } from './change-adoption-series.use-case';
import { changeCostLine } from './change-cost-line.use-case';
import { removeAdoptionSeries } from './remove-adoption-series.use-case';
import { removeCostLine } from './remove-cost-line.use-case';
import { setAdoptionPoints } from './set-adoption-points.use-case';

/** What an initiative costs, and how far it is in use. */
@Controller()
export class CostsController {
  @Handle(costRoutes.listCostLines)
  async listCostLines(@Call() { tx, params }: CallOf<typeof costRoutes.listCostLines>) {
    await readInitiativeAccess(tx, params.id);
    return { items: await listCostLines(tx, params.id) };
  }

  @Handle(costRoutes.addCostLine)
  async addCostLine(@Call() call: CallOf<typeof costRoutes.addCostLine>) {
    return addCostLine(call);
  }

  @Handle(costRoutes.changeCostLine)
  async changeCostLine(@Call() call: CallOf<typeof costRoutes.changeCostLine>) {
    return changeCostLine(call);
  }

  @Handle(costRoutes.removeCostLine)
  async removeCostLine(@Call() call: CallOf<typeof costRoutes.removeCostLine>) {
    return removeCostLine(call);
  }

  @Handle(adoptionRoutes.listAdoptionSeries)
  async listAdoptionSeries(@Call() { tx, params }: CallOf<typeof adoptionRoutes.listAdoptionSeries>) {
    await readInitiativeAccess(tx, params.id);
    return { items: await listAdoptionSeries(tx, params.id) };
  }

  @Handle(adoptionRoutes.addAdoptionSeries)
  async addAdoptionSeries(@Call() call: CallOf<typeof adoptionRoutes.addAdoptionSeries>) {
    return addAdoptionSeries(call);
  }

  @Handle(adoptionRoutes.changeAdoptionSeries)
  async changeAdoptionSeries(@Call() call: CallOf<typeof adoptionRoutes.changeAdoptionSeries>) {
    return changeAdoptionSeries(call);
  }

  @Handle(adoptionRoutes.setAdoptionPoints)
  async setAdoptionPoints(@Call() call: CallOf<typeof adoptionRoutes.setAdoptionPoints>) {
    return setAdoptionPoints(call);
  }

  @Handle(adoptionRoutes.removeAdoptionSeries)
  async removeAdoptionSeries(@Call() call: CallOf<typeof adoptionRoutes.removeAdoptionSeries>) {
    return removeAdoptionSeries(call);
  }
}
