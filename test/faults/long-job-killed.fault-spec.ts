import { setTimeout as sleep } from 'node:timers/promises';
import { startLongJob, type Caller } from '@hoest/persistence';
import { describeWithRedis } from '@hoest/testing';
import { FaultGround } from './worker-faults';

interface JobRow {
  state: string;
  phase: string;
  attempts: number;
  done: number;
  total: number | null;
  result: { recalculated: number; failed: number } | null;
  problem: { code: string } | null;
}

function describeLongJob(backend: 'PostgreSQL' | 'Redis'): void {
  describe(`long work in a killed worker, queue on ${backend}`, () => {
    let ground: FaultGround;
    beforeEach(async () => {
      ground = await FaultGround.open(backend, 1500);
    });
    afterEach(() => ground.close());

    /** What the api does when somebody presses "recalculate everything". */
    async function askForRecalculation(): Promise<string> {
      const caller: Caller = {
        organisationId: ground.organisation.organisationId,
        kind: 'person',
        accountId: ground.organisation.accountId,
        personId: ground.organisation.personId,
        pseudonymId: null,
        grants: [{ role: 'portfolio_office', unitId: null }],
        tokenScopes: null,
        requestId: 'fault-test',
      };
      return ground.api.transaction(caller, {}, (tx) => startLongJob(tx, 'recalculate'));
    }

    async function job(id: string): Promise<JobRow> {
      const [row] = await ground.look<JobRow>('select * from job where id = $1', [id]);
      if (!row) throw new Error('No such job');
      return row;
    }

    async function endedWithin(id: string, seconds: number): Promise<JobRow> {
      for (let waited = 0; ; waited += 100) {
        const row = await job(id);
        if (!['pending', 'running'].includes(row.state)) return row;
        if (waited > seconds * 1000) throw new Error(`The job is still ${row.state} (${row.phase}) after ${seconds} s`);
        await sleep(100);
      }
    }

    it('is taken up again and completed when the worker is killed in the middle', async () => {
      const id = await askForRecalculation();
      const worker = await ground.working();
      for (let waited = 0; (await job(id)).state === 'pending' && waited < 10_000; waited += 10) await sleep(10);
      await sleep(300);
      await worker.kill();
      expect(await job(id)).toMatchObject({ state: 'running', attempts: 1 });
      await ground.working();
      const ended = await endedWithin(id, 40);
      expect(ended).toMatchObject({ state: 'completed', attempts: 2, phase: 'ended', problem: null });
      expect(ended.result).toMatchObject({ failed: 0 });
      expect(ended.done).toBe(ended.total);
      await ground.freshWithin(20);
      await ground.expectNothingLost();
    }, 120_000);

    it.each(['job.claimed', 'job.before-end'])(
      'is completed after a kill at %s',
      async (point) => {
        const id = await askForRecalculation();
        await ground.started({ failPoints: `${point}=kill` }).ended;
        await ground.working();
        expect(await endedWithin(id, 40)).toMatchObject({ state: 'completed', attempts: 2 });
      },
      120_000,
    );

    it('goes on elsewhere when its worker is asked to end', async () => {
      const id = await askForRecalculation();
      const worker = await ground.working();
      for (let waited = 0; (await job(id)).state === 'pending' && waited < 10_000; waited += 10) await sleep(10);
      expect(await worker.stop()).toBe(0);
      expect((await job(id)).state).toBe('pending');
      await ground.working();
      expect(await endedWithin(id, 40)).toMatchObject({ state: 'completed' });
    }, 120_000);

    it('ends as cancelled when somebody asks for that', async () => {
      const id = await askForRecalculation();
      await ground.working();
      for (let waited = 0; (await job(id)).state === 'pending' && waited < 10_000; waited += 10) await sleep(10);
      await ground.asApp((query) => query('update job set cancel_requested = true where id = $1', [id]));
      expect(await endedWithin(id, 20)).toMatchObject({ state: 'cancelled', result: null });
    }, 120_000);
  });
}

describeLongJob('PostgreSQL');
describeWithRedis('Redis', () => describeLongJob('Redis'));
