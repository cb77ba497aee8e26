import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** A bundled program as a process of its own, which a test may stop or kill. */
export class ProgramProcess {
  readonly lines: { level: number; msg: string; [field: string]: unknown }[] = [];
  /** What it wrote that is not its log: the reason for not starting. */
  errors = '';
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  private readonly child: ChildProcess;

  constructor(
    private readonly program: 'api' | 'worker',
    environment: Record<string, string | undefined>,
  ) {
    const file = join(process.cwd(), 'dist', 'apps', program, 'main.js');
    if (!existsSync(file)) throw new Error(`Build the ${program} first: node tools/build-server.mjs ${program}`);
    this.child = spawn(process.execPath, ['--enable-source-maps', file], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', LOG_LEVEL: 'debug', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { stdout, stderr } = this.child;
    if (!stdout || !stderr) throw new Error(`The ${program} has no output`);
    createInterface({ input: stdout }).on('line', (line) => this.lines.push(JSON.parse(line)));
    stderr.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => resolve({ code, signal })));
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits for a line of the log. @throws when the program ends first or `withinMs` pass. */
  async says(message: string, withinMs = 20_000): Promise<void> {
    for (let waited = 0; !this.lines.some((line) => line.msg === message); waited += 20) {
      if (!this.running) throw new Error(`The ${this.program} ended before it said “${message}”:\n${this.errors}`);
      if (waited > withinMs) throw new Error(`The ${this.program} did not say “${message}” within ${withinMs} ms`);
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
