import { ProgramProcess } from './program-process';

export interface WorkerProcessOptions {
  databaseUrl: string;
  /** Unset = the queue in PostgreSQL. */
  redisUrl?: string;
  /** `name=kill` or `name=1500`, several separated by commas. */
  failPoints?: string;
  environment?: Record<string, string>;
}

/** The bundled worker as a process of its own, which a test may kill. */
export class WorkerProcess extends ProgramProcess {
  constructor(options: WorkerProcessOptions) {
    super('worker', {
      DATABASE_URL: options.databaseUrl,
      ...(options.redisUrl && { REDIS_URL: options.redisUrl }),
      ...(options.failPoints && { FAIL_POINTS: 'true', FAIL_POINT_PLAN: options.failPoints }),
      ...options.environment,
    });
  }

  /** Starts one and waits until it works. */
  static async working(options: WorkerProcessOptions): Promise<WorkerProcess> {
    const worker = new WorkerProcess(options);
    await worker.says('working');
    return worker;
  }
}
