import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** Redis that several suites share; each keeps to a key prefix of its own and never flushes. */
export function testRedisUrl(): string {
  return process.env['HOEST_TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
}

/** Removes everything a suite left in the shared Redis. */
export async function removeRedisKeys(prefix: string): Promise<void> {
  const client = new Redis(testRedisUrl());
  try {
    for await (const keys of client.scanStream({ match: `${prefix}:*`, count: 500 })) {
      if (keys.length > 0) await client.del(...(keys as string[]));
    }
  } finally {
    client.disconnect();
  }
}

/** A block of tests that needs Redis; skipped, with the reason in its title, where HOEST_TEST_NO_REDIS gives one. */
export function describeWithRedis(title: string, tests: () => void): void {
  const missing = process.env['HOEST_TEST_NO_REDIS'];
  if (missing) describe.skip(`${title} (skipped: ${missing})`, tests);
  else describe(title, tests);
}

/** A Redis that belongs to one suite, for faults: it may be flushed, stopped and killed. */
export class OwnRedis {
  private process: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly settings: readonly string[],
  ) {}

  /** @param settings further arguments of redis-server, for example `['--maxmemory-policy', 'allkeys-lru']`. */
  static async start(settings: readonly string[] = []): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort(), mkdtempSync(join(tmpdir(), 'hoest-redis-')), settings);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it again on the same port with what it had written to disk. */
  async start(): Promise<void> {
    this.process = spawn(
      'redis-server',
      [
        '--port',
        String(this.port),
        '--bind',
        '127.0.0.1',
        '--dir',
        this.folder,
        '--appendonly',
        'yes',
        '--save',
        '',
        ...this.settings,
      ],
      { stdio: 'ignore' },
    );
    for (let tries = 0; tries < 200; tries++) {
      if (this.process.exitCode !== null) throw new Error(`redis-server ended with ${this.process.exitCode}`);
      if (await this.command((client) => client.ping()).catch(() => null)) return;
      await sleep(25);
    }
    throw new Error('redis-server does not answer');
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const process = this.process;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill(signal);
    await gone;
  }

  /** Loses the second half of what it had written last, as a failing disk would. Only while it is down. */
  cutWhatItWrote(): void {
    const folder = join(this.folder, 'appendonlydir');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.incr.aof')))
      truncateSync(join(folder, file), Math.floor(statSync(join(folder, file)).size / 2));
  }

  /** Freezes it (SIGSTOP) or lets it go on (SIGCONT). */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.process?.kill(signal);
  }

  async command<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.url, {
      lazyConnect: true,
      connectTimeout: 1000,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      client.disconnect();
    }
  }

  /** Ends it and removes what it wrote. */
  async remove(): Promise<void> {
    this.signal('SIGCONT');
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No port');
  return address.port;
}
