import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

/** Runs the embedded server until its standard input ends, so that it never outlives the tests. */
const PROGRAM = `
  const { startEmbeddedPostgres } = await import(process.argv[1]);
  const server = await startEmbeddedPostgres({ folder: process.argv[2], settings: { synchronous_commit: 'on', fsync: 'off' } });
  console.log(server.url('postgres'));
  process.stdin.once('end', async () => { await server.stop(); process.exit(0); }).resume();
`;

/** A PostgreSQL that belongs to one suite, for faults: it may crash. */
export class OwnPostgres {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'hoest-postgres-'));
    const launcher = pathToFileURL(join(process.cwd(), 'tools', 'embedded-postgres.mjs')).href;
    const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, launcher, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (!child.stdout) throw new Error('The server has no output');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return new OwnPostgres(line.toString().trim(), child, folder);
  }

  /** Crashes it and waits until it has recovered: every connection is cut, new ones are refused meanwhile. */
  async crash(): Promise<void> {
    const victim = await this.connect();
    const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    await victim.end().catch(() => undefined);
    for (let tries = 0; tries < 400; tries++) {
      const client = await this.connect().catch(() => null);
      if (client) return client.end();
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('PostgreSQL did not recover');
  }

  async remove(): Promise<void> {
    const gone = once(this.child, 'close');
    this.child.stdin?.end();
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async connect() {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}
