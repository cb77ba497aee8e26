import { type DynamicModule, Module } from '@nestjs/common';
import type { Configuration, Logger } from '@hoest/platform';
import type { DataSource } from 'typeorm';
import { BenefitsModule } from './benefits/benefits.module';
import { ExchangeModule } from './exchange/exchange.module';
import { FinanceModule } from './finance/finance.module';
import { GroundModule } from './http/ground.module';
import { HttpModule } from './http/http.module';
import { MaturityModule } from './maturity/maturity.module';
import { OrganisationModule } from './organisation/organisation.module';
import { PortfolioModule } from './portfolio/portfolio.module';

/** The whole api: the ground, the plumbing, and one module per area. */
@Module({})
export class AppModule {
  static with(configuration: Configuration, logger: Logger, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        GroundModule.with(configuration, logger, dataSource),
        HttpModule,
        OrganisationModule,
        PortfolioModule,
        BenefitsModule,
        FinanceModule,
        MaturityModule,
        ExchangeModule,
      ],
    };
  }
}
