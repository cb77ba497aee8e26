import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../api/api-under-test';
import { PortfolioUnderTest } from './portfolio-fixture';

let api: ApiUnderTest;
let house: PortfolioUnderTest;
let neighbours: PortfolioUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  house = await PortfolioUnderTest.start(api);
  neighbours = await PortfolioUnderTest.start(api, 'Naboby');
});
afterAll(() => api.stop());

const code = () => randomUUID().slice(0, 8);
const strategy = (fields: Record<string, unknown> = {}) =>
  house.made('/strategies', { code: code(), title: 'Digital strategi', validFrom: '2024-01-01', ...fields });

describe('strategies', () => {
  it('are created, changed by version, and listed newest first', async () => {
    const older = await strategy({ validFrom: '2020-01-01', validTo: '2023-12-31' });
    const newer = await strategy();
    const changed = await house.call('PATCH', `/strategies/${newer.id}`, {
      version: 1,
      body: { title: 'Digital strategi 2024–2027', adoptedBy: 'council', adoptedOn: '2023-12-12' },
    });
    expect(changed.body).toMatchObject({ adoptedBy: 'council', version: 2, followups: [] });
    const stale = await house.call('PATCH', `/strategies/${newer.id}`, { version: 1, body: { title: 'X' } });
    expect([stale.status, stale.body.changedFields]).toEqual([412, ['adoptedBy', 'adoptedOn', 'title']]);
    expect(stale.body.current).toMatchObject({ title: 'Digital strategi 2024–2027', version: 2 });
    const { items } = await house.read('/strategies');
    expect(items.map((one: { id: string }) => one.id)).toEqual([newer.id, older.id]);
  });

  it('have a code of their own and a period that runs forwards', async () => {
    const one = await strategy();
    const taken = await house.call('POST', '/strategies', {
      body: { code: one.code, title: 'X', validFrom: '2024-01-01' },
    });
    expect([taken.status, taken.body.errors[0]]).toEqual([409, expect.objectContaining({ pointer: '/code' })]);
    const backwards = await house.call('POST', '/strategies', {
      body: { code: code(), title: 'X', validFrom: '2024-01-01', validTo: '2023-01-01' },
    });
    expect([backwards.status, backwards.body.errors[0].pointer]).toEqual([422, '/validTo']);
    const ahead = await house.call('PATCH', `/strategies/${one.id}`, {
      version: 1,
      body: { adoptedOn: await house.day(1) },
    });
    expect(ahead.body.errors[0]).toMatchObject({ pointer: '/adoptedOn', code: 'in_future' });
    expect((await house.read('/strategies')).items.find((row: any) => row.id === one.id).version).toBe(1);
  });

  it('are followed up by political bodies; an adoption fills in who adopted them', async () => {
    const one = await strategy();
    const path = `/strategies/${one.id}/followups`;
    const adopted = await house.made(path, { heldOn: '2024-02-01', body: 'council', kind: 'adoption' });
    expect(adopted).toMatchObject({ adoptedBy: 'council', adoptedOn: '2024-02-01', version: 2 });
    const followed = await house.made(path, {
      heldOn: '2025-02-01',
      body: 'committee',
      kind: 'follow_up',
      note: 'Status',
    });
    expect(followed.version).toBe(2);
    expect(followed.followups.map((one: { heldOn: string }) => one.heldOn)).toEqual(['2025-02-01', '2024-02-01']);
    const again = await house.made(path, { heldOn: '2025-03-01', body: 'executive', kind: 'adoption' });
    expect(again.adoptedBy).toBe('council');
    const ahead = await house.call('POST', path, {
      body: { heldOn: await house.day(1), body: 'council', kind: 'follow_up' },
    });
    expect(ahead.body.errors[0].pointer).toBe('/heldOn');
    expect((await house.trail(one.id)).map(({ action }) => action)).toEqual([
      'created',
      'followup_recorded',
      'changed',
      'followup_recorded',
      'followup_recorded',
    ]);
  });
});

describe('goals', () => {
  it('carry key figure, baseline, targets and measurements', async () => {
    const goal = await house.goal({
      ownerId: house.home.personIds.leader,
      kpi: 'Dage fra ansøgning til afgørelse',
      kpiUnit: 'dage',
      direction: 'down',
      baselineValue: '14.50',
      baselineOn: '2023-12-01',
    });
    expect(goal).toMatchObject({
      ownerName: 'Person leader',
      baselineValue: '14.5',
      targets: [],
      activeInitiatives: 0,
    });
    const targets = await house.call('PUT', `/goals/${goal.id}/targets`, {
      version: 1,
      body: {
        targets: [
          { dueOn: '2026-12-31', value: '7' },
          { dueOn: '2025-12-31', value: '10.50' },
        ],
      },
    });
    expect([targets.status, targets.body.version, targets.body.targets]).toEqual([
      200,
      2,
      [
        { dueOn: '2025-12-31', value: '10.5' },
        { dueOn: '2026-12-31', value: '7' },
      ],
    ]);
    const replaced = await house.call('PUT', `/goals/${goal.id}/targets`, {
      version: 2,
      body: { targets: [{ dueOn: '2026-12-31', value: '8' }] },
    });
    expect(replaced.body.targets).toEqual([{ dueOn: '2026-12-31', value: '8' }]);
    const stale = await house.call('PUT', `/goals/${goal.id}/targets`, { version: 2, body: { targets: [] } });
    expect([stale.status, stale.body.changedFields]).toEqual([412, ['targets']]);
    const twice = await house.call('PUT', `/goals/${goal.id}/targets`, {
      version: 3,
      body: {
        targets: [
          { dueOn: '2026-12-31', value: '8' },
          { dueOn: '2026-12-31', value: '9' },
        ],
      },
    });
    expect(twice.body.errors).toEqual([expect.objectContaining({ pointer: '/targets/1/dueOn', code: 'repeated' })]);
    const measured = await house.made(`/goals/${goal.id}/measurements`, { measuredOn: '2025-01-31', value: '12' });
    expect(measured.measurements).toEqual([{ measuredOn: '2025-01-31', value: '12', comment: null }]);
    expect((await house.trail(goal.strategyId)).map(({ action }) => action)).toEqual([
      'created',
      'created',
      'changed',
      'changed',
      'measured',
    ]);
  });

  it('count the initiatives that carry them', async () => {
    const goal = await house.goal();
    for (const phase of ['idea', 'approved', 'executing', 'realising', 'closed']) {
      const made = await house.initiative({ primaryGoalId: goal.id });
      await api.owner.query('update initiative set phase = $2 where id = $1', [made.id, phase]);
    }
    const { items } = await house.read(`/goals?strategyId=${goal.strategyId}`);
    expect(items).toMatchObject([{ id: goal.id, activeInitiatives: 3 }]);
  });

  it('lie below a goal of their own strategy, never below themselves', async () => {
    const top = await house.goal();
    const below = await house.made('/goals', {
      strategyId: top.strategyId,
      parentId: top.id,
      code: code(),
      title: 'Delmål',
      validFrom: '2024-01-01',
    });
    const refusal = async (path: string, version: number, parentId: string) => {
      const reply = await house.call('PATCH', path, { version, body: { parentId } });
      return [reply.status, reply.body.errors?.[0]?.pointer, reply.body.errors?.[0]?.code];
    };
    expect(await refusal(`/goals/${top.id}`, 1, below.id)).toEqual([422, '/parentId', 'circle']);
    expect(await refusal(`/goals/${top.id}`, 1, top.id)).toEqual([422, '/parentId', 'circle']);
    expect(await refusal(`/goals/${top.id}`, 1, (await house.goal()).id)).toEqual([422, '/parentId', 'other_strategy']);
    expect(await refusal(`/goals/${top.id}`, 1, (await neighbours.goal()).id)).toEqual([
      422,
      '/parentId',
      'unknown_reference',
    ]);
    const freed = await house.call('PATCH', `/goals/${below.id}`, { version: 1, body: { parentId: null } });
    expect(freed.body).toMatchObject({ parentId: null, version: 2 });
  });

  it('belong to a strategy of the organisation', async () => {
    const foreign = await neighbours.goal();
    const reply = await house.call('POST', '/goals', {
      body: {
        strategyId: foreign.strategyId,
        code: code(),
        title: 'X',
        validFrom: '2024-01-01',
        ownerId: randomUUID(),
      },
    });
    expect(reply.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual(['/strategyId', '/ownerId']);
  });
});
