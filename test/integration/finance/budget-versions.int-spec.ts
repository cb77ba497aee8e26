import { randomUUID } from 'node:crypto';
import { createDataSource, Database, systemCaller } from '@hoest/persistence';
import { ApiUnderTest } from '../api/api-under-test';
import { PortfolioUnderTest } from '../portfolio/portfolio-fixture';

describe('budget versions', () => {
  let api: ApiUnderTest;
  let house: PortfolioUnderTest;
  let neighbours: PortfolioUnderTest;
  let database: Database;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    neighbours = await PortfolioUnderTest.start(api, 'Naboby');
    const dataSource = createDataSource({
      url: api.urls.appUrl,
      poolSize: 2,
      statementTimeoutMs: 5000,
      applicationName: 'test',
    });
    database = new Database(await dataSource.initialize());
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await api.stop();
  });
  beforeEach(async () => {
    house = await PortfolioUnderTest.start(api);
  });

  const PATH = '/finance/budget-versions';
  const budget = (changes: object = {}) => ({
    name: 'Budget 2026',
    year: 2026,
    kind: 'original',
    adoptedOn: '2025-10-09',
    ...changes,
  });
  const add = (changes: object = {}) => house.made(PATH, budget(changes), house.as.finance);
  const fault = async (changes: object) => {
    const reply = await house.call('POST', PATH, { as: house.as.finance, body: budget(changes) });
    return [
      reply.status,
      ...(reply.body.errors ?? []).map((one: { pointer: string; code: string }) => [one.pointer, one.code]),
    ];
  };
  /** A claim that names the budget, written as the owner. */
  async function claim(budgetVersionId: string): Promise<void> {
    const { id } = await house.initiative();
    const benefitId = await house.benefit(id);
    await api.owner.query(
      `insert into finance_claim (organisation_id, benefit_id, year, month_from, month_to, rung, amount_minor, currency, price_year, budget_version_id, proposed_by)
       values ($1, $2, 2026, '2026-01-01', '2026-03-01', 2, 100, 'DKK', 2026, $3, $4)`,
      [house.organisationId, benefitId, budgetVersionId, house.home.personIds.finance],
    );
  }

  it('are listed by year, each with its estimate years', async () => {
    await add({ name: 'Budget 2025', year: 2025, adoptedOn: '2024-10-08' });
    const made = await add();
    await add({ name: 'Tillægsbevilling maj 2026', kind: 'supplementary', adoptedOn: '2026-05-28' });
    expect(made).toMatchObject({ year: 2026, years: [2026, 2027, 2028, 2029], claims: 0, version: 1 });
    const { items } = await house.read(PATH);
    expect(items.map(({ name }: { name: string }) => name)).toEqual([
      'Tillægsbevilling maj 2026',
      'Budget 2026',
      'Budget 2025',
    ]);
    expect((await neighbours.read(PATH)).items).toEqual([]);
    expect((await house.trail(made.id)).map(({ action }) => action)).toEqual(['added']);
  });

  it('are corrected while no claim names them, by version', async () => {
    const made = await add();
    const path = `${PATH}/${made.id}`;
    const change = (version: number, body: object) =>
      house.call('PATCH', path, { as: house.as.finance, version, body });
    const changed = await change(1, { adoptedOn: '2025-10-10' });
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { adoptedOn: '2025-10-10', name: 'Budget 2026', version: 2 },
    ]);
    expect((await change(1, { name: 'Andet' })).status).toBe(412);
    expect((await change(2, { year: 2030 })).body.errors[0]).toMatchObject({ code: 'other_budget_year' });
    await claim(made.id);
    const refused = await change(2, { name: 'Andet' });
    expect([refused.status, refused.body.code]).toEqual([409, 'append_only']);
    expect((await house.read(PATH)).items[0]).toMatchObject({ name: 'Budget 2026', claims: 1 });
  });

  it('do not change by SQL either once a claim names them', async () => {
    const [unused, used] = [await add(), await add({ name: 'Brugt' })];
    await claim(used.id);
    const change = (id: string) =>
      database.transaction(systemCaller(house.organisationId, 'test'), {}, (tx) =>
        tx.query(`update budget_version set year = 2031 where organisation_id = $1 and id = $2`, [
          tx.organisationId,
          id,
        ]),
      );
    await expect(change(unused.id)).resolves.toBeDefined();
    await expect(change(used.id)).rejects.toMatchObject({ driverError: { code: 'HA001' } });
  });

  it('are refused field by field', async () => {
    await add();
    expect(await fault({})).toEqual([409, ['/name', 'taken']]);
    expect(await fault({ name: 'Nyt', adoptedOn: '2999-01-01' })).toEqual([422, ['/adoptedOn', 'in_future']]);
    expect(await fault({ name: 'Nyt', adoptedOn: '2024-12-31' })).toEqual([422, ['/adoptedOn', 'other_budget_year']]);
    expect(await fault({ name: ' ', kind: 'draft' })).toEqual([
      400,
      ['/name', 'too_small'],
      ['/kind', 'invalid_value'],
    ]);
  });

  it('are kept by finance and the office for the whole organisation', async () => {
    for (const role of ['leader', 'project_manager', 'auditor'] as const)
      expect([role, (await house.call('POST', PATH, { as: house.as[role], body: budget() })).status]).toEqual([
        role,
        403,
      ]);
    const made = await add();
    await house.limit('finance', house.home.unitId);
    expect((await house.call('POST', PATH, { as: house.as.finance, body: budget({ name: 'Nyt' }) })).status).toBe(403);
    const change = { version: 1, body: { name: 'Nyt' } };
    expect((await house.call('PATCH', `${PATH}/${made.id}`, { as: house.as.finance, ...change })).status).toBe(403);
    expect((await neighbours.call('PATCH', `${PATH}/${made.id}`, change)).status).toBe(404);
    expect((await house.call('PATCH', `${PATH}/${randomUUID()}`, change)).status).toBe(404);
  });
});
