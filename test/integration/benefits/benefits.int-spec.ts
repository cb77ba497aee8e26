import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type SignedIn, type TestOrganisation } from '../api/api-under-test';

let api: ApiUnderTest;
let home: TestOrganisation;
let away: TestOrganisation;
let manager: SignedIn;
let leader: SignedIn;
let auditor: SignedIn;
let initiativeId: string;
let goalId: string;

/** An initiative with a goal, written as the owner: these tests are about its benefits. */
async function initiativeOf(organisation: TestOrganisation, overrides: { goLiveActual?: string } = {}) {
  const ids = { strategy: randomUUID(), goal: randomUUID(), initiative: randomUUID() };
  await api.owner.query(
    `insert into strategy (organisation_id, id, code, title, valid_from) values ($1, $2, $3, 'Digital strategi', '2024-01-01')`,
    [organisation.organisationId, ids.strategy, ids.strategy.slice(0, 8)],
  );
  await api.owner.query(
    `insert into goal (organisation_id, id, strategy_id, code, title, valid_from) values ($1, $2, $3, $4, 'Kortere ventetid', '2024-01-01')`,
    [organisation.organisationId, ids.goal, ids.strategy, ids.goal.slice(0, 8)],
  );
  await api.owner.query(
    `insert into initiative (organisation_id, id, code, title, unit_id, owner_id, manager_id, primary_goal_id, phase, go_live_actual)
      values ($1, $2, $3, 'Digital byggesag', $4, $5, $6, $7, 'executing', $8)`,
    [
      organisation.organisationId,
      ids.initiative,
      ids.initiative.slice(0, 8),
      organisation.unitId,
      organisation.personIds.leader,
      organisation.personIds.project_manager,
      ids.goal,
      overrides.goLiveActual ?? null,
    ],
  );
  return ids;
}

const wholeBenefit = () => ({
  title: 'Færre dage fra ansøgning til afgørelse',
  class: 'cash_releasing',
  beneficiary: 'own_org',
  fullYearValueMinor: '120000000',
  ownerId: home.personIds.leader,
  measurerId: home.personIds.project_manager,
  startsOn: '2024-01-01',
  measure: {
    name: 'Sagsbehandlingstid',
    unit: 'dage',
    direction: 'down',
    frequency: 'quarter',
    firstDue: '2024-03-31',
    trackUntil: '2024-12-31',
    baseline: { value: '14', measuredOn: '2023-12-01', evidenceKind: 'system_extract' },
    targetPoints: [
      { dueOn: '2024-01-01', value: '14' },
      { dueOn: '2024-07-01', value: '7' },
    ],
  },
});

const tests = { testDescription: true, testObservation: true, testAttribution: true, testMeasurement: true };

async function created(body: object = wholeBenefit(), as = manager, initiative = initiativeId) {
  const reply = await api.call('POST', `/initiatives/${initiative}/benefits`, { as, body });
  expect(reply.body).toMatchObject({ title: expect.any(String) });
  expect(reply.status).toBe(201);
  return reply.body;
}

async function approved(body: object = wholeBenefit(), initiative = initiativeId) {
  const benefit = await created(body, manager, initiative);
  let reply = await api.call('PATCH', `/benefits/${benefit.id}`, {
    as: manager,
    version: benefit.version,
    body: tests,
  });
  reply = await api.call('POST', `/benefits/${benefit.id}/state-moves`, {
    as: manager,
    version: reply.body.version,
    body: { to: 'profiled' },
  });
  expect(reply.body.state).toBe('profiled');
  reply = await api.call('POST', `/benefits/${benefit.id}/state-moves`, {
    as: leader,
    version: reply.body.version,
    body: { to: 'approved' },
  });
  expect(reply.status).toBe(201);
  return reply.body;
}

beforeAll(async () => {
  api = await ApiUnderTest.start();
  home = await api.organisation();
  away = await api.organisation('Nabo');
  [manager, leader, auditor] = await Promise.all([
    home.session('project_manager'),
    home.session('leader'),
    home.session('auditor'),
  ]);
  ({ initiative: initiativeId, goal: goalId } = await initiativeOf(home));
});
afterAll(() => api.stop());

describe('a benefit', () => {
  it('starts with its measure, baseline, target path and the measurements it will owe', async () => {
    const benefit = await created();
    expect(benefit).toMatchObject({
      state: 'identified',
      goalId,
      monetised: true,
      missingForProfile: [],
      baselineValue: '14',
      targetValue: '7',
    });
    const [measure] = benefit.measures;
    expect(measure.obligations.map((obligation: { periodEnd: string }) => obligation.periodEnd)).toEqual([
      '2024-03-31',
      '2024-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
    expect(measure.obligations[0]).toMatchObject({ dueOn: '2024-03-31', graceUntil: '2024-04-23', status: 'missing' });
    expect(measure.plan).toMatchObject({ kind: 'draft', baselineValue: '14' });
    const listed = await api.call('GET', `/initiatives/${initiativeId}/benefits`, { as: auditor });
    expect(listed.body.items.map((item: { id: string }) => item.id)).toContain(benefit.id);
  });

  it('names what a full profile and the approval still lack, in the caller’s language', async () => {
    const benefit = await created({ title: 'Kortere telefonkø', class: 'quality' });
    expect(benefit.missingForProfile).toEqual(['owner', 'measure']);
    const english = await api.call('POST', `/benefits/${benefit.id}/state-moves`, {
      as: manager,
      version: benefit.version,
      body: { to: 'profiled' },
      headers: { 'accept-language': 'en' },
    });
    expect(english.status).toBe(422);
    expect(english.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      '/to',
      '/owner',
      '/measure',
    ]);
    expect(english.body.errors[1].detail).toBe('The benefit profile lacks: Benefit owner.');
    const danish = await api.call('POST', `/benefits/${benefit.id}/state-moves`, {
      as: manager,
      version: benefit.version,
      body: { to: 'profiled' },
      headers: { 'accept-language': 'da' },
    });
    expect(danish.body.errors[1].detail).toBe('Gevinstprofilen mangler: Gevinstejer.');
  });

  it('is approved by a leader only, and the approved plan is kept as a version', async () => {
    const benefit = await approved();
    expect(benefit).toMatchObject({ state: 'approved', mayApprove: true });
    expect(benefit.planVersions).toMatchObject([
      { number: 1, kind: 'approved', fullYearValueMinor: '120000000', attribution: '1.0000' },
    ]);
    const other = await created();
    const profiled = await api.call('POST', `/benefits/${other.id}/state-moves`, {
      as: manager,
      version: other.version,
      body: { to: 'profiled' },
    });
    const refused = await api.call('POST', `/benefits/${other.id}/state-moves`, {
      as: manager,
      version: profiled.body.version,
      body: { to: 'approved' },
    });
    expect(refused.status).toBe(403);
  });

  it('is approved again when its plan was changed; the former version keeps what was promised', async () => {
    const benefit = await approved();
    const move = (as: SignedIn, version: number) =>
      api.call('POST', `/benefits/${benefit.id}/state-moves`, { as, version, body: { to: 'approved' } });
    expect(benefit).toMatchObject({ planChanges: [] });
    expect(benefit.allowedTransitions).not.toContain('approved');
    const unchanged = await move(leader, benefit.version);
    expect(unchanged.body.errors).toMatchObject([{ pointer: '/to', code: 'plan_changed_missing' }]);

    const measure = benefit.measures[0];
    await api.call('PUT', `/measures/${measure.id}/target-points`, {
      as: manager,
      version: measure.version,
      body: { points: [...measure.targetPoints.slice(0, 1), { dueOn: '2024-10-01', value: '7' }] },
    });
    const changed = await api.call('PATCH', `/benefits/${benefit.id}`, {
      as: manager,
      version: benefit.version,
      body: { fullYearValueMinor: '100000000' },
    });
    expect(changed.body).toMatchObject({ planChanges: ['fullYearValue', 'path'] });
    expect(changed.body.measures[0].plan.points).toMatchObject([{}, { dueOn: '2024-07-01' }]);
    expect((await move(manager, changed.body.version)).status).toBe(403);
    const again = await move(leader, changed.body.version);
    expect(again.body).toMatchObject({
      state: 'approved',
      stateSince: benefit.stateSince,
      planChanges: [],
      planVersions: [
        { number: 1, kind: 'approved', fullYearValueMinor: '120000000' },
        { number: 2, kind: 'approved', fullYearValueMinor: '100000000' },
      ],
    });
    expect(again.body.measures[0].plan.points).toMatchObject([{}, { dueOn: '2024-10-01' }]);
    const { rows } = await api.owner.query(`select action from audit_event where object_id = $1 order by sequence`, [
      benefit.id,
    ]);
    expect(rows.map(({ action }) => action)).toContain('plan_approved');
  });

  it('is not approved again once its plan is frozen: the answer names the way to re-baseline', async () => {
    const live = await initiativeOf(home, { goLiveActual: '2024-02-01' });
    const benefit = await approved(wholeBenefit(), live.initiative);
    const refused = await api.call('POST', `/benefits/${benefit.id}/state-moves`, {
      as: leader,
      version: benefit.version,
      body: { to: 'approved' },
    });
    expect(refused.body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/to', code: 'plan_frozen', params: { remedy: `/benefits/${benefit.id}/plan-versions` } }],
    });
  });

  it('has its plan frozen at once when it is approved after go-live; then only a decision re-baselines it', async () => {
    const live = await initiativeOf(home, { goLiveActual: '2024-02-01' });
    const benefit = await approved(wholeBenefit(), live.initiative);
    expect(benefit).toMatchObject({ state: 'in_realisation' });
    expect(benefit.planVersions.map((version: { kind: string }) => version.kind)).toEqual([
      'approved',
      'frozen_at_go_live',
    ]);
    for (const body of [{ fullYearValueMinor: '1' }, { attribution: '0.5' }, { startsOn: '2025-01-01' }]) {
      const refused = await api.call('PATCH', `/benefits/${benefit.id}`, {
        as: leader,
        version: benefit.version,
        body,
      });
      expect(refused.body).toMatchObject({
        status: 422,
        errors: [{ pointer: `/${Object.keys(body)[0]}`, code: 'plan_frozen' }],
      });
    }
    const measure = benefit.measures[0];
    const path = await api.call('PUT', `/measures/${measure.id}/target-points`, {
      as: leader,
      version: measure.version,
      body: { points: [] },
    });
    expect(path.body.errors[0].code).toBe('plan_frozen');
    const decisionId = randomUUID();
    await api.owner.query(
      `insert into decision (organisation_id, id, initiative_id, kind, body, mandate_ok, decided_on, outcome) values ($1, $2, $3, 'benefit_plan', 'Styregruppe', true, '2024-06-01', 'approve')`,
      [home.organisationId, decisionId, live.initiative],
    );
    const body = {
      decisionId,
      reason: 'Leverandøren er forsinket',
      fullYearValueMinor: '90000000',
      targetPoints: [
        {
          measureId: measure.id,
          points: [
            { dueOn: '2024-01-01', value: '14' },
            { dueOn: '2025-01-01', value: '7' },
          ],
        },
      ],
    };
    const moved = await api.call('POST', `/benefits/${benefit.id}/plan-versions`, {
      as: leader,
      version: benefit.version,
      body,
    });
    expect(moved.status).toBe(201);
    expect(moved.body.planVersions).toMatchObject([
      {},
      { kind: 'frozen_at_go_live', fullYearValueMinor: '120000000' },
      { kind: 'rebaselined', reason: 'Leverandøren er forsinket', fullYearValueMinor: '90000000' },
    ]);
    expect(moved.body.measures[0].plan).toMatchObject({
      kind: 'frozen_at_go_live',
      points: [{}, { dueOn: '2024-07-01', value: '7' }],
    });
  });

  it('is written off by a decision with a reason, transferred to a new owner with its history', async () => {
    const benefit = await approved();
    const bare = await api.call('POST', `/benefits/${benefit.id}/state-moves`, {
      as: leader,
      version: benefit.version,
      body: { to: 'written_off' },
    });
    expect(bare.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual(['/decisionId', '/reason']);
    const moved = await api.call('POST', `/benefits/${benefit.id}/state-moves`, {
      as: manager,
      version: benefit.version,
      body: { to: 'transferred', newOwnerId: home.personIds.finance },
    });
    expect(moved.body).toMatchObject({ state: 'approved', ownerId: home.personIds.finance });
  });
});

describe('a go-live that moves', () => {
  const planned = async (goLivePlanned: string) => {
    const own = await initiativeOf(home);
    await api.owner.query(`update initiative set go_live_planned = $2, go_live_first_planned = $2 where id = $1`, [
      own.initiative,
      goLivePlanned,
    ]);
    return own.initiative;
  };
  const move = (initiative: string, column: 'go_live_planned' | 'go_live_actual', to: string) =>
    api.owner.query(`update initiative set ${column} = $2 where id = $1`, [initiative, to]);
  const read = async (id: string) => (await api.call('GET', `/benefits/${id}`, { as: manager })).body;
  const accept = (id: string, version: number, as = manager) =>
    api.call('POST', `/benefits/${id}/plan-moves`, { as, version });

  it('leaves the plan where it is and proposes one moved as far; taking it makes an approved plan await approval', async () => {
    const initiative = await planned('2024-01-01');
    const benefit = await approved(wholeBenefit(), initiative);
    expect(benefit).toMatchObject({ movedPlan: null, goLiveMovedDays: null });
    expect((await accept(benefit.id, benefit.version)).body).toMatchObject({ status: 422, code: 'rule_refused' });

    await move(initiative, 'go_live_planned', '2024-05-01');
    const delayed = await read(benefit.id);
    expect(delayed).toMatchObject({
      startsOn: '2024-01-01',
      goLiveMovedDays: 121,
      planChanges: [],
      movedPlan: {
        months: 4,
        days: 0,
        assumed: '2024-01-01',
        goLive: '2024-05-01',
        isLive: false,
        isFrozen: false,
        startsOn: '2024-05-01',
        measures: [
          {
            former: [{ dueOn: '2024-01-01' }, { dueOn: '2024-07-01' }],
            points: [
              { dueOn: '2024-05-01', value: '14' },
              { dueOn: '2024-11-01', value: '7' },
            ],
            firstDue: '2024-07-31',
          },
        ],
      },
    });
    expect(delayed.measures[0].plan.points).toMatchObject([{ dueOn: '2024-01-01' }, { dueOn: '2024-07-01' }]);
    const listed = await api.call('GET', `/initiatives/${initiative}/benefits`, { as: auditor });
    expect(listed.body.items[0].goLiveMovedDays).toBe(121);

    expect((await accept(benefit.id, delayed.version, auditor)).status).toBe(403);
    const taken = await accept(benefit.id, delayed.version);
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({
      state: 'approved',
      startsOn: '2024-05-01',
      movedPlan: null,
      planChanges: ['startsOn', 'path'],
    });
    // Until it is approved again, figures stay on the plan that was approved.
    expect(taken.body.measures[0].plan.points).toMatchObject([{ dueOn: '2024-01-01' }, { dueOn: '2024-07-01' }]);
    expect((await accept(benefit.id, benefit.version)).status).toBe(422);
  });

  it('counts the plan as made for the new day once somebody has given it new dates', async () => {
    const initiative = await planned('2024-01-01');
    const benefit = await created(wholeBenefit(), manager, initiative);
    await move(initiative, 'go_live_planned', '2024-05-01');
    expect((await read(benefit.id)).goLiveMovedDays).toBe(121);
    const [measure] = benefit.measures;
    const put = (version: number, points: object[]) =>
      api.call('PUT', `/measures/${measure.id}/target-points`, { as: manager, version, body: { points } });
    const other = await put(measure.version, [measure.targetPoints[0], { dueOn: '2024-07-01', value: '6' }]);
    expect(other.body.goLiveMovedDays).toBe(121);
    const redated = await put(other.body.measures[0].version, [{ dueOn: '2024-06-01', value: '6' }]);
    expect(redated.body.goLiveMovedDays).toBeNull();
  });

  it('takes a decision with a reason once the plan is frozen; the new plan stands beside the frozen one', async () => {
    const initiative = await planned('2024-01-01');
    const benefit = await approved(wholeBenefit(), initiative);
    const { rows } = await api.owner.query(`select version from initiative where id = $1`, [initiative]);
    const live = await api.call('PATCH', `/initiatives/${initiative}`, {
      as: manager,
      version: rows[0].version,
      body: { goLiveActual: '2024-03-01' },
    });
    expect(live.status).toBe(200);
    const frozen = await read(benefit.id);
    expect(frozen).toMatchObject({
      state: 'in_realisation',
      movedPlan: { months: 2, isLive: true, isFrozen: true, startsOn: '2024-03-01' },
    });
    const refused = await accept(benefit.id, frozen.version, leader);
    expect(refused.body.errors).toMatchObject([
      { code: 'plan_frozen', params: { remedy: `/benefits/${benefit.id}/plan-versions` } },
    ]);
    const decisionId = randomUUID();
    await api.owner.query(
      `insert into decision (organisation_id, id, initiative_id, kind, body, mandate_ok, decided_on, outcome) values ($1, $2, $3, 'benefit_plan', 'Styregruppe', true, '2024-03-02', 'approve')`,
      [home.organisationId, decisionId, initiative],
    );
    const { startsOn, endsOn, measures } = frozen.movedPlan;
    const moved = await api.call('POST', `/benefits/${benefit.id}/plan-versions`, {
      as: leader,
      version: frozen.version,
      body: {
        decisionId,
        reason: 'Leverandøren er forsinket',
        startsOn,
        endsOn,
        targetPoints: measures.map(({ measureId, points }: { measureId: string; points: object[] }) => ({
          measureId,
          points,
        })),
      },
    });
    expect(moved.body).toMatchObject({ movedPlan: null, goLiveMovedDays: null });
    const [measure] = moved.body.measures;
    expect(measure.plan).toMatchObject({ kind: 'frozen_at_go_live', points: [{ dueOn: '2024-01-01' }, {}] });
    expect(measure.rebaselined).toMatchObject({
      number: 3,
      points: [{ dueOn: '2024-03-01' }, { dueOn: '2024-09-01' }],
    });

    await api.call('POST', `/benefits/${benefit.id}/measurements`, {
      as: manager,
      body: { measureId: measure.id, date: '2024-06-15', value: '10.5', evidenceKind: 'count' },
    });
    const standing = (await read(benefit.id)).measures[0];
    // Half way there; the frozen plan wanted nearly all of it by then, the new one a little more than half.
    expect(standing).toMatchObject({ achievement: '0.500000', rebaselined: { achievement: '0.500000' } });
    expect(Number(standing.plannedShare)).toBeGreaterThan(0.9);
    expect(Number(standing.rebaselined.plannedShare)).toBeCloseTo(106 / 184, 5);
    const series = (await api.call('GET', `/benefits/${benefit.id}/series`, { as: auditor })).body;
    const month = (items: { month: string; planned: string }[], name: string) =>
      items.find((item) => item.month === name)?.planned;
    expect(series.totals.planned).not.toBe(series.rebaselined.totals.planned);
    expect(month(series.items, '2024-08-01')).toBe('10000000');
    expect(month(series.rebaselined.items, '2024-02-01')).toBeUndefined();
    expect(series.rebaselined).toMatchObject({ number: 3, decidedOn: '2024-03-02' });
  });
});

describe('a list of benefits', () => {
  it('of mine holds what I own and what I measure', async () => {
    const title = `Min ${randomUUID()}`;
    const measured = await created({ ...wholeBenefit(), title, ownerId: null });
    const owned = await created({
      ...wholeBenefit(),
      title,
      ownerId: home.personIds.project_manager,
      measurerId: null,
    });
    await created({ ...wholeBenefit(), title, measurerId: home.personIds.leader });
    const reply = await api.call('GET', `/benefits?filter[mine]=true&q=${encodeURIComponent(title)}`, { as: manager });
    expect(reply.body.items.map(({ id }: { id: string }) => id).sort()).toEqual([measured.id, owned.id].sort());
  });

  it('offers those of programmes, and a benefit contributes to one of them but never to itself', async () => {
    const programme = await initiativeOf(home);
    await api.owner.query(`update initiative set kind = 'programme', go_live_planned = '2024-05-01' where id = $1`, [
      programme.initiative,
    ]);
    const whole = await created({ title: 'Færre breve i alt', class: 'quality' }, manager, programme.initiative);
    const listed = await api.call('GET', '/benefits?filter[initiativeKind]=programme', { as: manager });
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([whole.id]);
    const part = await created({ ...wholeBenefit(), contributesToId: whole.id });
    expect(part).toMatchObject({ contributesToId: whole.id, contributesToTitle: 'Færre breve i alt' });
    const read = await api.call('GET', `/benefits/${whole.id}`, { as: manager });
    expect(read.body).toMatchObject({
      goLivePlanned: '2024-05-01',
      goLiveActual: null,
      contributors: [{ benefitId: part.id, title: part.title, initiativeTitle: 'Digital byggesag' }],
    });
    const aim = (contributesToId: string) =>
      api.call('PATCH', `/benefits/${whole.id}`, { as: manager, version: whole.version, body: { contributesToId } });
    expect((await aim(part.id)).body.errors).toMatchObject([
      { pointer: '/contributesToId', code: 'contributes_in_circle' },
    ]);
    expect((await aim(whole.id)).body.errors[0].code).toBe('contributes_in_circle');
    expect((await aim(randomUUID())).body.errors[0].code).toBe('unknown_benefit');
  });
});

describe('sums of a programme', () => {
  it('hold every krone once: the benefit that others contribute to has no money of its own', async () => {
    const programme = await initiativeOf(home);
    const bare = { title: 'Lavere porto i alt', class: 'cash_releasing', monetised: false };
    const whole = await created(bare, manager, programme.initiative);
    const part = await created({ ...wholeBenefit(), contributesToId: whole.id });
    const counted = await api.call('PATCH', `/benefits/${whole.id}`, {
      as: manager,
      version: whole.version,
      body: { monetised: true },
    });
    expect(counted.body).toMatchObject({ status: 422, errors: [{ pointer: '/monetised', code: 'counted_twice' }] });
    expect(counted.body.errors[0].detail).toContain(part.title);

    const other = await created({ ...wholeBenefit(), title: 'Lavere porto, talt her' }, manager, programme.initiative);
    const refused = await api.call('POST', `/initiatives/${initiativeId}/benefits`, {
      as: manager,
      body: { ...wholeBenefit(), contributesToId: other.id },
    });
    expect(refused.body.errors).toMatchObject([{ pointer: '/contributesToId', code: 'counted_twice' }]);
    const moved = await api.call('PATCH', `/benefits/${part.id}`, {
      as: manager,
      version: part.version,
      body: { contributesToId: other.id },
    });
    expect(moved.body.errors[0].code).toBe('counted_twice');
    const unpaid = await created({ title: 'Mindre papir', class: 'climate', contributesToId: other.id });
    expect(unpaid).toMatchObject({ monetised: false, contributesToId: other.id });
  });
});

describe('what other tools got wrong', () => {
  const due = async (benefitId: string) => {
    const reply = await api.call('GET', '/due-measurements?limit=200', { as: manager });
    return reply.body.items.filter((item: { benefitId: string }) => item.benefitId === benefitId);
  };

  it('falling is progress where less is better, and rising is not', async () => {
    const benefit = await approved();
    const measure = async (date: string, value: string) => {
      await api.call('POST', `/benefits/${benefit.id}/measurements`, {
        as: manager,
        body: { measureId: benefit.measures[0].id, date, value, evidenceKind: 'count' },
      });
      return (await api.call('GET', `/benefits/${benefit.id}`, { as: auditor })).body.achievement;
    };
    expect(await measure('2024-03-31', '9')).toBe('0.714286');
    expect(await measure('2024-06-30', '16')).toBe('-0.285714');
    expect(await measure('2024-09-30', '0')).toBe('2.000000');
  });

  it('what nobody measured is listed, as unknown and as owed, not hidden and not nought', async () => {
    const benefit = await approved({ ...wholeBenefit(), title: `Umålt ${randomUUID()}` });
    const listed = await api.call('GET', `/benefits?q=${encodeURIComponent(benefit.title)}`, { as: auditor });
    expect(listed.body.items).toMatchObject([
      { id: benefit.id, status: 'unknown', latestValue: null, achievement: null, overdueCount: 4 },
    ]);
    expect(await due(benefit.id)).toHaveLength(4);
    const overdue = await api.call('GET', `/benefits?filter[overdue]=true&q=${encodeURIComponent(benefit.title)}`, {
      as: auditor,
    });
    expect(overdue.body.items).toHaveLength(1);
  });

  it('measurements stay owed after the initiative is closed', async () => {
    const own = await initiativeOf(home, { goLiveActual: '2024-01-01' });
    const benefit = await approved(wholeBenefit(), own.initiative);
    await api.owner.query(`update initiative set phase = 'closed', closed_on = '2024-06-30' where id = $1`, [
      own.initiative,
    ]);
    expect(await due(benefit.id)).toHaveLength(4);
    const late = await api.call('POST', `/benefits/${benefit.id}/measurements`, {
      as: manager,
      body: { measureId: benefit.measures[0].id, date: '2024-09-30', value: '7', evidenceKind: 'count' },
    });
    expect(late.status).toBe(201);
    expect(await due(benefit.id)).toHaveLength(3);
    expect((await api.call('GET', `/benefits/${benefit.id}`, { as: auditor })).body.state).toBe('realised');
  });

  it('a changed target keeps the old one, with the reason and who gave it', async () => {
    const benefit = await approved();
    const [measure] = benefit.measures;
    await api.call('PUT', `/measures/${measure.id}/target-points`, {
      as: manager,
      version: measure.version,
      body: { points: [measure.targetPoints[0], { dueOn: '2024-07-01', value: '9' }] },
    });
    const again = await api.call('POST', `/benefits/${benefit.id}/state-moves`, {
      as: leader,
      version: benefit.version,
      body: { to: 'approved', reason: 'To sagsbehandlere færre end ventet' },
    });
    expect(again.body.planVersions).toMatchObject([
      { number: 1, kind: 'approved' },
      { number: 2, reason: 'To sagsbehandlere færre end ventet', recordedByName: 'Person leader' },
    ]);
    const { rows } = await api.owner.query(
      `select v.number, p.value::text from plan_point p join plan_version v on v.organisation_id = p.organisation_id and v.id = p.plan_version_id
        where v.benefit_id = $1 and p.due_on = '2024-07-01' order by v.number`,
      [benefit.id],
    );
    expect(rows).toEqual([
      { number: 1, value: '7' },
      { number: 2, value: '9' },
    ]);
  });
});

describe('a measurement', () => {
  const record = (benefit: any, overrides: object = {}, as = manager) =>
    api.call('POST', `/benefits/${benefit.id}/measurements`, {
      as,
      body: {
        measureId: benefit.measures[0].id,
        date: '2024-03-31',
        value: '10.5',
        evidenceKind: 'system_extract',
        ...overrides,
      },
    });

  it('answers its period and becomes money: half way to the target gives half a quarter’s value', async () => {
    const benefit = await approved();
    const reply = await record(benefit);
    expect(reply.body).toMatchObject({
      obligationId: benefit.measures[0].obligations[0].id,
      value: '10.5',
      current: true,
    });
    const series = await api.call('GET', `/benefits/${benefit.id}/series`, { as: auditor });
    const quarter = series.body.items.filter((item: { month: string }) =>
      ['2024-01-01', '2024-02-01', '2024-03-01'].includes(item.month),
    );
    expect(quarter.map((item: { realised: string }) => item.realised)).toEqual(['5000000', '5000000', '5000000']);
    expect(series.body.totals.realised).toBe('15000000');
    expect(series.body.items.find((item: { month: string }) => item.month === '2024-04-01')).toMatchObject({
      realised: null,
      status: 'not_measured',
    });
  });

  it('counts zero as a value and a missing one as unknown', async () => {
    const benefit = await approved();
    await record(benefit, { date: '2024-03-31', value: '0' });
    const read = await api.call('GET', `/benefits/${benefit.id}`, { as: auditor });
    expect(read.body).toMatchObject({ latestValue: '0', achievement: '2.000000', status: 'unknown' });
    expect(read.body.measures[0].obligations.map((one: { status: string }) => one.status)).toEqual([
      'met_late',
      'missing',
      'missing',
      'missing',
    ]);
  });

  it('answers the deadline it names, so that a figure of 5 April is March’s', async () => {
    const body = wholeBenefit();
    const benefit = await approved({ ...body, measure: { ...body.measure, frequency: 'month' } });
    const [march, april] = benefit.measures[0].obligations;
    expect([march.periodEnd, april.periodEnd]).toEqual(['2024-03-31', '2024-04-30']);
    const byDay = await record(benefit, { date: '2024-04-05' });
    expect(byDay.body.obligationId).toBe(april.id);
    const named = await record(benefit, { date: '2024-04-05', obligationId: march.id });
    expect(named.body).toMatchObject({ obligationId: march.id, date: '2024-04-05' });
    const moved = await record(benefit, { supersedesId: byDay.body.id, date: '2024-04-05', obligationId: march.id });
    expect(moved.body.obligationId).toBe(march.id);

    const other = await approved();
    const strange = await record(benefit, { obligationId: other.measures[0].obligations[0].id });
    expect(strange.body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/obligationId', code: 'unknown_obligation' }],
    });
    expect(strange.body.errors[0].detail).toContain('Sagsbehandlingstid');
    const early = await record(benefit, { date: '2024-03-31', obligationId: april.id });
    expect(early.body.errors).toMatchObject([{ pointer: '/date', code: 'before_period' }]);
  });

  it('is corrected by a new entry; the old one stays and no longer counts', async () => {
    const benefit = await approved();
    const first = await record(benefit);
    const second = await record(benefit, { value: '7', supersedesId: first.body.id, comment: 'Forkert udtræk' });
    expect(second.body).toMatchObject({ obligationId: first.body.obligationId, supersedesId: first.body.id });
    const read = await api.call('GET', `/benefits/${benefit.id}`, { as: auditor });
    expect(
      read.body.measures[0].measurements.map((one: { value: string; current: boolean }) => [one.value, one.current]),
    ).toEqual([
      ['10.5', false],
      ['7', true],
    ]);
    const again = await record(benefit, { value: '8', supersedesId: first.body.id });
    expect(again.body.errors[0]).toMatchObject({ pointer: '/supersedesId', code: 'already_corrected' });
    await expect(api.owner.query(`delete from measurement where id = $1`, [first.body.id])).rejects.toThrow(
      /append-only/,
    );
  });

  it('moves the benefit to realised when the last target is reached', async () => {
    const live = await initiativeOf(home, { goLiveActual: '2024-01-01' });
    const benefit = await approved(wholeBenefit(), live.initiative);
    await record(benefit, { date: '2024-09-30', value: '7' });
    const read = await api.call('GET', `/benefits/${benefit.id}`, { as: auditor });
    expect(read.body).toMatchObject({ state: 'realised', firstRealisedOn: '2024-09-30' });
  });

  it('is taken as a block: one wrong value and none is recorded, every fault named', async () => {
    const benefit = await approved();
    const measureId = benefit.measures[0].id;
    const body = {
      items: [
        { measureId, date: '2024-03-31', value: '12', evidenceKind: 'count' },
        { measureId, date: '2999-01-01', value: '12', evidenceKind: 'count' },
      ],
    };
    const refused = await api.call('POST', '/measurements', { as: manager, body });
    expect(refused.body.errors).toMatchObject([{ pointer: '/items/1/date', code: 'date_ahead' }]);
    const read = await api.call('GET', `/benefits/${benefit.id}`, { as: auditor });
    expect(read.body.measures[0].measurements).toEqual([]);
    body.items[1]!.date = '2024-06-30';
    expect((await api.call('POST', '/measurements', { as: manager, body })).body.items).toHaveLength(2);
  });

  it('is due from its measurer until it is there', async () => {
    const benefit = await approved();
    const mine = async () => {
      const reply = await api.call('GET', '/due-measurements?filter[mine]=true&limit=200', { as: manager });
      return reply.body.items.filter((item: { benefitId: string }) => item.benefitId === benefit.id);
    };
    const due = await mine();
    expect(due.map((item: { status: string }) => item.status)).toEqual(['missing', 'missing', 'missing', 'missing']);
    expect(due[0]).toMatchObject({
      measureUnit: 'dage',
      needsVolume: false,
      plannedValue: expect.any(String),
      periodEnd: '2024-03-31',
    });
    await record(benefit);
    expect(await mine()).toHaveLength(3);
  });
});

describe('the pool', () => {
  it('divides as agreed and refuses shares above the whole', async () => {
    const pool = (
      await api.call('POST', '/benefit-pools', {
        as: leader,
        body: { name: 'Porto', periodFrom: '2024-01-01', removablePerMonthMinor: '60000' },
      })
    ).body;
    const benefit = await created({ ...wholeBenefit(), poolId: pool.id });
    const over = await api.call('PATCH', `/benefit-pools/${pool.id}`, {
      as: leader,
      version: pool.version,
      body: { shares: [{ benefitId: benefit.id, share: '1.2' }] },
    });
    expect(over.body.errors[0].code).toBe('shares_above_one');
    const stranger = await created();
    const outside = await api.call('PATCH', `/benefit-pools/${pool.id}`, {
      as: leader,
      version: pool.version,
      body: { shares: [{ benefitId: stranger.id, share: '0.2' }] },
    });
    expect(outside.body.errors[0].code).toBe('not_in_pool');
    const agreed = await api.call('PATCH', `/benefit-pools/${pool.id}`, {
      as: leader,
      version: pool.version,
      body: { shares: [{ benefitId: benefit.id, share: '0.5' }] },
    });
    expect(agreed.body.members).toEqual([{ benefitId: benefit.id, title: benefit.title, share: '0.5000' }]);
    const reversed = await api.call('PATCH', `/benefit-pools/${pool.id}`, {
      as: leader,
      version: agreed.body.version,
      body: { periodTo: '2023-12-31' },
    });
    expect(reversed.body.errors).toMatchObject([{ pointer: '/periodTo', code: 'before_start' }]);
  });

  it('shows what is claimed and what is granted of it in a year: 266.67, 200 and 133.33 of 400, 300 and 200', async () => {
    const pool = (
      await api.call('POST', '/benefit-pools', {
        as: leader,
        body: {
          name: 'Licenser',
          periodFrom: '2024-07-01',
          periodTo: '2024-07-31',
          removablePerMonthMinor: '60000',
        },
      })
    ).body;
    // From July on the whole is planned; a year of 12 × the month's claim.
    const claims: [string, string][] = [];
    for (const kroner of [400, 300, 200]) {
      const benefit = await approved({
        ...wholeBenefit(),
        poolId: pool.id,
        fullYearValueMinor: String(kroner * 1200),
      });
      claims.push([benefit.id, String(kroner * 100)]);
    }
    const read = await api.call('GET', '/benefit-pool-claims?year=2024', { as: auditor });
    const own = read.body.items.find(({ poolId }: { poolId: string }) => poolId === pool.id);
    expect(own).toMatchObject({ months: 1, removableMinor: '60000', overclaimedMonths: 1 });
    const granted = new Map<string, string[]>(
      own.members.map((member: Record<string, string>) => [
        member['benefitId'],
        [member['plannedClaimMinor'], member['plannedGrantedMinor']],
      ]),
    );
    expect(claims.map(([id]) => granted.get(id))).toEqual([
      ['40000', '26667'],
      ['30000', '20000'],
      ['20000', '13333'],
    ]);
    const now = await api.call('GET', '/benefit-pool-claims', { as: auditor });
    expect(now.body.items.find(({ poolId }: { poolId: string }) => poolId === pool.id)).toMatchObject({
      months: 0,
      removableMinor: '0',
    });
  });
});

describe('who may', () => {
  it('answers the benefits of another organisation like unknown ones', async () => {
    const benefit = await created();
    const stranger = await away.session('administrator');
    for (const [method, path, body] of [
      ['GET', `/benefits/${benefit.id}`, undefined],
      ['PATCH', `/benefits/${benefit.id}`, { title: 'x' }],
      ['GET', `/benefits/${benefit.id}/series`, undefined],
      ['POST', `/initiatives/${initiativeId}/benefits`, { title: 'x', class: 'quality' }],
      ['GET', `/initiatives/${initiativeId}/benefits`, undefined],
      ['POST', `/measures/${benefit.measures[0].id}/baselines`, { value: '1', measuredOn: '2024-01-01' }],
    ] as const) {
      const reply = await api.call(method, path, { as: stranger, body, ...(method === 'PATCH' && { version: 1 }) });
      expect([path, reply.status]).toEqual([path, 404]);
    }
  });

  it('refuses what the auditor would change', async () => {
    const benefit = await created();
    for (const [method, path, body] of [
      ['PATCH', `/benefits/${benefit.id}`, { title: 'x' }],
      [
        'POST',
        `/benefits/${benefit.id}/measurements`,
        { measureId: benefit.measures[0].id, date: '2024-01-01', value: '1', evidenceKind: 'count' },
      ],
      ['POST', `/benefits/${benefit.id}/state-moves`, { to: 'profiled' }],
    ] as const) {
      expect((await api.call(method, path, { as: auditor, body, version: 1 })).status).toBe(403);
    }
  });

  it('answers a stale change with the current row and lets one of two writers win', async () => {
    const benefit = await created();
    const replies = await Promise.all(
      ['a', 'b', 'c'].map((title) =>
        api.call('PATCH', `/benefits/${benefit.id}`, { as: manager, version: benefit.version, body: { title } }),
      ),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 412, 412]);
    const stale = replies.find((reply) => reply.status === 412);
    expect(stale?.body).toMatchObject({ code: 'stale', changedFields: ['title'] });
  });
});
