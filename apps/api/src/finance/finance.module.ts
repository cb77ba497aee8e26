import { Module } from '@nestjs/common';
import { PriceIndexController } from './price-index.controller';
import { TrackRecordController } from './track-record.controller';

@Module({ controllers: [PriceIndexController, TrackRecordController] })
export class FinanceModule {}
