import { LEDGER_FIGURES } from '@hoest/contracts';
import { LEAKAGE_STEPS } from '@hoest/finance';
import { ApiUnderTest } from '../api/api-under-test';
import { ApplicationRole } from './application-role';
import { EVIDENCE, LedgerUnderTest } from './finance-fixture';

const FIGURES = [
  'plannedYear',
  'planned',
  'forecast',
  'realised',
  'surplus',
  'disputed',
  'qualityAssured',
  'budgeted',
  'takenOut',
  'confirmed',
  'variance',
  'qualityAssuredYear',
  'budgetedYear',
  'takenOutYear',
  'confirmedYear',
];

/** The amounts of all lines, one figure: øre with thirds in them, two price years, a disbenefit. */
describe('sums of the ledger', () => {
  let api: ApiUnderTest;
  let house: LedgerUnderTest;
  let application: ApplicationRole;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    application = await ApplicationRole.connect(api);
  });
  afterAll(async () => {
    await application.close();
    await api.stop();
  });
  beforeEach(async () => {
    house = await LedgerUnderTest.start(api);
    await api.owner.query(
      `insert into setting (organisation_id, name, valid_from, value) values ($1, 'price_index', '2024-01-01', '{"source": "KL", "levels": {"2023": "97.3", "2024": "100", "2025": "103.5", "2026": "107.1"}}')`,
      [house.home.organisationId],
    );
  });

  const sum = (amounts: string[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n).toString();
  const MODES = ['&priceLevel=current', '&priceLevel=fixed&priceYear=2026', '&priceLevel=fixed&priceYear=2023'];

  /** Three benefits, measured in part, validated in part. */
  async function threeBenefits() {
    const benefits = [
      await house.benefit({ fullYearValueMinor: '100000001', priceYear: 2023 }),
      await house.benefit({ title: 'Færre breve', fullYearValueMinor: '33333333', priceYear: 2024 }),
      await house.benefit({ title: 'Flere klager', fullYearValueMinor: '7777777', polarity: -1 }),
    ];
    for (const [at, benefit] of benefits.entries()) {
      await house.measure(benefit, '2024-03-31', '7');
      if (at < 2) await house.measure(benefit, '2024-06-30', '9');
      if (at === 0) await house.measure(benefit, '2024-09-30', '3');
    }
    await house.approve(await house.claims());
    await house.climb(benefits[0]!.id, { budgeted: 123_456.75, taken_out: 100_000.25, confirmed: 99_999.5 });
    await house.settle();
    return benefits;
  }

  it('equal their parts for every figure, line by line and month by month, in current and in fixed prices', async () => {
    await threeBenefits();
    const seen = new Set<string>();
    for (const mode of MODES) {
      const { items, totals, unknownPriceYears } = await house.ledger(mode);
      expect([mode, items.length, unknownPriceYears]).toEqual([mode, 3, []]);
      for (const figure of FIGURES) {
        expect([mode, figure, sum(items.map((item: any) => item[figure]))]).toEqual([mode, figure, totals[figure]]);
      }
      for (const step of [...LEAKAGE_STEPS, 'surplus']) {
        expect([mode, step, sum(items.map((item: any) => item.leakage[step]))]).toEqual([
          mode,
          step,
          totals.leakage[step],
        ]);
      }
      const { promised, delayed, notMeasured, disputed, shortfall, realised } = totals.leakage;
      expect(sum([delayed, notMeasured, disputed, shortfall, realised])).toBe(promised);
      for (const figure of LEDGER_FIGURES) {
        const path = `/finance/ledger/months?year=2024&figure=${figure}${mode}`;
        const months = (await house.call('auditor', 'GET', path)).body;
        for (const [at, total] of months.totals.entries()) {
          expect(sum(months.items.map(({ values }: { values: string[] }) => values[at] ?? '0'))).toBe(total);
        }
        const ofYear = { planned: 'plannedYear', qualityAssured: 'qualityAssuredYear' } as Record<string, string>;
        expect([mode, figure, sum(months.totals)]).toEqual([mode, figure, totals[ofYear[figure] ?? figure]]);
      }
      seen.add(totals.plannedYear);
    }
    // Each price level says something of its own, or nothing was proved.
    expect(seen.size).toBe(MODES.length);
  });

  it('are the same in whatever order the same amounts were entered', async () => {
    const kroner = { quality_assured: [300_000.25, 200_000.5], budgeted: [250_000.75, 150_000.25] };
    const totals = [];
    for (const turned of [false, true]) {
      house = await LedgerUnderTest.start(api);
      const benefit = await house.benefit();
      const inOrder = (amounts: number[]) => (turned ? [...amounts].reverse() : amounts);
      const [first = 0, second = 0] = inOrder(kroner.quality_assured);
      const [one = 0, other = 0] = inOrder(kroner.budgeted);
      // Once rung by rung, once each rung as soon as there is room for it.
      if (turned) {
        await house.climb(benefit.id, { quality_assured: first, budgeted: one });
        await house.climb(benefit.id, { quality_assured: second, budgeted: other });
      } else {
        await house.climb(benefit.id, { quality_assured: first });
        await house.climb(benefit.id, { quality_assured: second, budgeted: one });
        await house.climb(benefit.id, { budgeted: other });
      }
      await house.settle();
      totals.push((await house.ledger()).totals);
    }
    expect(totals[1]).toEqual(totals[0]);
    expect(totals[0]).toMatchObject({ qualityAssured: '50000075', budgeted: '40000100' });
  });

  it('never let a rung exceed the rung below, not even for an approval written in SQL', async () => {
    const benefit = await house.benefit();
    await house.climb(benefit.id, { quality_assured: 100 });
    const reported = await house.report([
      {
        benefitId: benefit.id,
        year: 2024,
        rung: 'budgeted',
        amountMinor: '10001',
        budgetVersionId: house.budgetId,
        ...EVIDENCE,
      },
    ]);
    const approve = (amountMinor: number) =>
      application.attempt(
        house.home.organisationId,
        [`update finance_claim set amount_minor = $2 where id = $1`, [reported.body.items[0].id, amountMinor]],
        [
          `update finance_claim set state = 'approved', decided_by = $2, decided_at = now(), booked_month = '2024-12-01', checklist = '{}' where id = $1`,
          [reported.body.items[0].id, house.home.personIds.finance],
        ],
      );
    expect([await approve(10_001), await approve(10_000), await approve(-1)]).toEqual(['23514', null, '23514']);
  });
});
