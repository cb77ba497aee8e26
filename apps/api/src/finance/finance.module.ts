import { Module } from '@nestjs/common';
import { PriceIndexController } from './price-index.controller';

@Module({ controllers: [PriceIndexController] })
export class FinanceModule {}
