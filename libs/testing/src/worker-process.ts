import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export interface WorkerProcessOptions {
  databaseUrl: string;
  /** Unset = the queue in PostgreSQL. */
  redisUrl?: string;
  /** `name=kill` or `name=1500`, several separated by commas. */
  failPoints?: string;
  environment?: Record<string, string>;
}

/** The bundled worker as a process of its own, which a test may kill. */
export class WorkerProcess {
  readonly lines: { level: number; msg: string; [field: string]: unknown }[] = [];
  /** What it wrote that is not its log: the reason for not starting. */
  errors = '';
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  private readonly child: ChildProcess;

  constructor(options: WorkerProcessOptions) {
    const program = join(process.cwd(), 'dist', 'apps', 'worker', 'main.js');
    if (!existsSync(program)) throw new Error('Build the worker first: node tools/build-server.mjs worker');
    this.child = spawn(process.execPath, ['--enable-source-maps', program], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LOG_LEVEL: 'debug',
        DATABASE_URL: options.databaseUrl,
        ...(options.redisUrl && { REDIS_URL: options.redisUrl }),
        ...(options.failPoints && { FAIL_POINTS: 'true', FAIL_POINT_PLAN: options.failPoints }),
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { stdout, stderr } = this.child;
    if (!stdout || !stderr) throw new Error('The worker has no output');
    createInterface({ input: stdout }).on('line', (line) => this.lines.push(JSON.parse(line)));
    stderr.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => resolve({ code, signal })));
  }

  /** Starts one and waits until it works. */
  static async working(options: WorkerProcessOptions): Promise<WorkerProcess> {
    const worker = new WorkerProcess(options);
    await worker.says('working');
    return worker;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits for a line of the log. @throws when the worker ends first or `withinMs` pass. */
  async says(message: string, withinMs = 20_000): Promise<void> {
    for (let waited = 0; !this.lines.some((line) => line.msg === message); waited += 20) {
      if (!this.running) throw new Error(`The worker ended before it said “${message}”:\n${this.errors}`);
      if (waited > withinMs) throw new Error(`The worker did not say “${message}” within ${withinMs} ms`);
      await sleep(20);
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    if (this.running) this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end in order. @returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.running) this.child.kill('SIGTERM');
    return (await this.ended).code;
  }
}
