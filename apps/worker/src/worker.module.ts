import { type DynamicModule, Module } from '@nestjs/common';
import type { Queue } from '@hoest/jobs';
import { Database } from '@hoest/persistence';
import type { Configuration, Logger } from '@hoest/platform';
import { JOB_HANDLERS } from './job-handlers';
import { JOB_RUNNERS } from './job-runners';
import { StopSignal } from './stop-signal';
import { CONFIGURATION, JOB_HANDLER_LIST, JOB_RUNNER_LIST, LOGGER, QUEUE } from './tokens';

export interface WorkerGround {
  configuration: Configuration;
  logger: Logger;
  database: Database;
  queue: Queue;
  stopSignal: StopSignal;
}

/** All handlers and runners of the worker, on the ground its program laid. */
@Module({})
export class WorkerModule {
  static with({ configuration, logger, database, queue, stopSignal }: WorkerGround): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: LOGGER, useValue: logger },
        { provide: Database, useValue: database },
        { provide: QUEUE, useValue: queue },
        { provide: StopSignal, useValue: stopSignal },
        ...JOB_RUNNERS,
        ...JOB_HANDLERS,
        { provide: JOB_RUNNER_LIST, useFactory: (...runners: unknown[]) => runners, inject: [...JOB_RUNNERS] },
        { provide: JOB_HANDLER_LIST, useFactory: (...handlers: unknown[]) => handlers, inject: [...JOB_HANDLERS] },
      ],
    };
  }
}
