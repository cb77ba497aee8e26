import { recalculateUnmet } from '@hoest/persistence';
import { WriteMonthEndSnapshotsProcessor } from '../../../apps/worker/src/maturity/write-month-end-snapshots.processor';
import { layGround, quiet, type WorkerGround } from './worker-ground';

describe('the end of a month', () => {
  let ground: WorkerGround;
  let processor: WriteMonthEndSnapshotsProcessor;
  beforeAll(async () => {
    ground = await layGround(3);
    processor = new WriteMonthEndSnapshotsProcessor(ground.database, quiet);
    await recalculateUnmet(ground.database, ground.organisation.organisationId, {
      requestId: 'r',
      concurrency: 2,
      onFailure: (_, error) => {
        throw error;
      },
    });
  });
  afterAll(() => ground.close());

  const run = () =>
    processor.handle({
      name: 'write-month-end-snapshots',
      payload: { requestId: 'schedule' },
      attempt: 1,
      lastAttempt: false,
    });
  const snapshots = () =>
    ground.look<{ as_of: string; unit_id: string }>(
      `select as_of::text, unit_id from maturity_snapshot where kind = 'month_end'`,
    );

  it('is not stored for an organisation that was not there yet', async () => {
    await run();
    expect(await snapshots()).toEqual([]);
  });

  it('is stored once, for the last day of the month before, however often it is looked for', async () => {
    await ground.look(`update organisation set created_at = now() - interval '3 months'`);
    await run();
    await run();
    const [{ day } = { day: '' }] = await ground.look<{ day: string }>(
      `select (date_trunc('month', clock_timestamp() at time zone 'Europe/Copenhagen')::date - 1)::text as day`,
    );
    expect(await snapshots()).toEqual([{ as_of: day, unit_id: ground.organisation.unitId }]);
  });
});
