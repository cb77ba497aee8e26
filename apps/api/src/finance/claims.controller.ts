import { Controller } from '@nestjs/common';
import { claimRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { changeClaim } from './change-claim.use-case';
import { listClaims, readClaim } from './claim-list';
import { reportClaims } from './report-claims.use-case';
import { reverseEntry } from './reverse-entry.use-case';
import { validateClaims } from './validate-claims.use-case';
import { withdrawClaim } from './withdraw-claim.use-case';

@Controller()
export class ClaimsController {
  @Handle(claimRoutes.listClaims)
  listClaims(@Call() call: CallOf<typeof claimRoutes.listClaims>) {
    return listClaims(call);
  }

  @Handle(claimRoutes.readClaim)
  readClaim(@Call() call: CallOf<typeof claimRoutes.readClaim>) {
    return readClaim(call, call.params.id);
  }

  @Handle(claimRoutes.reportClaims)
  reportClaims(@Call() call: CallOf<typeof claimRoutes.reportClaims>) {
    return reportClaims(call);
  }

  @Handle(claimRoutes.changeClaim)
  changeClaim(@Call() call: CallOf<typeof claimRoutes.changeClaim>) {
    return changeClaim(call);
  }

  @Handle(claimRoutes.withdrawClaim)
  withdrawClaim(@Call() call: CallOf<typeof claimRoutes.withdrawClaim>) {
    return withdrawClaim(call);
  }

  @Handle(claimRoutes.reverseEntry)
  reverseEntry(@Call() call: CallOf<typeof claimRoutes.reverseEntry>) {
    return reverseEntry(call);
  }

  @Handle(claimRoutes.validateClaims)
  validateClaims(@Call() call: CallOf<typeof claimRoutes.validateClaims>) {
    return validateClaims(call);
  }
}
