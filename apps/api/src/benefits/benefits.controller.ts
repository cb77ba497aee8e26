import { Controller } from '@nestjs/common';
import { benefitRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { organisationDay } from '../organisation/organisation-day';
import { acceptMovedPlan } from './accept-moved-plan.use-case';
import { addMeasure } from './add-measure.use-case';
import { loadBenefit } from './benefit-access';
import { benefitAnswer } from './benefit-answer';
import { listBenefits, listInitiativeBenefits } from './benefit-list';
import { readBenefitSeries } from './benefit-series';
import { changeBenefit } from './change-benefit.use-case';
import { changeMeasure } from './change-measure.use-case';
import { createBenefit } from './create-benefit.use-case';
import { moveBenefitState } from './move-benefit-state.use-case';
import { rebaselineBenefit } from './rebaseline-benefit.use-case';
import { recordBaseline } from './record-baseline.use-case';
import { setTargetPoints } from './set-target-points.use-case';

@Controller()
export class BenefitsController {
  @Handle(benefitRoutes.listBenefits)
  listBenefits(@Call() call: CallOf<typeof benefitRoutes.listBenefits>) {
    return listBenefits(call);
  }

  @Handle(benefitRoutes.listInitiativeBenefits)
  listInitiativeBenefits(@Call() call: CallOf<typeof benefitRoutes.listInitiativeBenefits>) {
    return listInitiativeBenefits(call);
  }

  @Handle(benefitRoutes.createBenefit)
  createBenefit(@Call() call: CallOf<typeof benefitRoutes.createBenefit>) {
    return createBenefit(call);
  }

  @Handle(benefitRoutes.readBenefit)
  async readBenefit(@Call() { tx, params, caller }: CallOf<typeof benefitRoutes.readBenefit>) {
    return benefitAnswer(await loadBenefit(tx, params.id), await organisationDay(tx), caller);
  }

  @Handle(benefitRoutes.changeBenefit)
  changeBenefit(@Call() call: CallOf<typeof benefitRoutes.changeBenefit>) {
    return changeBenefit(call);
  }

  @Handle(benefitRoutes.moveBenefitState)
  moveBenefitState(@Call() call: CallOf<typeof benefitRoutes.moveBenefitState>) {
    return moveBenefitState(call);
  }

  @Handle(benefitRoutes.rebaselineBenefit)
  rebaselineBenefit(@Call() call: CallOf<typeof benefitRoutes.rebaselineBenefit>) {
    return rebaselineBenefit(call);
  }

  @Handle(benefitRoutes.acceptMovedPlan)
  acceptMovedPlan(@Call() call: CallOf<typeof benefitRoutes.acceptMovedPlan>) {
    return acceptMovedPlan(call);
  }

  @Handle(benefitRoutes.addMeasure)
  addMeasure(@Call() call: CallOf<typeof benefitRoutes.addMeasure>) {
    return addMeasure(call);
  }

  @Handle(benefitRoutes.changeMeasure)
  changeMeasure(@Call() call: CallOf<typeof benefitRoutes.changeMeasure>) {
    return changeMeasure(call);
  }

  @Handle(benefitRoutes.recordBaseline)
  recordBaseline(@Call() call: CallOf<typeof benefitRoutes.recordBaseline>) {
    return recordBaseline(call);
  }

  @Handle(benefitRoutes.setTargetPoints)
  setTargetPoints(@Call() call: CallOf<typeof benefitRoutes.setTargetPoints>) {
    return setTargetPoints(call);
  }

  @Handle(benefitRoutes.readSeries)
  readSeries(@Call() call: CallOf<typeof benefitRoutes.readSeries>) {
    return readBenefitSeries(call);
  }
}
