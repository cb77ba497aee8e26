import { Controller } from '@nestjs/common';
import { eventRoutes } from '@hoest/contracts';
import { Authenticator } from '../http/authenticator';
import { Call, type CallOf, Handle } from '../http/handle';
import { EventHub } from './event-hub';

@Controller()
export class EventsController {
  constructor(
    private readonly hub: EventHub,
    private readonly authenticator: Authenticator,
  ) {}

  @Handle(eventRoutes.streamEvents)
  async streamEvents(@Call() call: CallOf<typeof eventRoutes.streamEvents>) {
    const { caller, request, reply, query } = call;
    reply.headers({
      'Content-Type': 'text/event-stream; charset=utf-8',
      // nginx and others would collect the events instead of passing them on.
      'X-Accel-Buffering': 'no',
    });
    return this.hub.subscribe(
      caller.organisationId,
      caller.accountId ?? '',
      new Set(query.topics),
      request.headers['last-event-id'] !== undefined,
      // Without counting as use: a tab left open over night does not keep its session alive.
      async () => (await this.authenticator.identify(request, false)) !== null,
    );
  }
}
