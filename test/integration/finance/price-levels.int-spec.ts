import { createDataSource, Database, readPriceLevels, systemCaller } from '@hoest/persistence';
import { ApiUnderTest, type TestOrganisation } from '../api/api-under-test';

/** What later reports build on: the levels as a day knew them. */
describe('price levels in force', () => {
  let api: ApiUnderTest;
  let database: Database;
  let home: TestOrganisation;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const dataSource = createDataSource({
      url: api.urls.appUrl,
      poolSize: 2,
      statementTimeoutMs: 5000,
      applicationName: 'test',
    });
    database = new Database(await dataSource.initialize());
    home = await api.organisation();
    const neighbours = await api.organisation('Naboby');
    await estimate(neighbours, '2020-01-01', { 2024: '1', 2025: '9' });
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await api.stop();
  });

  const estimate = (organisation: TestOrganisation, validFrom: string, levels: Record<number, string>, version = 1) =>
    api.owner.query(
      `insert into setting (organisation_id, name, valid_from, version, value) values ($1, 'price_index', $2, $3, $4)`,
      [organisation.organisationId, validFrom, version, JSON.stringify({ levels, source: 'KL' })],
    );
  const levelsAsOf = (asOf?: string) =>
    database.transaction(systemCaller(home.organisationId, 'test'), { readOnly: true }, (tx) =>
      readPriceLevels(tx, asOf),
    );

  it('are none before the first estimate, so that nothing can be converted', async () => {
    expect(await levelsAsOf()).toEqual({});
  });

  it('are those of the latest estimate of the day; a later one does not rewrite what the day knew', async () => {
    await estimate(home, '2025-02-01', { 2024: '100', 2025: '103.5' });
    await estimate(home, '2026-02-01', { 2024: '100', 2025: '103.4', 2026: '107' });
    await estimate(home, '2999-01-01', { 2024: '1', 2025: '2' });
    expect(await levelsAsOf('2025-01-31')).toEqual({});
    expect(await levelsAsOf('2025-02-01')).toEqual({ 2024: '100', 2025: '103.5' });
    expect(await levelsAsOf('2026-01-31')).toEqual({ 2024: '100', 2025: '103.5' });
    expect(await levelsAsOf()).toEqual({ 2024: '100', 2025: '103.4', 2026: '107' });
  });

  it('are never rewritten, by nobody; what was typed wrongly is recorded again for the day', async () => {
    await estimate(home, '2026-03-01', { 2025: '1', 2026: '9' });
    await estimate(home, '2026-03-01', { 2025: '1', 2026: '1.05' }, 2);
    expect(await levelsAsOf()).toEqual({ 2025: '1', 2026: '1.05' });
    for (const change of [`update setting set value = '{}'`, `delete from setting`]) {
      const attempt = database.transaction(systemCaller(home.organisationId, 'test'), {}, (tx) => tx.query(change));
      await expect(attempt).rejects.toMatchObject({ driverError: { code: 'HA001' } });
    }
  });
});
