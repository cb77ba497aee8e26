import { ApiUnderTest } from '../api/api-under-test';
import { LedgerUnderTest } from './finance-fixture';

let api: ApiUnderTest;
let house: LedgerUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  house = await LedgerUnderTest.start(api);
});

describe('a closed month', () => {
  it('keeps its numbers when a measurement is corrected and an amount entered afterwards', async () => {
    const benefit = await house.benefit();
    const first = await house.measure(benefit, '2024-03-31', '7');
    await house.approve(await house.claims());
    await house.settle();
    for (const month of ['2024-01-01', '2024-02-01', '2024-03-01'])
      await house.call('finance', 'POST', '/finance/periods', { month });
    const report = await house.ledger('&closed=2024-03-01');
    expect(report.totals).toMatchObject({
      planned: '30000000',
      realised: '30000000',
      qualityAssured: '30000000',
      budgeted: '0',
      // The rest of the year's plan, which is not due, at the rate of what is.
      plannedYear: '120000000',
      forecast: '120000000',
    });
    const curve = async () => (await house.call('finance', 'GET', '/finance/curve?year=2024&closed=2024-03-01')).body;
    const { items: curveThen } = await curve();
    expect(curveThen.slice(2, 4)).toMatchObject([
      { realisedToDate: report.totals.realised },
      { realisedToDate: null, planned: '10000000' },
    ]);
    expect(curveThen.at(-1)).toMatchObject({ plannedToDate: '120000000', forecastToDate: report.totals.forecast });
    await house.measure(benefit, '2024-03-31', '10.5', { supersedesId: first.id });
    await house.approve(await house.claims('&filter[state]=submitted'));
    await house.climb(benefit.id, { budgeted: 100_000 });
    await house.settle();
    expect((await house.ledger('&closed=2024-03-01')).totals).toEqual(report.totals);
    expect((await curve()).items).toEqual(curveThen);
    const now = await house.ledger();
    expect(now.totals).toMatchObject({ realised: '15000000', qualityAssured: '15000000', budgeted: '10000000' });
    expect(
      (await house.call('finance', 'GET', '/finance/ledger?year=2024&closed=2024-04-01')).body.errors[0].code,
    ).toBe('not_closed');
  });
});
