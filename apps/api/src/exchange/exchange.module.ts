import { Module } from '@nestjs/common';
import { EventHub } from './event-hub';
import { EventsController } from './events.controller';
import { ImportsController } from './imports.controller';
import { JobsController } from './jobs.controller';

/** What goes in and out: long work, the stream of changes. */
@Module({
  controllers: [ImportsController, JobsController, EventsController],
  providers: [EventHub],
  exports: [EventHub],
})
export class ExchangeModule {}
