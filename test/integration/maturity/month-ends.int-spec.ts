import {
  listMaturityMembers,
  readMaturity,
  readMaturityHistory,
  systemCaller,
  type Transaction,
  writeMonthEndSnapshot,
} from '@hoest/persistence';
import { addDays, addMonths, endOfMonth, startOfMonth } from '@hoest/quantities';
import { measuredMonths } from './measured-months';
import { MaturityWorld, type OrganisationFixture } from './organisation-fixture';

describe('month ends', () => {
  let world: MaturityWorld;
  let org: OrganisationFixture;
  /** Today where the organisation is; the read models take it from the database. */
  let today: string;
  let lastMonthEnd: string;

  beforeAll(async () => {
    world = await MaturityWorld.open();
    const row = await world.owner.query<{ day: string }>(
      `select (now() at time zone 'Europe/Copenhagen')::date as day`,
    );
    today = row.rows[0]!.day;
    lastMonthEnd = addDays(startOfMonth(today), -1);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    org = await world.organisation();
    await org.unit('BU', 'ROOT');
    await org.unit('SKOLE', 'BU');
    await org.unit('TM', 'ROOT');
    await org.today('2020-01-01');
  });

  const read = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    world.database.transaction(systemCaller(org.id, 'test'), { readOnly: true }, work);
  const measured = (unit: string, months: number, met: number) => measuredMonths(org, today, { unit, months, met });

  it('are kept as they were known, with a new revision when facts of the day came late', async () => {
    const initiative = await org.initiative('BU', { status_confirmed_on: lastMonthEnd });
    const benefit = await org.benefit(initiative);
    const measure = await org.measure(benefit);
    await org.plan(benefit, measure, [[addMonths(today, -3), '7']]);
    await org.settle(today);
    const first = await writeMonthEndSnapshot(world.database, org.id, lastMonthEnd);
    expect(first.written).toBe(true);
    const again = { written: false, knownAt: first.knownAt };
    expect(await writeMonthEndSnapshot(world.database, org.id, lastMonthEnd)).toEqual(again);
    const effect = async (query: { asOf: string; knownAt?: Date }) =>
      (await read((tx) => readMaturity(tx, query)))?.indicators.find(({ id }) => id === 'gr.quality-effect')?.numerator;

    // What carries no date is no news about a day in the past.
    await org.update('initiative', initiative, { phase: 'closed', closed_on: today, status_confirmed_on: today });
    expect(await writeMonthEndSnapshot(world.database, org.id, lastMonthEnd)).toEqual(again);

    await org.insert('measurement', {
      measure_id: measure,
      measured_on: lastMonthEnd,
      value: '7',
      evidence_kind: 'count',
    });
    await org.settle(today);
    expect(await effect({ asOf: lastMonthEnd })).toBe('0');
    const second = await writeMonthEndSnapshot(world.database, org.id, lastMonthEnd);
    expect(second.written).toBe(true);
    expect(second.knownAt.getTime()).toBeGreaterThan(first.knownAt.getTime());
    expect(await effect({ asOf: lastMonthEnd })).toBe('1');
    expect(await effect({ asOf: lastMonthEnd, knownAt: first.knownAt })).toBe('0');
    const kept = await world.owner.query<{ members: string; register: string }>(
      `select count(*) as members, count(*) filter (where indicator_id = 'op.register') as register from maturity_snapshot_member
       where organisation_id = $1 and as_of = $2 group by known_at order by known_at`,
      [org.id, lastMonthEnd],
    );
    const outcome = async (knownAt: Date | null) => {
      const past = { asOf: lastMonthEnd, knownAt };
      const answer = await read((tx) =>
        listMaturityMembers(tx, 'gr.quality-effect', { limit: 50, sort: ['title'], filters: {} }, past),
      );
      return answer?.kind === 'members' ? answer.page.items.map((item) => item.outcome) : null;
    };
    expect([await outcome(first.knownAt), await outcome(null)]).toEqual([['miss'], ['hit']]);
    expect(kept.rows).toHaveLength(2);
    expect(kept.rows.map(({ register }) => register)).toEqual(['1', '1']);
  });

  it('hold the figures of every unit, equal to those of the day', async () => {
    await measured('SKOLE', 10, 4);
    await measured('TM', 10, 9);
    await org.settle(today);
    await writeMonthEndSnapshot(world.database, org.id, today);
    for (const unit of ['ROOT', 'BU', 'SKOLE', 'TM']) {
      const unitId = org.unitId(unit);
      const live = await read((tx) => readMaturity(tx, { unitId }));
      const kept = await read((tx) => readMaturity(tx, { unitId, knownAt: new Date(Date.now() + 60_000) }));
      expect(kept).toMatchObject(
        JSON.parse(
          JSON.stringify({
            overall: live!.overall,
            themes: live!.themes,
            indicators: live!.indicators,
            units: live!.units,
          }),
        ) as object,
      );
    }
  });

  it('are the history, and what the figures are compared with', async () => {
    await measured('BU', 14, 7);
    const monthEnds = [3, 2, 1].map((back) => endOfMonth(addMonths(today, -back)));
    for (const asOf of monthEnds) await writeMonthEndSnapshot(world.database, org.id, asOf);
    await org.settle(today);
    const history = await read((tx) => readMaturityHistory(tx));
    expect(history?.map(({ asOf }) => asOf)).toEqual([...monthEnds, today]);
    expect(history?.every(({ indicator }) => indicator === null)).toBe(true);
    const ofOne = await read((tx) => readMaturityHistory(tx, null, 'gr.measured-on-time'));
    const now = await read((tx) => readMaturity(tx));
    expect(now?.indicators).toContainEqual(
      expect.objectContaining({ id: 'gr.measured-on-time', ...ofOne?.at(-1)?.indicator }),
    );
    expect(now?.comparedWith).toBe(monthEnds[2]);
    const past = await read((tx) => readMaturity(tx, { asOf: addDays(monthEnds[1]!, 5) }));
    expect(past).toMatchObject({ asOf: monthEnds[1], comparedWith: monthEnds[0] });
    expect(await read((tx) => readMaturity(tx, { asOf: '2019-01-01' }))).toBeUndefined();
  });

  it('cannot be changed', async () => {
    await measured('BU', 3, 1);
    await writeMonthEndSnapshot(world.database, org.id, lastMonthEnd);
    await expect(
      world.owner.query('update maturity_snapshot set scores = $2 where organisation_id = $1', [org.id, '{}']),
    ).rejects.toThrow('append-only');
  });
});
