import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithRedis, OwnRedis } from '@hoest/testing';
import { FaultGround } from './worker-faults';

describeWithRedis('a Redis that fails', () => {
  let ground: FaultGround;
  beforeEach(async () => {
    ground = await FaultGround.open('Redis', 60);
  });
  afterEach(() => ground.close());

  const redis = () => {
    if (!ground.redis) throw new Error('This ground has no Redis');
    return ground.redis;
  };

  /** Writes without pause while something happens to the queue; every write must succeed. */
  async function writeWhile(fault: (written: () => number) => Promise<void>): Promise<void> {
    let writing = true;
    let written = 0;
    const writer = (async () => {
      while (writing) {
        await ground.change(written);
        written++;
        await sleep(10);
      }
    })();
    await fault(() => written);
    writing = false;
    await writer;
  }

  it('is healed by the sweep when it is flushed under load (F7)', async () => {
    await ground.working();
    await writeWhile(async (written) => {
      for (let flush = 1; flush <= 10; flush++) {
        while (written() < flush * 5) await sleep(5);
        await redis().command((client) => client.flushall());
      }
    });
    await ground.freshWithin(15);
    await ground.expectNothingLost();
  });

  it.each([
    ['what it had written', false],
    ['half of it', true],
  ])(
    'may be killed and come back with %s (F8)',
    async (_, cut) => {
      const worker = await ground.working();
      await writeWhile(async () => {
        await sleep(300);
        await redis().kill();
        if (cut) redis().cutWhatItWrote();
        await sleep(1500);
        await redis().start();
      });
      await ground.freshWithin(30);
      await ground.expectNothingLost();
      expect(worker.running).toBe(true);
    },
    90_000,
  );

  it('may run out of memory for a while (F9)', async () => {
    const worker = await ground.working();
    await writeWhile(async () => {
      await redis().command((client) => client.config('SET', 'maxmemory', '1mb'));
      await sleep(3000);
      await redis().command((client) => client.config('SET', 'maxmemory', '0'));
    });
    await ground.freshWithin(15);
    await ground.expectNothingLost();
    expect(worker.running).toBe(true);
  }, 90_000);

  it('may hang, and may cut its connections again and again (F10)', async () => {
    const worker = await ground.working();
    await writeWhile(async () => {
      redis().signal('SIGSTOP');
      await sleep(7000);
      redis().signal('SIGCONT');
      for (let n = 0; n < 15; n++) {
        await redis().command((client) => client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
        await sleep(200);
      }
    });
    await ground.freshWithin(20);
    await ground.expectNothingLost();
    expect(worker.running).toBe(true);
  }, 120_000);

  it('may be absent when the worker starts; the worker waits, shows it, and begins by itself (F11)', async () => {
    await redis().kill();
    const worker = ground.started();
    await ground.change(1);
    await worker.says('waiting for the queue');
    expect(await ground.workersShown()).toEqual({ workers: 1, queueReachable: false });
    await redis().start();
    await worker.says('working');
    await ground.freshWithin(20);
    await sleep(2500);
    expect(await ground.workersShown()).toEqual({ workers: 1, queueReachable: true });
    expect(await worker.stop()).toBe(0);
    expect(await ground.workersShown()).toEqual({ workers: 0, queueReachable: false });
  }, 90_000);

  it('stops in order although Redis is gone', async () => {
    const worker = await ground.working();
    await ground.freshWithin(20);
    await redis().kill();
    await sleep(500);
    expect(await worker.stop()).toBe(0);
  }, 60_000);

  it('is refused when it would evict jobs, with words that say what to do (F12)', async () => {
    const evicting = await OwnRedis.start(['--maxmemory-policy', 'allkeys-lru']);
    try {
      const worker = ground.started({ environment: { REDIS_URL: evicting.url } });
      expect((await worker.ended).code).toBe(1);
      expect(worker.errors).toContain('maxmemory-policy noeviction');
    } finally {
      await evicting.remove();
    }
  });
});

describe('a PostgreSQL that cuts connections', () => {
  it('does not end the worker, and nothing is lost (F14)', async () => {
    const ground = await FaultGround.open('PostgreSQL', 40);
    try {
      const worker = await ground.working();
      for (let round = 0; round < 20; round++) {
        await ground.change(round);
        await ground.look(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'hoest_app'
            and pid <> pg_backend_pid() and random() < 0.7`,
        );
        await sleep(150);
      }
      await ground.freshWithin(20);
      await ground.expectNothingLost();
      expect(worker.running).toBe(true);
      await sleep(2500);
      expect(await ground.workersShown()).toEqual({ workers: 1, queueReachable: true });
      expect(await worker.stop()).toBe(0);
    } finally {
      await ground.close();
    }
  }, 90_000);
});
