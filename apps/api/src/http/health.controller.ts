import { Controller } from '@nestjs/common';
import { healthRoutes } from '@hoest/contracts';
import { Handle } from './handle';
import { ReadinessCheck } from './readiness';

@Controller()
export class HealthController {
  constructor(private readonly readiness: ReadinessCheck) {}

  @Handle(healthRoutes.live)
  async live() {
    return { status: 'live' as const };
  }

  @Handle(healthRoutes.ready)
  async ready() {
    return this.readiness.current();
  }
}
