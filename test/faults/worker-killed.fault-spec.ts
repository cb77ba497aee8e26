import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithRedis } from '@hoest/testing';
import { FaultGround } from './worker-faults';

const FAIL_POINTS = ['relay.before-enqueue', 'relay.before-commit', 'recalculate.before', 'recalculate.after'];

function describeKilledWorker(backend: 'PostgreSQL' | 'Redis'): void {
  describe(`a killed worker, queue on ${backend}`, () => {
    let ground: FaultGround;
    beforeEach(async () => {
      ground = await FaultGround.open(backend, 20);
    });
    afterEach(() => ground.close());

    it.each(FAIL_POINTS)('loses nothing at %s (F1, F4)', async (point) => {
      const worker = ground.started({ failPoints: `${point}=kill` });
      await ground.change(1);
      expect((await worker.ended).signal).toBe('SIGKILL');
      expect(await ground.unmet()).toBeGreaterThan(0);
      await ground.working();
      await ground.freshWithin(20);
      await ground.expectNothingLost();
    });

    it('leaves wishes in the outbox until the queue has them, and brings them twice rather than never (F4)', async () => {
      await ground.change(1);
      const worker = ground.started({ failPoints: 'relay.before-commit=kill' });
      await worker.ended;
      expect(await ground.look('select 1 from outbox')).not.toHaveLength(0);
      await ground.working();
      await ground.freshWithin(20);
      expect(await ground.look('select 1 from outbox')).toHaveLength(0);
      expect(await ground.look('select 1 from failed_job')).toHaveLength(0);
    });

    it('does its job in the end when it is killed six times over it (F2)', async () => {
      for (let kills = 0; kills < 6; kills++) {
        await ground.change(3);
        expect((await ground.started({ failPoints: 'recalculate.before=kill' }).ended).signal).toBe('SIGKILL');
      }
      await ground.working();
      await ground.freshWithin(20);
      await ground.expectNothingLost();
    }, 120_000);

    it('sees a change that comes during the run', async () => {
      const worker = await ground.working({ failPoints: 'recalculate.after=700' });
      await ground.freshWithin(20);
      await ground.change(5);
      await sleep(250);
      await ground.change(5);
      await ground.freshWithin(5);
      await ground.expectNothingLost();
      expect(await worker.stop()).toBe(0);
    });

    it('does not spoil what another has done when it wakes after 12 seconds (F3)', async () => {
      const [frozen] = await Promise.all([ground.working(), ground.working()]);
      const changes = (async () => {
        for (let n = 0; n < 60; n++) {
          await ground.change(n);
          if (n === 20) frozen!.signal('SIGSTOP');
          await sleep(20);
        }
      })();
      await changes;
      await ground.freshWithin(20);
      await ground.asApp((query) =>
        query('delete from role_assignment where organisation_id = $1 and object_id = $2', [
          ground.organisation.organisationId,
          ground.organisation.initiativeIds[0],
        ]),
      );
      await sleep(11_000);
      frozen!.signal('SIGCONT');
      await sleep(1000);
      await ground.freshWithin(20);
      await ground.expectNothingLost();
    }, 90_000);

    it('ends in order under load, again and again (F24)', async () => {
      for (let round = 0; round < 5; round++) {
        const worker = await ground.working();
        for (let n = 0; n < 20; n++) await ground.change(n);
        expect(await worker.stop()).toBe(0);
      }
      const last = await ground.working();
      await ground.freshWithin(20);
      await ground.expectNothingLost();
      expect(await last.stop()).toBe(0);
    }, 90_000);
  });
}

describeKilledWorker('PostgreSQL');
describeWithRedis('Redis', () => describeKilledWorker('Redis'));
