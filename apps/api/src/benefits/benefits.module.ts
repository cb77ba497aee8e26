import { Module } from '@nestjs/common';
import { BenefitsController } from './benefits.controller';
import { MapController } from './map/map.controller';
import { MeasurementsController } from './measurements.controller';
import { PoolsController } from './pools.controller';

@Module({ controllers: [BenefitsController, MapController, MeasurementsController, PoolsController] })
export class BenefitsModule {}
