import { Module } from '@nestjs/common';
import { BenefitsController } from './benefits.controller';
import { MeasurementsController } from './measurements.controller';
import { PoolsController } from './pools.controller';

@Module({ controllers: [BenefitsController, MeasurementsController, PoolsController] })
export class BenefitsModule {}
