import { ApiUnderTest } from '../api/api-under-test';
import { type CostSaving, sendCostSavings } from './send-cost-savings';
import { describeWithData, sharedFile } from './shared-data';

describeWithData('realised savings sent by an outside program', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  it('add up per fiscal year to what was published, a reported zero kept apart from a missing year', async () => {
    const home = await api.organisation('Education');
    const as = await home.token('portfolio_office', ['write']);
    const send = async (method: string, path: string, body?: unknown) => {
      const reply = await api.call(method, path, { as, body, key: null });
      if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.text}`);
      return reply.body;
    };
    const { strategies } = JSON.parse(
      sharedFile('us-ed-costsavings', 'us-ed-costsavings-first20.json').toString('utf8'),
    ) as { strategies: CostSaving[] };
    const ids = await sendCostSavings(send, home.unitId, strategies);
    expect(ids).toHaveLength(20);

    const cents = new Map<string, bigint>();
    let zeros = 0;
    for (const [index, id] of ids.entries()) {
      const { items, unit } = await send('GET', `/benefits/${id}/series`);
      expect(unit).toEqual({ kind: 'money', currency: 'USD' });
      const reported = Object.keys(strategies[index]!)
        .filter((key) => /^fy\d{4}$/.test(key))
        .map((key) => key.slice(2));
      const measured = items.filter((item: any) => item.status === 'measured');
      expect([...new Set(measured.map((item: any) => item.month.slice(0, 4)))].sort()).toEqual(reported.sort());
      zeros += measured.filter((item: any) => item.realised === '0').length;
      for (const { month, realised } of measured) {
        cents.set(month.slice(0, 4), (cents.get(month.slice(0, 4)) ?? 0n) + BigInt(realised));
      }
    }
    expect(Object.fromEntries([...cents].sort())).toMatchObject({
      2012: 476900000n,
      2013: 259500000n,
      2014: 793500000n,
      2015: 639100000n,
      2016: 710620000n,
      2017: 2461350000n,
      2018: 1609990000n,
      2019: 33050000n,
    });
    expect([...cents.values()].reduce((sum, value) => sum + value, 0n)).toBe(6984010000n);
    expect(zeros).toBeGreaterThan(0);
  }, 120_000);
});
