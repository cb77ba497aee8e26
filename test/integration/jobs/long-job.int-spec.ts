import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '@hoest/jobs';
import { NotificationListener, RunLost, startLongJob } from '@hoest/persistence';
import { ProblemError, restoreProblem } from '@hoest/platform';
import { RunJobProcessor } from '../../../apps/worker/src/exchange/run-job.processor';
import type { JobContext, JobRunner } from '../../../apps/worker/src/job-runner';
import { StopSignal } from '../../../apps/worker/src/stop-signal';
import { layGround, quiet, type WorkerGround } from './worker-ground';

interface JobRow {
  state: string;
  phase: string;
  attempts: number;
  done: number;
  total: number | null;
  result: unknown;
  problem: unknown;
}

describe('long work', () => {
  let ground: WorkerGround;
  let stopSignal: StopSignal;
  beforeAll(async () => {
    ground = await layGround(3);
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    stopSignal = new StopSignal();
  });

  const processor = (run: JobRunner['run']) =>
    new RunJobProcessor(
      ground.database,
      stopSignal,
      [{ kind: 'recalculate', permission: 'maturity.recalculate', run }],
      quiet,
    );
  const begin = () => ground.database.transaction(ground.caller, {}, (tx) => startLongJob(tx, 'recalculate'));
  const delivery = (jobId: string, lastAttempt = false): Delivery<'run-job'> => ({
    name: 'run-job',
    payload: { organisationId: ground.organisation.organisationId, jobId, requestId: 'test-request' },
    attempt: 1,
    lastAttempt,
  });
  const job = async (id: string): Promise<JobRow> => {
    const [row] = await ground.look<JobRow>('select * from job where id = $1', [id]);
    if (!row) throw new Error('No such job');
    return row;
  };

  it('is wished in the transaction that asks for it, and not when that fails', async () => {
    const before = await ground.look('select 1 from job');
    await expect(
      ground.database.transaction(ground.caller, {}, async (tx) => {
        await startLongJob(tx, 'recalculate');
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await ground.look('select 1 from job')).toHaveLength(before.length);
    const id = await begin();
    expect(
      await ground.look(`select 1 from outbox where job_name = 'run-job' and payload ->> 'jobId' = $1`, [id]),
    ).toHaveLength(1);
  });

  it('runs with the organisation and the rights its person has now, and keeps its result', async () => {
    let seen: JobContext | undefined;
    const id = await begin();
    await processor(async (context) => {
      seen = context;
      return { recalculated: 3 };
    }).handle(delivery(id));
    expect(seen?.caller).toMatchObject({
      organisationId: ground.organisation.organisationId,
      kind: 'job',
      personId: ground.organisation.personId,
      grants: [{ role: 'portfolio_office', unitId: null }],
    });
    expect(await job(id)).toMatchObject({
      state: 'completed',
      attempts: 1,
      result: { recalculated: 3 },
      problem: null,
    });
  });

  it('is refused when its person has lost the right meanwhile', async () => {
    const id = await begin();
    await ground.look(`update access_grant set access_role = 'auditor' where account_id = $1`, [
      ground.organisation.accountId,
    ]);
    let ran = false;
    await processor(async () => void (ran = true)).handle(delivery(id));
    await ground.look(`update access_grant set access_role = 'portfolio_office' where account_id = $1`, [
      ground.organisation.accountId,
    ]);
    expect(ran).toBe(false);
    const row = await job(id);
    expect(row.state).toBe('failed');
    expect(restoreProblem(row.problem)?.code).toBe('not_allowed');
  });

  it('is refused when its person has left', async () => {
    const id = await begin();
    await ground.look('update account set active = false where id = $1', [ground.organisation.accountId]);
    await processor(async () => undefined).handle(delivery(id));
    await ground.look('update account set active = true where id = $1', [ground.organisation.accountId]);
    expect(restoreProblem((await job(id)).problem)?.code).toBe('not_allowed');
  });

  it('ends as failed with the words of the rule that refused it, and is no fault of ours', async () => {
    const id = await begin();
    await processor(async () => {
      throw new ProblemError('rule_refused', { detail: { da: 'Filen er tom.', en: 'The file is empty.' } });
    }).handle(delivery(id));
    const row = await job(id);
    expect(row.state).toBe('failed');
    expect(restoreProblem(row.problem)).toMatchObject({
      code: 'rule_refused',
      detail: { da: 'Filen er tom.', en: 'The file is empty.' },
    });
  });

  it('is put back after a passing failure, and given up after the last try', async () => {
    const id = await begin();
    const failing = processor(async () => {
      throw new Error('connection lost');
    });
    await expect(failing.handle(delivery(id))).rejects.toThrow('connection lost');
    expect(await job(id)).toMatchObject({ state: 'pending', attempts: 1, problem: null });
    await expect(failing.handle(delivery(id, true))).rejects.toMatchObject({
      message: 'Job recalculate was given up',
      cause: { message: 'connection lost' },
    });
    const row = await job(id);
    expect(row).toMatchObject({ state: 'failed', attempts: 2 });
    expect(restoreProblem(row.problem)?.code).toBe('internal');
  });

  it('is given up when it has taken down worker after worker', async () => {
    const id = await begin();
    await ground.look(`update job set attempts = 10 where id = $1`, [id]);
    let ran = false;
    await expect(processor(async () => void (ran = true)).handle(delivery(id))).rejects.toThrow('given up');
    expect(ran).toBe(false);
    expect(await job(id)).toMatchObject({ state: 'failed', attempts: 11 });
  });

  it('does nothing on a second delivery while it runs, and none after it has ended', async () => {
    const id = await begin();
    let runs = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = processor(async () => {
      runs++;
      await held;
    });
    const first = slow.handle(delivery(id));
    await sleep(100);
    await slow.handle(delivery(id));
    release();
    await first;
    await slow.handle(delivery(id));
    expect(runs).toBe(1);
    expect(await job(id)).toMatchObject({ state: 'completed', attempts: 1 });
  });

  it('shuts a run out that another has taken over, whatever it still tries', async () => {
    const id = await begin();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let lost: unknown;
    const frozen = processor(async (context) => {
      await held;
      await context.transaction({}, async () => undefined).catch((error: unknown) => (lost = error));
      throw lost;
    }).handle(delivery(id));
    await sleep(100);
    await ground.look(`update job set heartbeat_at = heartbeat_at - interval '1 minute' where id = $1`, [id]);
    await processor(async () => 'second').handle(delivery(id));
    release();
    await frozen;
    expect(lost).toBeInstanceOf(RunLost);
    expect(await job(id)).toMatchObject({ state: 'completed', attempts: 2, result: 'second' });
  });

  it('is not taken over while a former run may still commit', async () => {
    const id = await begin();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = processor(async (context) => {
      await context.transaction({}, async () => held);
      return 'first';
    }).handle(delivery(id));
    await sleep(100);
    await ground.look(`update job set heartbeat_at = heartbeat_at - interval '1 minute' where id = $1`, [id]);
    let second = false;
    await processor(async () => void (second = true)).handle(delivery(id));
    expect(second).toBe(false);
    release();
    await first;
    expect(await job(id)).toMatchObject({ state: 'completed', result: 'first', attempts: 1 });
  });

  it('writes and announces progress at most twice a second, and the last of it', async () => {
    const heard: string[] = [];
    const options = ground.database.dataSource.options as { url: string };
    let listening: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => (listening = resolve));
    const listener = new NotificationListener({
      url: options.url,
      applicationName: 'hoest-test-listener',
      channels: ['hoest_changes'],
      onNotification: (_, payload) => heard.push(payload),
      onListening: () => listening(),
      onError: () => undefined,
    });
    await ready;
    const id = await begin();
    await processor(async (context) => {
      await context.progress({ phase: 'reading', total: 100 });
      for (let done = 1; done <= 100; done++) {
        await context.progress({ done });
        await sleep(10);
      }
      await context.progress({ phase: 'writing', done: 100 });
      return null;
    }).handle(delivery(id));
    await sleep(200);
    await listener.stop();
    const about = heard.map((text) => JSON.parse(text)).filter((message) => message.id === id);
    expect(about.every(({ topic }) => topic === 'job')).toBe(true);
    // Asked for, taken up, reading, about two for a second of work, writing, ended.
    expect(about.length).toBeGreaterThanOrEqual(6);
    expect(about.length).toBeLessThanOrEqual(10);
    expect(await job(id)).toMatchObject({ done: 100, total: 100, state: 'completed', phase: 'ended' });
  });

  it('ends as cancelled: at once when nobody has begun it, else at its next report', async () => {
    const waiting = await begin();
    await ground.look('update job set cancel_requested = true where id = $1', [waiting]);
    let ran = false;
    await processor(async () => void (ran = true)).handle(delivery(waiting));
    expect(ran).toBe(false);
    expect(await job(waiting)).toMatchObject({ state: 'cancelled' });

    const running = await begin();
    await processor(async (context) => {
      await context.progress({ phase: 'reading' });
      await ground.look('update job set cancel_requested = true where id = $1', [running]);
      for (let n = 0; n < 100; n++) {
        await sleep(20);
        await context.progress({ done: n });
      }
    }).handle(delivery(running));
    expect(await job(running)).toMatchObject({ state: 'cancelled', result: null });
  });

  it('is put back when the worker is about to end', async () => {
    const id = await begin();
    const interrupted = processor(async (context) => {
      await context.progress({ phase: 'reading' });
      stopSignal.stop();
      await context.progress({ done: 1 });
    }).handle(delivery(id));
    await expect(interrupted).rejects.toThrow('stopping');
    expect(await job(id)).toMatchObject({ state: 'pending', phase: 'reading' });
  });
});
