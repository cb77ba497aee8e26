import { Module } from '@nestjs/common';
import { CostsController } from './costs.controller';
import { DecisionsController } from './decisions.controller';
import { InitiativesController } from './initiatives.controller';
import { OverviewController } from './overview.controller';
import { StrategiesController } from './strategies.controller';

/** Strategies and goals, initiatives with their costs and use, gates and decisions, the overview. */
@Module({
  controllers: [OverviewController, StrategiesController, InitiativesController, CostsController, DecisionsController],
})
export class PortfolioModule {}
