import { Module } from '@nestjs/common';
import { EventHub } from './event-hub';
import { EventsController } from './events.controller';
import { JobsController } from './jobs.controller';

/** What goes in and out: long work, the stream of changes. */
@Module({ controllers: [JobsController, EventsController], providers: [EventHub], exports: [EventHub] })
export class ExchangeModule {}
