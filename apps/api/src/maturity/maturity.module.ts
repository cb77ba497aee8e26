import { Module } from '@nestjs/common';
import { MaturityController } from './maturity.controller';

@Module({ controllers: [MaturityController] })
export class MaturityModule {}
