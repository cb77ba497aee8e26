import { Controller } from '@nestjs/common';
import { mapRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../../http/handle';
import { addAssumption } from './add-assumption.use-case';
import { addChangeActivity } from './add-change-activity.use-case';
import { addEnabler } from './add-enabler.use-case';
import { addMapLink } from './add-map-link.use-case';
import { changeAssumption } from './change-assumption.use-case';
import { changeChangeActivity } from './change-change-activity.use-case';
import { changeEnabler } from './change-enabler.use-case';
import { changeMapLink } from './change-map-link.use-case';
import { removeAssumption } from './remove-assumption.use-case';
import { removeChangeActivity } from './remove-change-activity.use-case';
import { removeEnabler } from './remove-enabler.use-case';
import { removeMapLink } from './remove-map-link.use-case';
import { listBrokenAssumptions } from './broken-assumptions';
import { readGoalMap, readInitiativeMap } from './read-map';

/** The benefit map: what leads to which gain, and what it rests on. */
@Controller()
export class MapController {
  @Handle(mapRoutes.readInitiativeMap)
  readInitiativeMap(@Call() call: CallOf<typeof mapRoutes.readInitiativeMap>) {
    return readInitiativeMap(call);
  }

  @Handle(mapRoutes.readGoalMap)
  readGoalMap(@Call() call: CallOf<typeof mapRoutes.readGoalMap>) {
    return readGoalMap(call);
  }

  @Handle(mapRoutes.listBrokenAssumptions)
  async listBrokenAssumptions(@Call() { tx }: CallOf<typeof mapRoutes.listBrokenAssumptions>) {
    return { items: await listBrokenAssumptions(tx) };
  }

  @Handle(mapRoutes.addEnabler)
  addEnabler(@Call() call: CallOf<typeof mapRoutes.addEnabler>) {
    return addEnabler(call);
  }

  @Handle(mapRoutes.changeEnabler)
  changeEnabler(@Call() call: CallOf<typeof mapRoutes.changeEnabler>) {
    return changeEnabler(call);
  }

  @Handle(mapRoutes.removeEnabler)
  removeEnabler(@Call() call: CallOf<typeof mapRoutes.removeEnabler>) {
    return removeEnabler(call);
  }

  @Handle(mapRoutes.addChangeActivity)
  addChangeActivity(@Call() call: CallOf<typeof mapRoutes.addChangeActivity>) {
    return addChangeActivity(call);
  }

  @Handle(mapRoutes.changeChangeActivity)
  changeChangeActivity(@Call() call: CallOf<typeof mapRoutes.changeChangeActivity>) {
    return changeChangeActivity(call);
  }

  @Handle(mapRoutes.removeChangeActivity)
  removeChangeActivity(@Call() call: CallOf<typeof mapRoutes.removeChangeActivity>) {
    return removeChangeActivity(call);
  }

  @Handle(mapRoutes.addMapLink)
  addMapLink(@Call() call: CallOf<typeof mapRoutes.addMapLink>) {
    return addMapLink(call);
  }

  @Handle(mapRoutes.changeMapLink)
  changeMapLink(@Call() call: CallOf<typeof mapRoutes.changeMapLink>) {
    return changeMapLink(call);
  }

  @Handle(mapRoutes.removeMapLink)
  removeMapLink(@Call() call: CallOf<typeof mapRoutes.removeMapLink>) {
    return removeMapLink(call);
  }

  @Handle(mapRoutes.addAssumption)
  addAssumption(@Call() call: CallOf<typeof mapRoutes.addAssumption>) {
    return addAssumption(call);
  }

  @Handle(mapRoutes.changeAssumption)
  changeAssumption(@Call() call: CallOf<typeof mapRoutes.changeAssumption>) {
    return changeAssumption(call);
  }

  @Handle(mapRoutes.removeAssumption)
  removeAssumption(@Call() call: CallOf<typeof mapRoutes.removeAssumption>) {
    return removeAssumption(call);
  }
}
