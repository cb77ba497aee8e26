import { Controller } from '@nestjs/common';
import { jobRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { cancelJob } from './cancel-job.use-case';
import { readJob } from './job-row';

@Controller()
export class JobsController {
  @Handle(jobRoutes.readJob)
  async readJob(@Call() { tx, params, language }: CallOf<typeof jobRoutes.readJob>) {
    return readJob(tx, params.id, language);
  }

  @Handle(jobRoutes.cancelJob)
  async cancelJob(@Call() call: CallOf<typeof jobRoutes.cancelJob>) {
    return cancelJob(call);
  }
}
