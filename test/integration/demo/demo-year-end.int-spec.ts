import { type LedgerLine, ledgerLine, LEAKAGE_STEPS, rungOf, sumLines } from '@hoest/finance';
import {
  createDataSource,
  Database,
  type LedgerFactsRow,
  readHarvest,
  readLedgerFacts,
  systemCaller,
} from '@hoest/persistence';
import { createTestDatabase, type TestDatabase } from '@hoest/testing';
import type { DataSource } from 'typeorm';
import { loadDemo } from '../../../tools/demo/demo-run';

const TODAY = '2026-11-24';
const YEARS = [2024, 2025, 2026];

/** A row's line in the prices everything is stated in. */
function lineOf(row: LedgerFactsRow, through: string): LedgerLine {
  return ledgerLine({
    polarity: row.polarity,
    months: row.months.map((month) => ({ ...month, planned: BigInt(month.planned), realised: BigInt(month.realised) })),
    amounts: row.amounts.map((amount) => ({
      ...amount,
      rung: amount.rung === 'disputed' ? amount.rung : rungOf(amount.rung),
      amountMinor: BigInt(amount.amountMinor),
    })),
    through,
  });
}

/** Every krone promised stands in exactly one step, and what is secured is nested. */
function expectToAddUp({ leakage }: LedgerLine): void {
  const { promised, delayed, notMeasured, disputed, shortfall, realised } = leakage;
  expect(delayed + notMeasured + disputed + shortfall + realised).toBe(promised);
}

describe('the year end of Åstrup Kommune', () => {
  let test: TestDatabase;
  let dataSource: DataSource;
  let database: Database;
  let organisationId = 0;
  const read = <T>(work: Parameters<typeof database.transaction<T>>[2]) =>
    database.transaction(systemCaller(organisationId, 'test'), {}, work);
  const ledger = (year: number, closed: string | null = null) => {
    const endOfYear = `${year}-12-31`;
    return read((tx) =>
      readLedgerFacts(tx, {
        firstMonth: `${year}-01-01`,
        lastMonth: `${year}-12-01`,
        asOf: endOfYear < TODAY ? endOfYear : TODAY,
        unitId: null,
        currency: 'DKK',
        classes: null,
        closed,
      }),
    );
  };
  const through = (year: number) => (year === 2026 ? '2026-10-01' : `${year}-12-01`);

  beforeAll(async () => {
    test = await createTestDatabase();
    await loadDemo(test, { seed: 'hoest', referenceDate: TODAY, kind: 'aastrup' }, () => undefined);
    dataSource = createDataSource({
      url: test.appUrl,
      poolSize: 2,
      statementTimeoutMs: 60_000,
      applicationName: 'year-end',
    });
    await dataSource.initialize();
    database = new Database(dataSource);
    const [organisation] = await database.lookUp<{ id: number }>(
      `select min(organisation_id) as id from every_organisation()`,
    );
    organisationId = organisation?.id ?? 0;
  }, 180_000);

  afterAll(async () => {
    await dataSource.destroy();
    await test.drop();
  });

  it.each(YEARS)('says of each krone promised in %i where it is', async (year) => {
    const rows = await ledger(year);
    expect(rows.length).toBeGreaterThan(2);
    const lines = rows.map((row) => ({ row, line: lineOf(row, through(year)) }));
    for (const { row, line } of lines) {
      expectToAddUp(line);
      if (row.polarity !== 1) continue;
      const { realised, budgeted, takenOut, confirmed } = line.leakage;
      expect(realised >= budgeted && budgeted >= takenOut && takenOut >= confirmed && confirmed >= 0n).toBe(true);
    }
    const administrations = [...Map.groupBy(lines, ({ row }) => row.groupId).values()].map((group) =>
      sumLines(group.map(({ line }) => line)),
    );
    for (const administration of administrations) expectToAddUp(administration);
    const total = sumLines(lines.map(({ line }) => line));
    expectToAddUp(total);
    for (const step of LEAKAGE_STEPS) {
      expect(administrations.reduce((sum, { leakage }) => sum + leakage[step], 0n)).toBe(total.leakage[step]);
    }
    expect(total.leakage.takenOut).toBeGreaterThan(0n);
    expect(total.leakage.confirmed).toBeGreaterThan(0n);
  });

  it('comes to what the overview has harvested that day', async () => {
    const { leakage } = sumLines((await ledger(2026)).map((row) => lineOf(row, through(2026))));
    const harvest = await read(async (tx) => {
      const [top] = await tx.query<{ id: string }>(
        `select id from unit where organisation_id = $1 and parent_id is null`,
        [organisationId],
      );
      const question = { currency: 'DKK', today: TODAY, firstMonth: '2026-01-01', lastMonth: '2026-12-01' };
      return readHarvest(tx, { ...question, unitId: top?.id ?? '' });
    });
    expect(leakage.disputed).toBeGreaterThan(0n);
    expect({
      promised: leakage.promised.toString(),
      delayed: leakage.delayed.toString(),
      notMeasured: leakage.notMeasured.toString(),
      shortfall: leakage.shortfall.toString(),
      realised: (leakage.realised + leakage.disputed).toString(),
      surplus: leakage.surplus.toString(),
    }).toEqual({
      promised: harvest.promised,
      delayed: harvest.delayed,
      notMeasured: harvest.notMeasured,
      shortfall: harvest.shortfall,
      realised: harvest.realised,
      surplus: harvest.surplus,
    });
  });

  it('has an entry behind every approved amount, and sums that are their sums', async () => {
    const [counts] = await read((tx) =>
      tx.query<{ approved: number; entries: number; reversals: number; unlike: number }>(
        `select (select count(*) from finance_claim where organisation_id = $1 and state = 'approved')::int as approved,
           (select count(*) from finance_entry where organisation_id = $1)::int as entries,
           (select count(*) from finance_entry where organisation_id = $1 and reverses_id is not null)::int as reversals,
           (select count(*) from finance_balance b cross join lateral (
               select coalesce(sum(amount_minor) filter (where rung = 1), 0) as assured, coalesce(sum(amount_minor) filter (where rung = 2), 0) as budgeted,
                 coalesce(sum(amount_minor) filter (where rung = 3), 0) as taken_out, coalesce(sum(amount_minor) filter (where rung = 4), 0) as confirmed
               from finance_entry e where e.organisation_id = b.organisation_id and e.benefit_id = b.benefit_id and e.year = b.year) s
             where b.organisation_id = $1 and (b.quality_assured_minor, b.budgeted_minor, b.taken_out_minor, b.confirmed_minor)
               is distinct from (s.assured, s.budgeted, s.taken_out, s.confirmed))::int as unlike`,
        [organisationId],
      ),
    );
    expect(counts).toEqual({ approved: expect.any(Number), entries: counts?.approved, reversals: 1, unlike: 0 });
    expect(counts?.approved).toBeGreaterThan(300);
  });

  it('budgeted more than came of one gain that nobody measures any more', async () => {
    const row = (await ledger(2026)).find(({ title }) => title === 'Lavere licensudgift: gammel journal udfaset');
    const line = row && lineOf(row, through(2026));
    expect(line && line.budgeted > line.realised).toBe(true);
    expect(line?.leakage.notMeasured).toBeGreaterThan(0n);
  });

  it('keeps what a closing said, whatever finance decided later', async () => {
    const closed = await read((tx) =>
      tx.query<{ month: string; figures: number }>(
        `select p.month, count(f.benefit_id)::int as figures from finance_period p
           left join finance_period_figure f on f.organisation_id = p.organisation_id and f.closed_month = p.month
         where p.organisation_id = $1 group by p.month order by p.month`,
        [organisationId],
      ),
    );
    expect(closed.map(({ month }) => month).at(-1)).toBe('2026-09-01');
    expect(closed).toHaveLength(33);
    for (const { figures } of closed) expect(figures).toBeGreaterThan(0);
    const then = sumLines((await ledger(2025, '2025-12-01')).map((row) => lineOf(row, '2025-12-01')));
    const now = sumLines((await ledger(2025)).map((row) => lineOf(row, '2025-12-01')));
    expectToAddUp(then);
    expect(then.confirmed).toBeLessThan(now.confirmed);
    expect(then.qualityAssured).toBeLessThan(now.qualityAssured);
    expect(then.leakage.disputed).toBe(0n);
  });
});
