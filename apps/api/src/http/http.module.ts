import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Authenticator } from './authenticator';
import { CallInterceptor } from './call.interceptor';
import { ProblemFilter } from './problem.filter';
import { MemoryRateLimiter } from './rate-limiter';
import { RequestGuard } from './request.guard';
import { RouteRegistry } from './route-registry';
import { StaleRow } from './stale-row';
import { RATE_LIMITER } from './tokens';

/** What stands between the wire and the handlers of all areas. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Authenticator,
    RouteRegistry,
    StaleRow,
    { provide: RATE_LIMITER, useFactory: () => new MemoryRateLimiter() },
    { provide: APP_GUARD, useClass: RequestGuard },
    { provide: APP_INTERCEPTOR, useClass: CallInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Authenticator, RouteRegistry, RATE_LIMITER],
})
export class HttpModule {}
