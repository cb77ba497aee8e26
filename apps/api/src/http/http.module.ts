import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Authenticator } from './authenticator';
import { CallInterceptor } from './call.interceptor';
import { ProblemFilter } from './problem.filter';
import { DocumentController } from './document.controller';
import { HealthController } from './health.controller';
import { MemoryRateLimiter } from './rate-limiter';
import { RequestGuard } from './request.guard';
import { RouteRegistry } from './route-registry';
import { StaleRow } from './stale-row';
import { ReadinessCheck } from './readiness';
import { RATE_LIMITER } from './tokens';

/** What stands between the wire and the handlers of all areas. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, DocumentController],
  providers: [
    Authenticator,
    RouteRegistry,
    StaleRow,
    ReadinessCheck,
    { provide: RATE_LIMITER, useFactory: () => new MemoryRateLimiter() },
    { provide: APP_GUARD, useClass: RequestGuard },
    { provide: APP_INTERCEPTOR, useClass: CallInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Authenticator, RouteRegistry, ReadinessCheck, RATE_LIMITER],
})
export class HttpModule {}
