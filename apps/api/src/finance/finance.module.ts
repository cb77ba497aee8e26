import { Module } from '@nestjs/common';
import { ActualsController } from './actuals.controller';
import { BudgetsController } from './budgets.controller';
import { ClaimsController } from './claims.controller';
import { LedgerController } from './ledger.controller';
import { PeriodsController } from './periods.controller';
import { PriceIndexController } from './price-index.controller';
import { TrackRecordController } from './track-record.controller';

@Module({
  controllers: [
    ActualsController,
    LedgerController,
    ClaimsController,
    PeriodsController,
    BudgetsController,
    PriceIndexController,
    TrackRecordController,
  ],
})
export class FinanceModule {}
