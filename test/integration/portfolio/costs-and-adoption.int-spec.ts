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

describe('cost lines', () => {
  it('stand by year and kind, undated ones last; missing amounts are null, not 0', async () => {
    const { id } = await house.initiative();
    const path = `/initiatives/${id}/cost-lines`;
    await house.made(path, { kind: 'operation', year: 2031, planMinor: '50', currency: 'EUR' });
    await house.made(path, { kind: 'one_off', planMinor: '900719925474099312', note: 'Samlet bevilling' });
    const line = await house.made(path, { kind: 'one_off', year: 2031, planMinor: '0', hours: '12.50' });
    expect(line).toMatchObject({ currency: 'DKK', planMinor: '0', actualMinor: null, hours: '12.5', version: 1 });
    const { items } = await house.read(path);
    expect(items.map((one: { year: number; kind: string }) => [one.year, one.kind])).toEqual([
      [2031, 'one_off'],
      [2031, 'operation'],
      [null, 'one_off'],
    ]);
    expect(items[2].planMinor).toBe('900719925474099312');
    const page = await house.read(`/initiatives/${id}`);
    expect(page.costMinor).toBe('900719925474099312');
  });

  it('are changed and removed by version, and leave their content in the trail', async () => {
    const { id } = await house.initiative();
    const line = await house.made(`/initiatives/${id}/cost-lines`, { kind: 'one_off', year: 2031, planMinor: '100' });
    const path = `/cost-lines/${line.id}`;
    const changed = await house.call('PATCH', path, { version: 1, body: { planMinor: '200', forecastMinor: '250' } });
    expect(changed.body).toMatchObject({ planMinor: '200', forecastMinor: '250', version: 2 });
    const stale = await house.call('PATCH', path, { version: 1, body: { planMinor: '1' } });
    expect([stale.status, stale.body.changedFields, stale.body.current.planMinor]).toEqual([
      412,
      ['forecastMinor', 'planMinor'],
      '200',
    ]);
    expect((await house.call('DELETE', path, { version: 1 })).status).toBe(412);
    expect((await house.call('DELETE', path)).status).toBe(428);
    const removed = await house.call('DELETE', path, { version: 2 });
    expect([removed.status, removed.text]).toEqual([204, '']);
    expect((await house.call('DELETE', path, { version: 2 })).status).toBe(404);
    const entries = await house.trail(id);
    expect(entries.map(({ action }) => action)).toEqual(['registered', 'added', 'changed', 'removed']);
    expect(entries[2]?.changes.planMinor).toEqual({ from: '100', to: '200' });
    expect(entries[3]?.changes.planMinor).toEqual({ from: '200', to: null });
  });

  it('refuses amounts that are no amounts', async () => {
    const { id } = await house.initiative();
    const refused = async (fields: Record<string, unknown>) =>
      (await house.call('POST', `/initiatives/${id}/cost-lines`, { body: { kind: 'one_off', ...fields } })).body
        .errors[0].pointer;
    expect(await refused({ planMinor: '-1' })).toBe('/planMinor');
    expect(await refused({ planMinor: 12 })).toBe('/planMinor');
    expect(await refused({ planMinor: '1.5' })).toBe('/planMinor');
    expect(await refused({ hours: '-1' })).toBe('/hours');
    expect(await refused({ year: 1066 })).toBe('/year');
  });

  it('are for those who may edit the initiative', async () => {
    const other = await house.unit();
    const made = await house.initiative({ unitId: other.id });
    const path = `/initiatives/${made.id}/cost-lines`;
    const line = await house.made(path, { kind: 'one_off' });
    await house.limit('project_manager', house.home.unitId);
    const manager = { as: house.as.project_manager };
    expect((await api.call('POST', path, { ...manager, body: { kind: 'one_off' } })).status).toBe(403);
    expect((await api.call('PATCH', `/cost-lines/${line.id}`, { ...manager, version: 1, body: {} })).status).toBe(403);
    expect((await api.call('DELETE', `/cost-lines/${line.id}`, { ...manager, version: 1 })).status).toBe(403);
    await house.patch(made, { managerId: house.home.personIds.project_manager });
    expect((await api.call('DELETE', `/cost-lines/${line.id}`, { ...manager, version: 1 })).status).toBe(204);
  });
});

describe('adoption series', () => {
  it('hold a rate per month; named months are set or removed, others stay', async () => {
    const { id } = await house.initiative();
    const unit = await house.unit();
    const series = await house.made(`/initiatives/${id}/adoption-series`, {
      name: 'Brugere',
      unitId: unit.id,
      intended: '120',
      targetRate: '0.80',
    });
    expect(series).toMatchObject({ targetRate: '0.8', intended: '120', points: [], version: 1 });
    const set = (version: number, points: unknown) =>
      house.call('PUT', `/adoption-series/${series.id}/points`, { version, body: { points } });
    const first = await set(1, [
      { month: '2025-02-01', actualRate: '0.50' },
      { month: '2025-01-01', actualRate: '0' },
    ]);
    expect(first.body).toMatchObject({
      version: 2,
      points: [
        { month: '2025-01-01', actualRate: '0' },
        { month: '2025-02-01', actualRate: '0.5' },
      ],
    });
    const second = await set(2, [
      { month: '2025-01-01', actualRate: null },
      { month: '2025-03-01', actualRate: '1.1' },
    ]);
    expect(second.body.points.map((point: { month: string }) => point.month)).toEqual(['2025-02-01', '2025-03-01']);
    expect((await set(2, [{ month: '2025-04-01', actualRate: '1' }])).body.changedFields).toEqual(['points']);
    const twice = await set(3, [
      { month: '2025-04-01', actualRate: '1' },
      { month: '2025-04-01', actualRate: '0.9' },
    ]);
    expect(twice.body.errors[0].pointer).toBe('/points/1/month');
    const ahead = await set(3, [{ month: '2099-01-01', actualRate: '1' }]);
    expect([ahead.status, ahead.body.errors[0].pointer]).toEqual([422, '/points/0/month']);
    expect((await set(3, [{ month: '2025-04-15', actualRate: '1' }])).status).toBe(400);
    const entry = (await house.trail(id)).at(-1);
    expect(entry).toMatchObject({ action: 'changed', object_kind: 'adoption_series' });
    expect(entry?.changes.points.to).toHaveLength(2);
  });

  it('is changed and removed by version', async () => {
    const { id } = await house.initiative();
    const series = await house.made(`/initiatives/${id}/adoption-series`, { name: 'Sager', targetRate: '1' });
    const path = `/adoption-series/${series.id}`;
    const changed = await house.call('PATCH', path, { version: 1, body: { targetRate: '0.9' } });
    expect(changed.body).toMatchObject({ name: 'Sager', targetRate: '0.9', version: 2 });
    const aimless = await house.call('PATCH', path, { version: 2, body: { targetRate: '0', intended: '0' } });
    expect(aimless.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      '/intended',
      '/targetRate',
    ]);
    expect((await house.call('PATCH', path, { version: 2, body: { targetRate: '1.5' } })).status).toBe(400);
    const foreign = await house.call('PATCH', path, { version: 2, body: { unitId: neighbours.home.unitId } });
    expect(foreign.body.errors[0].pointer).toBe('/unitId');
    await house.call('PUT', `${path}/points`, {
      version: 2,
      body: { points: [{ month: '2025-01-01', actualRate: '1' }] },
    });
    expect((await house.call('DELETE', path, { version: 2 })).status).toBe(412);
    expect((await house.call('DELETE', path, { version: 3 })).status).toBe(204);
    expect((await house.read(`/initiatives/${id}/adoption-series`)).items).toEqual([]);
    expect((await house.trail(id)).at(-1)?.changes.points.from).toEqual([{ month: '2025-01-01', actualRate: '1' }]);
  });
});
