import type { LedgerItem } from '@hoest/contracts';
import type { FastifyInstance } from 'fastify';
import readExcelFile from 'read-excel-file/node';
import { evaluate, rawSheet } from '../../../apps/api/src/finance/evaluate-workbook.fixture';
import { columnLetters } from '../../../apps/api/src/finance/workbook-file';
import { ApiUnderTest } from '../api/api-under-test';
import { LedgerUnderTest } from './finance-fixture';

const FIGURES = [
  'planned',
  'realised',
  'qualityAssured',
  'budgeted',
  'takenOut',
  'confirmed',
  'variance',
  'plannedYear',
  'forecast',
] as const;
const FIRST_FIGURE = 7;

const kroner = (minor: string) => Number(minor) / 100;

describe('the ledger as a workbook', () => {
  let api: ApiUnderTest;
  let house: LedgerUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    house = await LedgerUnderTest.start(api);
    const benefits = [
      await house.benefit({ title: '=1+1 færre breve', fullYearValueMinor: '120000007' }),
      await house.benefit({ title: 'Lavere porto', fullYearValueMinor: '33333333' }),
    ];
    for (const benefit of benefits) {
      for (const date of ['2024-03-31', '2024-06-30']) await house.measure(benefit, date, '8');
    }
    await house.approve(await house.claims());
    await house.climb(benefits[0]?.id ?? '', { budgeted: 90_000, taken_out: 70_000, confirmed: 50_000 });
    await house.settle();
  });
  afterAll(() => api.stop());

  async function download(query = '', language = 'da') {
    const server = api.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    return server.inject({
      method: 'GET',
      url: `/api/v1/finance/ledger.xlsx?year=2024${query}`,
      headers: { ...house.sessions.auditor.headers, 'accept-language': language },
    });
  }

  it.each(['', '&priceLevel=fixed&priceYear=2024', '&classes=cash'])(
    'read by another program has the figures of the call that reads the ledger: 2024%s',
    async (query) => {
      const reply = await download(query);
      expect(reply.statusCode).toBe(200);
      const ledger = await house.ledger(query);
      const [lines, entries, leakage] = await readExcelFile(reply.rawPayload);
      for (const item of ledger.items as LedgerItem[]) {
        const row = lines?.data.find(([title]) => title === item.title || title === `'${item.title}`);
        expect(FIGURES.map((key, index) => [key, row?.[FIRST_FIGURE + index]])).toEqual(
          FIGURES.map((key) => [key, kroner(item[key])]),
        );
      }
      const total = lines?.data.at(-1);
      expect(FIGURES.map((key, index) => [key, total?.[FIRST_FIGURE + index]])).toEqual(
        FIGURES.map((key) => [key, expect.closeTo(kroner(ledger.totals[key]), 4)]),
      );
      const steps = leakage?.data.find(([name]) => String(name).startsWith('I alt'));
      expect(steps?.[2]).toBeCloseTo(kroner(ledger.totals.leakage.promised), 4);
      const listed = (
        await house.call('auditor', 'GET', '/finance/entries?filter[year][gte]=2024&filter[year][lte]=2024&limit=200')
      ).body.items;
      expect(entries?.data.filter(([recorded]) => recorded instanceof Date)).toHaveLength(listed.length);
      expect(listed.length).toBeGreaterThan(3);
    },
  );

  it('adds up by formulas that give the total when they are calculated anew', async () => {
    const { rawPayload } = await download();
    const ledger = await house.ledger();
    const sheet = await rawSheet(rawPayload, 1);
    const [lines] = await readExcelFile(rawPayload);
    FIGURES.forEach((key, index) => {
      const address = `${columnLetters(FIRST_FIGURE + index)}${lines?.data.length}`;
      expect([key, evaluate(sheet, address)]).toEqual([key, expect.closeTo(kroner(ledger.totals[key]), 4)]);
    });
  });

  it('names the file and its words in the language of the caller, and runs no text as a formula', async () => {
    const danish = await download();
    expect(danish.headers['content-disposition']).toContain('gevinstregnskab-2024.xlsx');
    const english = await download('', 'en');
    expect(english.headers['content-disposition']).toContain('benefit-ledger-2024.xlsx');
    const [lines] = await readExcelFile(english.rawPayload);
    expect(lines?.sheet).toBe('Benefit ledger');
    const titles = lines?.data.map(([title]) => String(title)) ?? [];
    expect(titles).toContain("'=1+1 færre breve");
    const sheet = await rawSheet(english.rawPayload, 1);
    expect([...sheet.formulas.values()].every((formula) => /^(SUBTOTAL\(9,|[A-Z]+\d+-)/.test(formula))).toBe(true);
  });

  it('refuses what the ledger refuses', async () => {
    expect((await download('&closed=2024-06-01')).statusCode).toBe(422);
    expect((await download('&unitId=01976f00-0000-7000-8000-000000000000')).statusCode).toBe(404);
  });
});
