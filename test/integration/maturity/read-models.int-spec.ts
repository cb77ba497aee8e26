import {
  listMaturityMembers,
  readMaturity,
  readMaturityChanges,
  readMaturityImprovements,
  systemCaller,
  type Transaction,
} from '@hoest/persistence';
import { addDays, addMonths, startOfMonth } from '@hoest/quantities';
import { measuredMonths } from './measured-months';
import { MaturityWorld, type OrganisationFixture } from './organisation-fixture';

describe('reading maturity', () => {
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
  const request = (filters: Record<string, { in: string[] }> = {}) => ({ limit: 50, sort: ['title'], filters });

  /** Initiatives of BU and SKOLE whose status is confirmed, but which lack every core field. */
  async function portfolio(count: number, confirmedOn = today) {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) {
      ids.push(
        await org.initiative(index % 2 ? 'SKOLE' : 'BU', {
          title: `Indsats ${index}`,
          status_confirmed_on: confirmedOn,
        }),
      );
    }
    return ids;
  }

  const measured = (unit: string, months: number, met: number, measurer?: string) =>
    measuredMonths(org, today, { unit, months, met, measurer });

  describe('figures', () => {
    it('sums members over a unit and everything below it, and shows the units right below', async () => {
      await measured('SKOLE', 10, 5);
      await measured('TM', 10, 10);
      await org.settle(today);
      const whole = await read((tx) => readMaturity(tx));
      const indicator = (reading: typeof whole) => reading?.indicators.find(({ id }) => id === 'gr.measured-on-time');
      expect(indicator(whole)).toMatchObject({
        status: 'ok',
        n: 20,
        numerator: '15',
        denominator: '20',
        value: 0.75,
        missing: 5,
      });
      expect(whole).toMatchObject({ asOf: today, comparedWith: null, recalculating: { pending: 0 } });
      expect(whole?.units.map(({ unitName, initiatives }) => [unitName, initiatives])).toEqual([
        ['BU', 1],
        ['TM', 1],
      ]);
      expect(whole?.units[0]?.indicators).toContainEqual({
        id: 'gr.measured-on-time',
        status: 'ok',
        score: expect.closeTo(18.1818, 4),
        level: 1,
        n: 10,
        minN: 8,
      });
      const school = await read((tx) => readMaturity(tx, { unitId: org.unitId('SKOLE') }));
      expect(indicator(school)).toMatchObject({ n: 10, value: 0.5 });
      const above = await read((tx) => readMaturity(tx, { unitId: org.unitId('BU') }));
      expect(indicator(above)).toMatchObject({ n: 10, value: 0.5 });
    });

    it('asks strategies only of the whole organisation', async () => {
      await org.goal();
      await org.settle(today);
      const status = async (unitId: string | null) =>
        (await read((tx) => readMaturity(tx, { unitId })))?.indicators.find(({ id }) => id === 'dl.strategy-anchored')
          ?.status;
      expect(await status(null)).toBe('ok');
      expect(await status(org.unitId('BU'))).toBe('not_applicable');
    });

    it('splits effects by beneficiary', async () => {
      for (const beneficiary of ['citizen', 'citizen', 'business']) {
        const benefit = await org.benefit(await org.initiative('BU'), { beneficiary });
        const measure = await org.measure(benefit);
        await org.plan(benefit, measure, [[addMonths(today, -1), '7']]);
        if (beneficiary === 'citizen') await org.measurement(measure, addMonths(today, -1), '7');
      }
      await org.settle(today);
      const reading = await read((tx) => readMaturity(tx));
      expect(reading?.indicators.find(({ id }) => id === 'gr.quality-effect')?.groups).toEqual([
        { group: 'business', value: 0, n: 1 },
        { group: 'citizen', value: 1, n: 2 },
      ]);
    });

    it('says how much is still to be recomputed', async () => {
      await portfolio(3);
      const reading = await read((tx) => readMaturity(tx));
      expect(reading?.recalculating).toEqual({ pending: 4, total: 4 });
      await org.settle(today);
      expect((await read((tx) => readMaturity(tx)))?.recalculating).toEqual({ pending: 0, total: 4 });
    });

    it('knows no unit of another organisation', async () => {
      const foreign = org.unitId('BU');
      org = await world.organisation();
      expect(await read((tx) => readMaturity(tx, { unitId: foreign }))).toBeUndefined();
    });
  });

  describe('records behind a figure', () => {
    it('are listed by title with reason, page and who can act, and found by outcome and unit', async () => {
      const measurer = await org.person('SKOLE', { name: 'Bodil Skov', manager_level: 'none' });
      const { benefit } = await measured('SKOLE', 3, 1, measurer);
      await measured('TM', 2, 2);
      await org.settle(today);
      const misses = await read((tx) =>
        listMaturityMembers(
          tx,
          'gr.measured-on-time',
          request({ outcome: { in: ['miss'] }, unitId: { in: [org.unitId('BU')] } }),
        ),
      );
      if (misses?.kind !== 'members') throw new Error('members are expected');
      expect(misses.page.total).toBe(2);
      expect(misses.page.items[0]).toMatchObject({
        objectKind: 'obligation',
        unitName: 'SKOLE',
        status: 'missing',
        outcome: 'miss',
        target: { kind: 'benefit', id: benefit },
        actor: { role: 'measurer', name: 'Bodil Skov' },
      });
      expect(misses.page.items[0]!.reasons.map(({ text }) => text.en)).toEqual([
        'Due date and grace ran out without a measurement',
      ]);
    });

    it('are found for every indicator', async () => {
      const { initiative } = await measured('BU', 2, 1);
      await org.goal();
      await org.insert('gate_passage', {
        initiative_id: initiative,
        gate: 'G3',
        from_phase: 'proposed',
        to_phase: 'approved',
        phase_started_on: addDays(today, -10),
      });
      await org.update('initiative', initiative, { go_live_actual: addMonths(today, -5) });
      await org.insert('adoption_series', { initiative_id: initiative, name: 'Alle', intended: '5', target_rate: '1' });
      await org.settle(today);
      for (const id of [
        'dl.owner-in-line',
        'dl.strategy-anchored',
        'dl.strategy-to-action',
        'gr.baseline-before',
        'gr.benefit-coverage',
        'oi.adoption',
        'op.register',
        'op.gate-discipline',
      ]) {
        const answer = await read((tx) => listMaturityMembers(tx, id, request()));
        const items = answer?.kind === 'members' ? answer.page.items : [];
        expect([id, items.length, items.every(({ title, target }) => title && target)]).toEqual([id, 1, true]);
      }
    });

    it('are never people', async () => {
      const initiative = await org.initiative('BU');
      for (let count = 0; count < 6; count++)
        await org.role(await org.person('BU'), 'initiative', initiative, 'steering_chair');
      await org.settle(today);
      const answer = await read((tx) => listMaturityMembers(tx, 'dl.leader-spread', request()));
      expect(answer?.kind).toBe('people');
      const reading = await read((tx) => readMaturity(tx));
      expect(reading?.indicators.find(({ id }) => id === 'dl.leader-spread')).toMatchObject({ n: 6, value: 1 });
      const changes = await read((tx) => readMaturityChanges(tx, { from: '2020-01-01' }));
      const told = changes?.indicators.find(({ indicatorId }) => indicatorId === 'dl.leader-spread');
      expect(told?.records.map(({ objectId, title, personName }) => [objectId, title, personName])).toEqual([
        [null, null, null],
      ]);
    });

    it('are none of an unknown indicator', async () => {
      expect(await read((tx) => listMaturityMembers(tx, 'gr.luck', request()))).toBeUndefined();
    });
  });

  describe('what moved', () => {
    it('adds up to the movement, names record, cause and person', async () => {
      const { obligations } = await measured('SKOLE', 10, 4);
      await measured('TM', 10, 10);
      await org.settle(lastMonthEnd);
      const person = await org.person('BU', { name: 'Bodil Skov', manager_level: 'none' });
      await world.client.query(`select set_config('app.person_id', $1, false)`, [person]);
      await org.update('obligation', obligations[9]!, { waived_reason: 'Systemet er skiftet' });
      await org.settle(today);
      const changes = await read((tx) => readMaturityChanges(tx, { from: lastMonthEnd }));
      const moved = changes?.indicators.find(({ indicatorId }) => indicatorId === 'gr.measured-on-time');
      const sum = moved!.records.reduce((total, { contribution }) => total + contribution!, 0);
      expect(sum).toBeCloseTo(moved!.after! - moved!.before!, 12);
      const waived = moved!.records.find(({ objectId }) => objectId === obligations[9]);
      expect(waived).toMatchObject({ cause: 'edited', personName: 'Bodil Skov' });
      expect(waived!.contribution).toBeGreaterThan(0);
      expect(waived!.after!.map(({ text }) => text.en)).toEqual(['The measurement was waived with a reason']);
      expect(
        moved!.records.filter(({ cause }) => cause === 'time').every(({ personName }) => personName === null),
      ).toBe(true);
      const reading = await read((tx) => readMaturity(tx));
      expect(moved!.after).toBeCloseTo(reading!.indicators.find(({ id }) => id === 'gr.measured-on-time')!.value!, 12);
    });

    it('splits a theme into performance and coverage that add up', async () => {
      // Enough of the benefit theme to be scored on both days: five indicators with a value.
      const { goalId } = await org.goal();
      const owner = await org.person('BU');
      for (let index = 0; index < 6; index++) {
        const { initiative, benefit, measure } = await measured('BU', 4, index);
        await org.update('initiative', initiative, { go_live_actual: addMonths(today, -20) });
        await org.update('benefit', benefit, { owner_id: owner, goal_id: goalId });
        await org.insert('baseline', {
          measure_id: measure,
          value: '14',
          measured_on: addMonths(today, -21),
          evidence_kind: 'count',
        });
        await org.plan(benefit, measure, [[addMonths(today, -15), '7']]);
        await org.measurement(measure, addMonths(today, -14), '7');
      }
      await org.settle(lastMonthEnd);
      const { initiative } = await measured('BU', 2, 0);
      await org.update('initiative', initiative, { go_live_actual: addMonths(today, -2) });
      await org.settle(today);
      const changes = await read((tx) => readMaturityChanges(tx, { from: lastMonthEnd }));
      const theme = changes?.themes.find(({ id }) => id === 'gr');
      expect(theme?.before).not.toBeNull();
      const sum = theme!.parts.reduce((total, { performance, coverage }) => total + performance + coverage, 0);
      expect(sum).toBeCloseTo(theme!.after! - theme!.before!, 9);
      expect(theme!.after).not.toBeCloseTo(theme!.before!, 3);
      expect(changes?.themes.find(({ id }) => id === 'dl')).toEqual({ id: 'dl', before: null, after: null, parts: [] });
    });

    it('tells a record that came into the unit and one that left it', async () => {
      const [, moves] = await portfolio(8, lastMonthEnd);
      await org.settle(lastMonthEnd);
      await org.update('initiative', moves!, { unit_id: org.unitId('TM') });
      await org.settle(today);
      const of = async (unit: string) => {
        const changes = await read((tx) => readMaturityChanges(tx, { unitId: org.unitId(unit), from: lastMonthEnd }));
        const records = changes?.indicators.find(({ indicatorId }) => indicatorId === 'op.register')?.records ?? [];
        return records.filter(({ objectId }) => objectId === moves).map(({ cause }) => cause);
      };
      expect(await of('BU')).toEqual(['left']);
      expect(await of('TM')).toEqual(['entered']);
    });
  });

  describe('what would lift most', () => {
    it('groups misses by who can act, with the points and the partner that would fall', async () => {
      const bodil = await org.person('SKOLE', { name: 'Bodil Skov', manager_level: 'none' });
      await measured('SKOLE', 10, 4, bodil);
      await measured('TM', 10, 10);
      await org.settle(today);
      const improvements = await read((tx) => readMaturityImprovements(tx));
      const mine = improvements?.find(({ indicatorId }) => indicatorId === 'gr.measured-on-time');
      expect(mine).toMatchObject({
        personName: 'Bodil Skov',
        role: 'measurer',
        count: 6,
        partner: 'gr.quality-effect',
      });
      expect(mine?.fixes.map(({ en }) => en)).toEqual(['Record the measurement now, and the next one on time']);
      expect(mine?.records).toHaveLength(6);
      const reading = await read((tx) => readMaturity(tx));
      const score = reading!.indicators.find(({ id }) => id === 'gr.measured-on-time')!.score!;
      const valued = reading!.themes.find(({ id }) => id === 'gr')!.valued;
      expect(mine!.lift).toBeCloseTo((100 - score) / valued, 6);
      const lifts = improvements!.map(({ lift }) => lift);
      expect(lifts).toEqual([...lifts].sort((a, b) => b - a));
    });

    it('suggests only what lifts the best strategy: it decides the step', async () => {
      await org.goal();
      await org.goal();
      await org.settle(today);
      const improvements = await read((tx) => readMaturityImprovements(tx));
      const strategies = improvements?.filter(({ indicatorId }) => indicatorId === 'dl.strategy-anchored');
      expect(strategies).toHaveLength(1);
      expect(strategies?.[0]?.count).toBe(1);
    });
  });
});
