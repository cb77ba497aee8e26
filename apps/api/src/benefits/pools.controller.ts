import { Controller } from '@nestjs/common';
import { poolRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { changePool } from './change-pool.use-case';
import { createPool } from './create-pool.use-case';
import { listPoolClaims } from './pool-facts';
import { readPools } from './pools';

@Controller()
export class PoolsController {
  @Handle(poolRoutes.listPools)
  async listPools(@Call() { tx }: CallOf<typeof poolRoutes.listPools>) {
    return { items: await readPools(tx) };
  }

  @Handle(poolRoutes.listPoolClaims)
  listPoolClaims(@Call() call: CallOf<typeof poolRoutes.listPoolClaims>) {
    return listPoolClaims(call);
  }

  @Handle(poolRoutes.createPool)
  createPool(@Call() call: CallOf<typeof poolRoutes.createPool>) {
    return createPool(call);
  }

  @Handle(poolRoutes.changePool)
  changePool(@Call() call: CallOf<typeof poolRoutes.changePool>) {
    return changePool(call);
  }
}
