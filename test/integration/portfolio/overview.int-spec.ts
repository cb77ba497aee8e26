import { randomUUID } from 'node:crypto';
import type { SignedIn } from '../api/api-under-test';
import { ApiUnderTest } from '../api/api-under-test';
import { PortfolioUnderTest } from './portfolio-fixture';

let api: ApiUnderTest;
let house: PortfolioUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  house = await PortfolioUnderTest.start(api);
});

async function overview(as: SignedIn = house.as.leader, query = ''): Promise<any> {
  const reply = await api.call('GET', `/overview${query}`, { as });
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body;
}

/** An initiative whose columns are written as the owner: these tests are about what is read from them. */
async function initiative(columns: Record<string, unknown> = {}, fields: Record<string, unknown> = {}): Promise<any> {
  const made = await house.initiative({ ownerId: house.home.personIds.leader, ...fields });
  const row = { status_rag: 'on_track', status_confirmed_on: await house.day(), ...columns };
  for (const [name, value] of Object.entries(row)) {
    await api.owner.query(`update initiative set ${name} = $2 where id = $1`, [made.id, value]);
  }
  return made;
}

describe('the overview', () => {
  it('of an organisation that has nothing yet says so with zeros, not with gaps', async () => {
    const page = await overview();
    expect(page).toMatchObject({
      asOf: await house.day(),
      unitId: house.home.rootUnitId,
      unitName: 'Rådhus',
      currency: 'DKK',
      otherCurrencies: [],
      initiativeCount: 0,
      harvest: { promised: '0', realised: '0', surplus: '0' },
      attention: [],
      attentionCount: 0,
      dueFromMe: 0,
      waiting: [],
      waitingCount: 0,
      undatedCost: '0',
      recent: [],
    });
    const year = Number(page.asOf.slice(0, 4));
    expect(page.money.map((row: { year: number }) => row.year)).toEqual([year - 2, year - 1, year, year + 1]);
    expect(page.money.map((row: { isForecast: boolean }) => row.isForecast)).toEqual([false, false, true, true]);
    expect(page.curve).toHaveLength(60);
    expect(page.curve[0]).toEqual({ month: `${year - 2}-01-01`, planned: '0', realised: null, forecast: null });
    expect(page.curve.at(-1).month).toBe(`${year + 2}-12-01`);
    expect(page.running).toEqual([{ unitId: house.home.unitId, unitName: 'Børn og unge', counts: {} }]);
  });

  it('counts what runs per unit below the scope, subunits included', async () => {
    const care = await house.unit(undefined, 'Ældre');
    const home = await house.unit(care.id, 'Hjemmepleje');
    await initiative({ phase: 'executing' }, { unitId: care.id });
    await initiative({ phase: 'executing' }, { unitId: home.id });
    await initiative({ phase: 'closed' }, { unitId: home.id });
    await initiative({ phase: 'idea' }, { unitId: house.home.rootUnitId });
    const whole = await overview();
    expect(whole.initiativeCount).toBe(3);
    const counts = Object.fromEntries(whole.running.map((row: any) => [row.unitName, row.counts]));
    expect(counts).toEqual({ Rådhus: { idea: 1 }, 'Børn og unge': {}, Ældre: { executing: 2, closed: 1 } });
    const part = await overview(house.as.leader, `?unitId=${care.id}`);
    expect(part).toMatchObject({ unitName: 'Ældre', initiativeCount: 2 });
    expect(part.running.map((row: any) => [row.unitName, row.counts]).sort()).toEqual([
      ['Hjemmepleje', { closed: 1, executing: 1 }],
      ['Ældre', { executing: 1 }],
    ]);
  });

  it('does not know units of another organisation', async () => {
    const neighbours = await PortfolioUnderTest.start(api, 'Naboby');
    const foreign = await api.call('GET', `/overview?unitId=${neighbours.home.rootUnitId}`, { as: house.as.leader });
    expect(foreign.status).toBe(404);
    expect((await api.call('GET', `/overview?unitId=1`, { as: house.as.leader })).body.errors[0].pointer).toBe(
      '/query/unitId',
    );
    expect((await api.call('GET', '/overview')).status).toBe(401);
  });

  it('adds up: parts to promised, the curve to what is due', async () => {
    const live = await initiative({ phase: 'realising', go_live_actual: '2020-01-01' });
    const month = `${(await house.day()).slice(0, 7)}-01`;
    await house.benefit(live.id, { full_year_value_minor: 1200 }, [
      { month, planned: 100, realised: 80, status: 'measured' },
    ]);
    await house.benefit(live.id, {}, [{ month, planned: 50, status: 'not_measured' }]);
    await house.benefit(live.id, { currency: 'EUR', full_year_value_minor: 1 });
    const page = await overview();
    expect(page.harvest).toEqual({
      promised: '150',
      realised: '80',
      realisedCash: '80',
      notMeasured: '50',
      delayed: '0',
      shortfall: '20',
      surplus: '0',
      benefitsDue: 2,
      benefitsNotMeasured: 1,
    });
    expect(page.otherCurrencies).toEqual(['EUR']);
    const now = page.curve.find((point: { month: string }) => point.month === month);
    expect(now).toEqual({ month, planned: '150', realised: '80', forecast: '80' });
    const year = Number(month.slice(0, 4));
    expect(page.money.find((row: { year: number }) => row.year === year).benefit).toBe('80');
  });
});

describe('what needs attention', () => {
  it('comes with every reason, most money at stake first', async () => {
    const past = await house.day(-10);
    const late = await initiative({
      phase: 'executing',
      status_rag: 'deviation',
      go_live_first_planned: await house.day(-100),
      go_live_planned: past,
    });
    await house.benefit(late.id, { full_year_value_minor: 100 });
    const stale = await initiative({ phase: 'approved', status_confirmed_on: await house.day(-61), owner_id: null });
    await house.benefit(stale.id, { full_year_value_minor: 900 });
    const weak = await initiative({ phase: 'realising', go_live_actual: '2020-01-01' });
    const months = (await house.day(-40)).slice(0, 7);
    await house.benefit(weak.id, { full_year_value_minor: 500 }, [
      { month: `${months}-01`, planned: 100, realised: 60, status: 'measured' },
    ]);
    await house.benefit(weak.id, {}, [{ month: `${months}-01`, planned: 0, status: 'not_measured' }]);
    await initiative({ phase: 'realising', go_live_actual: '2020-01-01' });
    await initiative({ phase: 'idea', owner_id: null, status_rag: null, status_confirmed_on: null });
    const { attention, attentionCount } = await overview();
    expect(attentionCount).toBe(3);
    expect(attention.map((row: any) => [row.initiativeId, row.atStake, row.status])).toEqual([
      [stale.id, '900', 'unknown'],
      [weak.id, '500', 'on_track'],
      [late.id, '100', 'deviation'],
    ]);
    expect(attention[0].reasons).toEqual([
      { code: 'status_stale', params: { days: '61' } },
      { code: 'no_owner', params: {} },
    ]);
    expect(attention[1].reasons).toEqual([
      { code: 'not_measured', params: { count: '1' } },
      { code: 'below_plan', params: { ratio: '0.6000' } },
    ]);
    expect(attention[2].reasons).toEqual([
      { code: 'status_deviation', params: {} },
      { code: 'go_live_late', params: { days: '10', date: past } },
      { code: 'go_live_slipped', params: { days: '90', date: past } },
    ]);
  });
});

describe('what waits for a person', () => {
  it('are gates, approvals and conditions they may decide on', async () => {
    const [overdue, soon] = [await house.day(-1), await house.day(60)];
    const goal = await house.goal();
    const unit = await house.unit();
    const ready = await initiative(
      {},
      {
        primaryGoalId: goal.id,
        problem: 'Kø',
        phasePlan: [{ phase: 'analysis', plannedStart: soon, plannedEnd: null }],
      },
    );
    const elsewhere = await initiative(
      {},
      { unitId: unit.id, primaryGoalId: goal.id, problem: 'Kø', affectedUnits: [{ unitId: unit.id, share: null }] },
    );
    const empty = await initiative({ owner_id: null });
    const benefitId = await house.benefit(empty.id, { state: 'profiled', full_year_value_minor: 700 });
    await house.made(`/initiatives/${empty.id}/decisions`, {
      kind: 'gate',
      body: 'Styregruppen',
      mandateOk: true,
      decidedOn: await house.day(),
      outcome: 'approve_with_conditions',
      conditions: [
        { text: 'Afklar jura', ownerId: house.home.personIds.finance, due: overdue, closedOn: null },
        { text: 'Klaret', ownerId: null, due: null, closedOn: await house.day() },
      ],
    });
    const page = await overview();
    expect(page.waitingCount).toBe(4);
    expect(page.waiting.map((row: any) => [row.kind, row.initiativeId, row.due])).toEqual([
      ['condition', empty.id, overdue],
      ['gate', ready.id, soon],
      ['benefit_approval', empty.id, null],
      ['gate', elsewhere.id, null],
    ]);
    expect(page.waiting[1]).toMatchObject({ gate: 'G1', toPhase: 'analysis', openPoints: 1, code: ready.code });
    expect(page.waiting[2]).toMatchObject({ benefitId, amount: '700', detail: 'Færre dage til afgørelse' });

    await house.limit('leader', unit.id);
    expect((await overview()).waiting.map((row: any) => row.initiativeId)).toEqual([elsewhere.id]);
    expect((await overview(house.as.finance)).waiting.map((row: any) => row.detail)).toEqual(['Afklar jura']);
    expect((await overview(house.as.project_manager)).waiting).toEqual([]);
    expect((await overview(house.as.portfolio_office, `?unitId=${unit.id}`)).waitingCount).toBe(1);
  });

  it('and measurements that are due from them', async () => {
    const live = await initiative({ phase: 'realising', go_live_actual: '2020-01-01' });
    const benefitId = await house.benefit(live.id, { measurer_id: house.home.personIds.project_manager });
    const measureId = randomUUID();
    await api.owner.query(
      `insert into measure (organisation_id, id, benefit_id, name, unit, direction, frequency) values ($1, $2, $3, 'Tid', 'dage', 'down', 'month')`,
      [house.organisationId, measureId, benefitId],
    );
    for (const days of [-40, -5, 20]) {
      const due = await house.day(days);
      await api.owner.query(
        `insert into obligation (organisation_id, measure_id, period_start, period_end, due_on, grace_until) values ($1, $2, $3::date - 30, $3, $3, $3::date + 14)`,
        [house.organisationId, measureId, due],
      );
    }
    expect((await overview(house.as.project_manager)).dueFromMe).toBe(2);
    expect((await overview()).dueFromMe).toBe(0);
    await api.owner.query(
      `insert into measurement (organisation_id, measure_id, obligation_id, measured_on, value, evidence_kind)
       select organisation_id, measure_id, id, due_on, 1, 'count' from obligation where measure_id = $1 order by due_on limit 1`,
      [measureId],
    );
    expect((await overview(house.as.project_manager)).dueFromMe).toBe(1);
  });
});

describe('the latest events', () => {
  it('tell who did what to which initiative, and the steps that count', async () => {
    const made = await house.initiative({ title: 'Sensorbleer' });
    await house.made(`/initiatives/${made.id}/status-confirmations`, { rag: 'watch' });
    let version = 2;
    for (const category of ['A', 'B', 'C']) await house.patch({ id: made.id, version: version++ }, { category });
    await house.patch({ id: made.id, version: version++ }, { goLivePlanned: '2031-01-01', problem: 'Kø' });
    const unit = await house.unit();
    await house.initiative({ unitId: unit.id });
    const { recent } = await overview(house.as.auditor, `?unitId=${house.home.unitId}`);
    expect(recent.map((event: any) => [event.action, event.title, event.actorName])).toEqual([
      ['changed', 'Sensorbleer', 'Person portfolio_office'],
      ['status_confirmed', 'Sensorbleer', 'Person portfolio_office'],
      ['registered', 'Sensorbleer', 'Person portfolio_office'],
    ]);
    expect(recent[0].changes).toEqual({ goLivePlanned: { from: null, to: '2031-01-01' } });
    expect(recent[1].changes).toEqual({ statusRag: { from: null, to: 'watch' } });
  });
});
