import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithRedis, OwnPostgres } from '@hoest/testing';
import { FaultGround } from './worker-faults';

function describeCrash(backend: 'PostgreSQL' | 'Redis'): void {
  describe(`a PostgreSQL that crashes, queue on ${backend}`, () => {
    const given = process.env['HOEST_TEST_POSTGRES_URL'];
    let postgres: OwnPostgres;
    let ground: FaultGround;
    beforeEach(async () => {
      postgres = await OwnPostgres.start();
      process.env['HOEST_TEST_POSTGRES_URL'] = postgres.url;
      ground = await FaultGround.open(backend, 40);
      await ground.look(`alter role hoest_app set synchronous_commit = on`);
    });
    afterEach(async () => {
      await ground.close();
      if (given === undefined) delete process.env['HOEST_TEST_POSTGRES_URL'];
      else process.env['HOEST_TEST_POSTGRES_URL'] = given;
      await postgres.remove();
    });

    it('does not end the worker; what was acknowledged is there, and everything becomes fresh by itself (F13)', async () => {
      const worker = await ground.working();
      let writing = true;
      let acknowledged = 0;
      let refused = 0;
      const writer = (async () => {
        for (let n = 0; writing; n++) {
          await ground.change(n).then(
            () => acknowledged++,
            () => refused++,
          );
          await sleep(10);
        }
      })();
      for (let crash = 0; crash < 5; crash++) {
        await sleep(500);
        await postgres.crash();
      }
      await sleep(300);
      writing = false;
      await writer;
      expect(refused).toBeGreaterThan(0);
      await ground.freshWithin(20);
      const [sum] = await ground.look<{ changes: number }>('select sum(version - 1)::int as changes from initiative');
      expect(sum!.changes).toBeGreaterThanOrEqual(acknowledged);
      await ground.expectNothingLost();
      expect(worker.running).toBe(true);
      await sleep(2500);
      expect(await ground.workersShown()).toEqual({ workers: 1, queueReachable: true });
      expect(await worker.stop()).toBe(0);
    }, 120_000);
  });
}

describeCrash('PostgreSQL');
describeWithRedis('Redis', () => describeCrash('Redis'));
