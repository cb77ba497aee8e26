import { ApiUnderTest } from '../api/api-under-test';
import { ApplicationRole } from './application-role';
import { EVIDENCE, LedgerUnderTest, PASSED } from './finance-fixture';

/** Must-show 2: a frozen plan, a validated amount and a closed month change by no route, nor by SQL as the application's role. */
describe('what is decided', () => {
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

  type Role = Parameters<LedgerUnderTest['call']>[0];
  interface Attempt {
    as: Role;
    method: string;
    path: string;
    body: object;
    version?: number;
  }

  /** What the attempt is told, at which field, in both languages; the texts must name a way that leads on. */
  async function told({ as, method, path, body, version }: Attempt) {
    const ask = (language: string) =>
      api.call(method, path, {
        as: house.sessions[as],
        body,
        headers: { 'accept-language': language },
        ...(version !== undefined && { version }),
      });
    const [da, en] = [await ask('da'), await ask('en')];
    expect([path, da.status, en.status]).toEqual([path, 422, 422]);
    const [fault] = da.body.errors;
    return { at: fault.pointer, code: fault.code, da: fault.detail as string, en: en.body.errors[0].detail as string };
  }
  const bySql = (sql: string, parameters: unknown[] = [house.home.organisationId]) =>
    application.attempt(house.home.organisationId, [sql, parameters]);
  const read = async (id: string) => (await house.call('auditor', 'GET', `/benefits/${id}`)).body;
  async function validated() {
    const benefit = await house.benefit({ priceYear: 2024 });
    await house.measure(benefit, '2024-03-31', '7');
    await house.approve(await house.claims());
    return benefit;
  }

  it('– a frozen plan – answers every route with the decision that re-baselines it', async () => {
    const benefit = await house.benefit();
    const { version, measures } = await read(benefit.id);
    const before = await read(benefit.id);
    const [measure] = measures;
    const fields = [
      { fullYearValueMinor: '1' },
      { attribution: '0.5' },
      { startsOn: '2025-01-01' },
      { endsOn: '2026-12-31' },
      { polarity: -1 },
      { currency: 'EUR' },
      { priceYear: 2020 },
      { monetised: false },
    ];
    const attempts: Attempt[] = [
      ...fields.map((body) => ({
        as: 'leader' as const,
        method: 'PATCH',
        path: `/benefits/${benefit.id}`,
        body,
        version,
      })),
      {
        as: 'project_manager',
        method: 'PUT',
        path: `/measures/${measure.id}/target-points`,
        body: { points: [{ dueOn: '2024-01-01', value: '13' }] },
        version: measure.version,
      },
      {
        as: 'project_manager',
        method: 'PATCH',
        path: `/measures/${measure.id}`,
        body: { direction: 'up' },
        version: measure.version,
      },
      {
        as: 'leader',
        method: 'POST',
        path: `/benefits/${benefit.id}/state-moves`,
        body: { to: 'approved', reason: 'Vi vil love mindre' },
        version,
      },
    ];
    for (const attempt of attempts) {
      const answer = await told(attempt);
      expect([attempt.body, answer.code]).toEqual([attempt.body, 'plan_frozen']);
      expect(answer.da).toMatch(/^Planen blev frosset ved idriftsættelsen .* Registrér en beslutning/);
      expect(answer.en).toMatch(/^The plan was frozen at go-live .* Record a benefit-plan decision/);
    }
    expect(await read(benefit.id)).toEqual(before);
  });

  it('– a frozen plan – keeps its baseline when another is recorded', async () => {
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '10.5');
    const recorded = await house.call('project_manager', 'POST', `/measures/${benefit.measureId}/baselines`, {
      value: '21',
      measuredOn: '2023-12-15',
      evidenceKind: 'count',
    });
    expect(recorded.status).toBe(201);
    expect((await read(benefit.id)).achievement).toBe('0.500000');
  });

  it('– a validated amount – answers every route with the correction or reversal to ask for', async () => {
    const benefit = await validated();
    await house.climb(benefit.id, { budgeted: 100 });
    const [claim] = await house.claims('&filter[rung]=budgeted');
    const change = await told({
      as: 'project_manager',
      method: 'PATCH',
      path: `/finance/claims/${claim.id}`,
      body: { amountMinor: '1' },
      version: claim.version,
    });
    expect(change).toEqual({
      at: '/amountMinor',
      code: 'claim_decided',
      da: expect.stringContaining('Indberet en rettelse som et nyt beløb, eller bed om at få posten tilbageført'),
      en: expect.stringContaining('Report a correction as a new amount, or ask for the entry to be reversed'),
    });
    const withdrawn = await told({
      as: 'project_manager',
      method: 'POST',
      path: `/finance/claims/${claim.id}/withdrawals`,
      body: { reason: 'Fortrudt' },
      version: claim.version,
    });
    expect([withdrawn.at, withdrawn.code]).toEqual(['/reason', 'claim_decided']);
    const answers = await house.validate([
      { claimId: claim.id, version: claim.version, outcome: 'dispute', reason: 'For sent' },
      { claimId: claim.id, version: claim.version, outcome: 'approve', checklist: PASSED },
    ]);
    expect(answers.map(({ problem }) => problem.code)).toEqual(['decided', 'decided']);
    const { version } = await read(benefit.id);
    const rested = await told({
      as: 'project_manager',
      method: 'PATCH',
      path: `/benefits/${benefit.id}`,
      body: { class: 'quality' },
      version,
    });
    expect(rested).toEqual({
      at: '/class',
      code: 'amounts_validated',
      da: expect.stringContaining('Bed om at få posterne tilbageført'),
      en: expect.stringContaining('Ask for the entries to be reversed'),
    });
  });

  it('– a validated amount – stays where it is whatever the application’s role tries in SQL', async () => {
    const benefit = await validated();
    await house.climb(benefit.id, { budgeted: 100 });
    for (const [sql, code] of [
      [`update finance_claim set amount_minor = 1 where organisation_id = $1`, 'HA004'],
      [`update finance_claim set state = 'submitted', decided_by = null where organisation_id = $1`, 'HA004'],
      [`delete from finance_claim where organisation_id = $1`, 'HA004'],
      [`update finance_entry set amount_minor = 1 where organisation_id = $1`, '42501'],
      [`delete from finance_entry where organisation_id = $1`, '42501'],
      [`update finance_balance set quality_assured_minor = 1 where organisation_id = $1`, '42501'],
      [`insert into finance_balance (organisation_id, benefit_id, year) values ($1, gen_random_uuid(), 2024)`, '42501'],
      [`update benefit set price_year = 2020 where organisation_id = $1`, 'HA003'],
      [`update benefit set currency = 'EUR' where organisation_id = $1`, 'HA003'],
      [`update benefit set class = 'capacity' where organisation_id = $1`, 'HA003'],
    ] as const) {
      expect([sql, await bySql(sql)]).toEqual([sql, code]);
    }
    for (const sql of [
      `truncate finance_claim cascade`,
      `truncate finance_entry cascade`,
      `alter table finance_claim disable trigger all`,
      `alter table finance_entry disable row level security`,
      `drop trigger guard_finance_claim on finance_claim`,
      `create or replace function guard_finance_claim() returns trigger language plpgsql as $$ begin return new; end $$`,
      `set session_replication_role = replica`,
    ]) {
      expect([sql, await bySql(sql, [])]).toEqual([sql, '42501']);
    }
  });

  it('– a benefit with validated amounts – cannot leave its pool and free what it took for others', async () => {
    const { organisationId } = house.home;
    const [first, second] = [await house.benefit(), await house.benefit()];
    const pool = await house.call('portfolio_office', 'POST', '/benefit-pools', {
      name: 'Porto',
      costBase: '6.45.51',
      measure: null,
      periodFrom: '2024-01-01',
      periodTo: '2024-12-31',
      removablePerMonthMinor: '10000000',
      shares: [],
    });
    await api.owner.query(`update benefit set pool_id = $2 where organisation_id = $1`, [organisationId, pool.body.id]);
    const half = async (benefitId: string, kroner: number) => {
      const reported = await house.report([
        { benefitId, year: 2024, rung: 'quality_assured', amountMinor: `${kroner * 100}`, ...EVIDENCE },
      ]);
      return (await house.approve(reported.body.items))[0];
    };
    // The pool gives 1.2 million a year, half to each.
    expect((await half(first.id, 600_000)).outcome).toBe('approved');
    expect((await half(second.id, 600_001)).problem.code).toBe('pool_exhausted');
    const { version } = await read(first.id);
    const leaving = await told({
      as: 'project_manager',
      method: 'PATCH',
      path: `/benefits/${first.id}`,
      body: { poolId: null },
      version,
    });
    expect(leaving.code).toBe('plan_frozen');
    expect(await bySql(`update benefit set pool_id = null where id = $1`, [first.id])).toBe('HA003');
    expect((await half(second.id, 600_000)).outcome).toBe('approved');
    expect((await half(second.id, 1)).problem.code).toBe('pool_exhausted');
  });

  it('– a closed month – answers every route with the next open one, and takes nothing by SQL', async () => {
    const benefit = await validated();
    await house.settle();
    const close = (month: string): Attempt => ({
      as: 'finance',
      method: 'POST',
      path: '/finance/periods',
      body: { month },
    });
    for (const month of ['2024-01-01', '2024-02-01', '2024-03-01']) {
      expect((await house.call('finance', 'POST', '/finance/periods', { month })).status).toBe(201);
    }
    const before = await house.ledger('&closed=2024-03-01');
    expect(await told(close('2024-02-01'))).toEqual({
      at: '/month',
      code: 'period_closed',
      da: 'Måneden er lukket allerede. En rettelse bliver en ny post i en åben måned.',
      en: 'The month is closed already. A correction becomes a new entry in an open month.',
    });
    expect((await told(close('2024-06-01'))).da).toBe('Måneder lukkes én ad gangen. Luk 2024-04 først.');
    const reported = await house.report([
      { benefitId: benefit.id, year: 2024, rung: 'quality_assured', amountMinor: '100', ...EVIDENCE },
    ]);
    const [claim] = reported.body.items;
    const booking = async (language: string) =>
      (
        await api.call('POST', '/finance/validations', {
          as: house.sessions.finance,
          headers: { 'accept-language': language },
          body: {
            items: [
              {
                claimId: claim.id,
                version: claim.version,
                outcome: 'approve',
                checklist: PASSED,
                bookedMonth: '2024-03-01',
              },
            ],
          },
        })
      ).body.items[0].problem;
    expect(await booking('da')).toEqual({ code: 'period_closed', detail: expect.stringContaining('Bogfør i 2024-04') });
    expect(await booking('en')).toEqual({ code: 'period_closed', detail: expect.stringContaining('Book in 2024-04') });
    for (const [sql, code] of [
      [`delete from finance_period where organisation_id = $1`, '42501'],
      [`update finance_period set month = '2023-01-01' where organisation_id = $1`, '42501'],
      [`update finance_period_figure set planned_minor = 0 where organisation_id = $1`, '42501'],
      [`delete from finance_period_figure where organisation_id = $1`, '42501'],
      [
        `insert into finance_period (organisation_id, month, closed_by) select $1, '2023-06-01', id from person where organisation_id = $1 limit 1`,
        'HA002',
      ],
    ] as const) {
      expect([sql, await bySql(sql)]).toEqual([sql, code]);
    }
    const forged = `update finance_claim set state = 'approved', decided_by = $2, decided_at = now(), booked_month = '2024-03-01', checklist = '{}' where id = $1`;
    expect(await bySql(forged, [claim.id, house.home.personIds.finance])).toBe('HA002');
    expect((await house.ledger('&closed=2024-03-01')).totals).toEqual(before.totals);
  });
});
