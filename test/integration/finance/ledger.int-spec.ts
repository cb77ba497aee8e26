import { ApiUnderTest } from '../api/api-under-test';
import { ApplicationRole } from './application-role';
import { EVIDENCE, LedgerUnderTest } from './finance-fixture';

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
});

const QUARTERS = ['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31'];

/** A year measured in full and assured: 1.2 million. */
async function measuredYear() {
  const benefit = await house.benefit();
  for (const date of QUARTERS) await house.measure(benefit, date, '7');
  await house.approve(await house.claims());
  return benefit;
}

/** Runs as the application's role inside the organisation; nothing stays. */
const bySql = (sql: string, parameters: unknown[] = []) =>
  application.attempt(house.home.organisationId, [sql, parameters]);

describe('the ladder', () => {
  it('carries each krone from rung to rung and says where it is', async () => {
    const benefit = await measuredYear();
    await house.climb(benefit.id, { budgeted: 900_000, taken_out: 700_000, confirmed: 500_000 });
    await house.settle();
    const { items, totals, through } = await house.ledger();
    expect(through).toBe('2024-12-01');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      planned: '120000000',
      realised: '120000000',
      qualityAssured: '120000000',
      budgeted: '90000000',
      takenOut: '70000000',
      confirmed: '50000000',
      variance: '0',
      status: { code: 'voucher_missing', amount: '20000000' },
    });
    expect(totals.leakage).toEqual({
      promised: '120000000',
      delayed: '0',
      notMeasured: '0',
      disputed: '0',
      shortfall: '0',
      realised: '120000000',
      budgeted: '90000000',
      takenOut: '70000000',
      confirmed: '50000000',
      surplus: '0',
    });
  });

  it('refuses an amount above the rung below, above the estimate, and a reversal below the rung above', async () => {
    const benefit = await measuredYear();
    await house.climb(benefit.id, { budgeted: 900_000, taken_out: 700_000 });
    const attempt = async (rung: string, kroner: number) => {
      const reported = await house.report([
        {
          benefitId: benefit.id,
          year: 2024,
          rung,
          amountMinor: `${kroner * 100}`,
          budgetVersionId: house.budgetId,
          ...EVIDENCE,
        },
      ]);
      return (await house.approve(reported.body.items))[0].problem;
    };
    expect(await attempt('taken_out', 300_000)).toMatchObject({
      code: 'above_lower_rung',
      detail: expect.stringMatching(/200\.000,00\skr\./),
    });
    expect((await attempt('quality_assured', 1)).code).toBe('above_estimate');
    expect((await attempt('budgeted', -300_000)).code).toBe('below_higher_rung');
    expect((await attempt('confirmed', -1)).code).toBe('more_than_entered');
  });

  it('comes back to the former totals, to the øre, when an entry is reversed', async () => {
    const benefit = await measuredYear();
    await house.climb(benefit.id, { budgeted: 900_000.37 });
    await house.settle();
    const before = (await house.ledger()).totals;
    await house.climb(benefit.id, { budgeted: 100_000.01 });
    const { body } = await house.call(
      'finance',
      'GET',
      `/finance/entries?filter[benefitId]=${benefit.id}&filter[rung]=budgeted`,
    );
    const [entry] = body.items;
    expect(entry).toMatchObject({
      amountMinor: '10000001',
      enteredByName: 'Person project_manager',
      validatedByName: 'Person finance',
    });
    const asked = await house.call('project_manager', 'POST', `/finance/entries/${entry.id}/reversals`, {
      reason: 'Forkert konto',
    });
    expect(asked.body).toMatchObject({ amountMinor: '-10000001', state: 'submitted', reversesEntryId: entry.id });
    const twice = await house.call('project_manager', 'POST', `/finance/entries/${entry.id}/reversals`, {
      reason: 'Igen',
    });
    expect(twice.body.errors[0].code).toBe('reversal_waits');
    expect((await house.approve([asked.body]))[0].outcome).toBe('approved');
    expect((await house.ledger()).totals).toEqual(before);
    const after = await house.call('finance', 'GET', `/finance/entries?filter[benefitId]=${benefit.id}`);
    expect(after.body.items[0]).toMatchObject({ amountMinor: '-10000001', reversesId: entry.id });
  });

  it('counts no disputed krone as realised, in the ledger, in its forecast and in the curve', async () => {
    const benefit = await house.benefit();
    for (const date of QUARTERS) await house.measure(benefit, date, '7');
    const claims = await house.claims();
    const [, second] = claims.sort((a, b) => (a.monthFrom < b.monthFrom ? -1 : 1));
    await house.settle();
    const [answer] = await house.validate([
      { claimId: second.id, version: second.version, outcome: 'dispute', reason: 'Talt to gange' },
    ]);
    expect(answer.outcome).toBe('disputed');
    const { totals } = await house.ledger();
    expect(totals).toMatchObject({ realised: '90000000', disputed: '30000000', forecast: '90000000' });
    const curve = (await house.call('finance', 'GET', '/finance/curve?year=2024')).body;
    expect(curve.items.map(({ realised }: { realised: string }) => realised)).toEqual([
      ...Array(3).fill('10000000'),
      ...Array(3).fill('0'),
      ...Array(6).fill('10000000'),
    ]);
    expect(curve.items.at(-1)).toMatchObject({ realisedToDate: totals.realised, forecastToDate: totals.forecast });
  });

  it('grants no krone of a pool twice', async () => {
    const { organisationId } = house.home;
    const benefits = [await house.benefit(), await house.benefit()];
    const pool = await house.call('portfolio_office', 'POST', '/benefit-pools', {
      name: 'Porto',
      costBase: '6.45.51',
      measure: null,
      periodFrom: '2024-01-01',
      periodTo: '2024-12-31',
      removablePerMonthMinor: '10000000',
      shares: [],
    });
    expect([pool.status, pool.body.errors]).toEqual([201, undefined]);
    await api.owner.query(`update benefit set pool_id = $2 where organisation_id = $1`, [organisationId, pool.body.id]);
    const reported = await house.report(
      benefits.map(({ id }) => ({
        benefitId: id,
        year: 2024,
        rung: 'quality_assured',
        amountMinor: '70000000',
        ...EVIDENCE,
      })),
    );
    const answers = await house.approve(reported.body.items);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    expect(answers[0].problem.code).toBe('above_estimate');
    await house.settle();
    const warnings = await house.call('finance', 'GET', '/finance/double-countings?year=2024');
    expect(warnings.body.items).toContainEqual(
      expect.objectContaining({ kind: 'pool_overclaimed', claimed: '240000000', removable: '120000000' }),
    );
  });

  it('misses no voucher while the grace of the month runs', async () => {
    const benefit = await measuredYear();
    await house.climb(benefit.id, { budgeted: 900_000 });
    await house.settle();
    const closing = await house.call('finance', 'POST', '/finance/periods', { month: '2024-01-01' });
    expect([closing.status, closing.body.errors]).toEqual([201, undefined]);
    // As closed on 31 January nothing is past its grace; today the whole year is.
    const then = await house.ledger('&closed=2024-01-01');
    expect(then.items[0].status.code).not.toBe('voucher_missing');
    expect((await house.ledger()).items[0].status).toMatchObject({ code: 'voucher_missing', amount: '90000000' });
  });

  it('shows the same sums in fixed prices, part by part, and names years the index does not know', async () => {
    const benefit = await measuredYear();
    await house.climb(benefit.id, { budgeted: 900_000 });
    await house.settle();
    const unknown = await house.ledger('&priceLevel=fixed&priceYear=2026');
    expect(unknown.unknownPriceYears).not.toEqual([]);
    await api.owner.query(
      `insert into setting (organisation_id, name, valid_from, value) values ($1, 'price_index', '2024-01-01', '{"source": "KL", "levels": {"2024": "100", "2025": "103.5", "2026": "107.1"}}')`,
      [house.home.organisationId],
    );
    const fixed = await house.ledger('&priceLevel=fixed&priceYear=2026');
    expect(fixed).toMatchObject({ priceYear: 2026, unknownPriceYears: [], totals: { budgeted: '96390000' } });
    const months = await house.call(
      'finance',
      'GET',
      '/finance/ledger/months?year=2024&figure=planned&priceLevel=fixed&priceYear=2026',
    );
    const sum = months.body.totals.reduce((total: bigint, value: string) => total + BigInt(value), 0n);
    expect(sum.toString()).toBe(fixed.totals.plannedYear);
  });
});

describe('what is decided', () => {
  it('changes by no route, and says how to do it right', async () => {
    const benefit = await measuredYear();
    const [claim] = await house.claims();
    const changed = await house.call(
      'project_manager',
      'PATCH',
      `/finance/claims/${claim.id}`,
      { amountMinor: '1' },
      claim.version,
    );
    expect(changed.status).toBe(422);
    expect(changed.body.errors[0]).toMatchObject({
      code: 'claim_decided',
      detail: expect.stringContaining('rettelse'),
    });
    const again = await house.validate([
      { claimId: claim.id, version: claim.version, outcome: 'dispute', reason: 'For sent' },
    ]);
    expect(again[0].problem.code).toBe('decided');
    const read = await house.call('project_manager', 'GET', `/benefits/${benefit.id}`);
    const plan = await house.call(
      'project_manager',
      'PATCH',
      `/benefits/${benefit.id}`,
      { fullYearValueMinor: '1' },
      read.body.version,
    );
    expect(plan.body.errors[0]).toMatchObject({
      code: 'plan_frozen',
      params: { remedy: `/benefits/${benefit.id}/plan-versions` },
    });
  });

  it('changes not even by SQL as the application’s own role', async () => {
    const benefit = await measuredYear();
    const of = house.home.organisationId;
    expect(await bySql(`update finance_claim set amount_minor = 1 where organisation_id = $1`, [of])).toBe('HA004');
    expect(await bySql(`delete from finance_claim where organisation_id = $1`, [of])).toBe('HA004');
    expect(await bySql(`update finance_entry set amount_minor = 1 where organisation_id = $1`, [of])).toBe('42501');
    expect(await bySql(`delete from finance_entry where organisation_id = $1`, [of])).toBe('42501');
    expect(
      await bySql(`insert into finance_entry select * from finance_entry where organisation_id = $1 limit 1`, [of]),
    ).toBe('42501');
    expect(await bySql(`update finance_balance set confirmed_minor = 1 where organisation_id = $1`, [of])).toBe(
      '42501',
    );
    expect(await bySql(`update plan_version set full_year_value_minor = 1 where organisation_id = $1`, [of])).toBe(
      'HA001',
    );
    expect(await bySql(`update plan_point set value = 0 where organisation_id = $1`, [of])).toBe('HA001');
    const slipped = `insert into plan_point (organisation_id, plan_version_id, measure_id, due_on, value)
      select organisation_id, plan_version_id, measure_id, '2026-01-01', 0 from plan_point where organisation_id = $1 limit 1`;
    expect(await bySql(slipped, [of])).toBe('HA001');
    expect(
      await bySql(`update benefit set class = 'quality', monetised = true where id = $1`, [benefit.id]),
    ).toBeNull();
    await house.climb(benefit.id, { budgeted: 10 });
    expect(await bySql(`update benefit set class = 'quality' where id = $1`, [benefit.id])).toBe('HA003');
  });

  it('cannot be approved by its own reporter, whoever writes', async () => {
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '7');
    const approve = (who: string) =>
      bySql(
        `update finance_claim set state = 'approved', decided_by = $2, decided_at = now(), booked_month = '2024-03-01', checklist = '{}' where organisation_id = $1`,
        [house.home.organisationId, who],
      );
    expect(await approve(house.home.personIds.project_manager)).toBe('23514');
    expect(await approve(house.home.personIds.leader)).toBe('HA005');
    expect(await approve(house.home.personIds.finance)).toBeNull();
  });
});

describe('a closed month', () => {
  const close = (month: string, role: 'finance' | 'leader' = 'finance') =>
    house.call(role, 'POST', '/finance/periods', { month });

  it('is closed in turn, by finance, when it is over', async () => {
    await measuredYear();
    await house.settle();
    expect((await house.call('leader', 'GET', '/finance/periods')).body).toMatchObject({
      items: [],
      next: '2024-01-01',
    });
    expect((await close('2024-01-01', 'leader')).status).toBe(403);
    expect((await close('2024-01-01')).body).toMatchObject({ month: '2024-01-01', closedByName: 'Person finance' });
    expect((await close('2024-01-01')).body.errors[0].code).toBe('period_closed');
    expect((await close('2024-03-01')).body.errors[0].code).toBe('period_out_of_turn');
    expect((await house.call('leader', 'GET', '/finance/periods')).body).toMatchObject({ next: '2024-02-01' });
  });

  it('takes no entry any more; what comes later is booked in an open month', async () => {
    const benefit = await measuredYear();
    await house.settle();
    for (const month of ['2024-01-01', '2024-02-01', '2024-03-01']) expect((await close(month)).status).toBe(201);
    const reported = await house.report([
      {
        benefitId: benefit.id,
        year: 2024,
        monthFrom: '2024-01-01',
        monthTo: '2024-02-01',
        rung: 'budgeted',
        amountMinor: '20000000',
        budgetVersionId: house.budgetId,
        ...EVIDENCE,
      },
    ]);
    const [refused] = await house.approve(reported.body.items, { bookedMonth: '2024-02-01' });
    expect(refused.problem).toMatchObject({ code: 'period_closed', detail: expect.stringContaining('2024-04') });
    const [approved] = await house.approve(reported.body.items);
    expect(approved.claim).toMatchObject({ bookedMonth: '2024-04-01', monthFrom: '2024-01-01', monthTo: '2024-02-01' });
    const forged = `update finance_claim set state = 'approved', decided_by = $2, decided_at = now(), booked_month = '2024-02-01', checklist = '{}' where organisation_id = $1 and state = 'submitted'`;
    await house.report([
      { benefitId: benefit.id, year: 2024, rung: 'quality_assured', amountMinor: '-100', ...EVIDENCE },
    ]);
    expect(await bySql(forged, [house.home.organisationId, house.home.personIds.finance])).toBe('HA002');
    expect(await bySql(`delete from finance_period where organisation_id = $1`, [house.home.organisationId])).toBe(
      '42501',
    );
    const slipped = `insert into finance_period_figure select organisation_id, closed_month, benefit_id, '2025-01-01', 1, 1, status, due, delayed, 0, 0, 0, 0, 0
      from finance_period_figure where organisation_id = $1 limit 1`;
    expect(await bySql(slipped, [house.home.organisationId])).toBe('HA002');
  });
});

describe('a benefit that came approved from a file', () => {
  it('has its plan frozen when its realisation begins, and not only in name', async () => {
    const imported = await house.call('project_manager', 'POST', `/initiatives/${house.initiativeId}/benefits`, {
      title: 'Lavere udgift til porto',
      class: 'cash_releasing',
      fullYearValueMinor: '50000000',
      measure: {
        name: 'Breve',
        unit: 'stk.',
        direction: 'down',
        frequency: 'quarter',
        baseline: { value: '100', measuredOn: '2023-12-01', evidenceKind: 'count' },
        targetPoints: [{ dueOn: '2024-07-01', value: '0' }],
      },
    });
    await api.owner.query(`update benefit set state = 'approved' where id = $1`, [imported.body.id]);
    const moved = await house.call(
      'leader',
      'POST',
      `/benefits/${imported.body.id}/state-moves`,
      { to: 'in_realisation' },
      imported.body.version,
    );
    expect(moved.body).toMatchObject({ state: 'in_realisation', frozenOn: '2024-01-01' });
    expect(moved.body.planVersions.at(-1)).toMatchObject({ kind: 'frozen_at_go_live', fullYearValueMinor: '50000000' });
    const changed = await house.call(
      'project_manager',
      'PATCH',
      `/benefits/${imported.body.id}`,
      { fullYearValueMinor: '1' },
      moved.body.version,
    );
    expect(changed.body.errors[0].code).toBe('plan_frozen');
  });
});
