import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../api/api-under-test';
import { LedgerUnderTest } from './finance-fixture';

/** Defects that other benefit tools had, each as a story that must not come true here. */
describe('what other tools got wrong', () => {
  let api: ApiUnderTest;
  let house: LedgerUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    house = await LedgerUnderTest.start(api);
  });

  const read = async (id: string) => (await house.call('auditor', 'GET', `/benefits/${id}`)).body;
  const lineOf = async (id: string) =>
    (await house.ledger()).items.find((item: { benefitId: string }) => item.benefitId === id);

  it('a falling measure counts as progress: from 14 days to 9 is 71 % of the way to 7, and is money', async () => {
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '9');
    await house.settle();
    expect((await read(benefit.id)).achievement).toBe('0.714286');
    // 300,000 kr. a quarter × 5/7.
    expect((await lineOf(benefit.id)).realised).toBe('21428571');
    await house.measure(benefit, '2024-06-30', '16');
    expect((await read(benefit.id)).achievement).toBe('-0.285714');
  });

  it('zero is a value: a measured zero is measured, also where it is the target itself', async () => {
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '0');
    await house.settle();
    expect(await read(benefit.id)).toMatchObject({ latestValue: '0', achievement: '2.000000' });
    expect(await lineOf(benefit.id)).toMatchObject({
      realised: '60000000',
      leakage: { notMeasured: '90000000', realised: '30000000', surplus: '30000000' },
    });
    // Nothing came, and somebody went to see: a shortfall, not something unmeasured.
    const nothing = await house.benefit({ title: 'Færre breve' });
    await house.measure(nothing, '2024-03-31', '14');
    await house.settle();
    expect(await lineOf(nothing.id)).toMatchObject({
      realised: '0',
      leakage: { notMeasured: '90000000', shortfall: '30000000' },
    });
  });

  it('the unmeasured is listed: with its promise, as not measured, and as owed', async () => {
    const benefit = await house.benefit();
    await house.settle();
    expect(await lineOf(benefit.id)).toMatchObject({
      planned: '120000000',
      realised: '0',
      status: { code: 'not_measured' },
      leakage: { notMeasured: '120000000', shortfall: '0' },
    });
    const due = (await house.call('project_manager', 'GET', '/due-measurements?limit=200')).body.items;
    expect(due.filter((item: { benefitId: string }) => item.benefitId === benefit.id)).toHaveLength(4);
  });

  it('old reports keep their numbers: what was closed reads the same after measurement, target and index changed', async () => {
    const benefit = await house.benefit();
    const first = await house.measure(benefit, '2024-03-31', '7');
    await house.approve(await house.claims());
    await house.settle();
    for (const month of ['2024-01-01', '2024-02-01', '2024-03-01']) {
      expect((await house.call('finance', 'POST', '/finance/periods', { month })).status).toBe(201);
    }
    const report = await house.ledger('&closed=2024-03-01');
    expect(report.totals).toMatchObject({ planned: '30000000', realised: '30000000', qualityAssured: '30000000' });
    await house.measure(benefit, '2024-03-31', '14', { supersedesId: first.id });
    await house.approve(await house.claims('&filter[state]=submitted'));
    await rebaselined(benefit.id);
    await house.settle();
    expect((await house.ledger('&closed=2024-03-01')).items).toEqual(report.items);
    expect((await house.ledger()).totals).toMatchObject({ realised: '0', qualityAssured: '0' });
  });

  it('parent sums with sub-programmes are right: a krone counts once on its way up, however many levels', async () => {
    const bare = async (title: string, contributesToId?: string) => {
      const reply = await house.call('project_manager', 'POST', `/initiatives/${house.initiativeId}/benefits`, {
        title,
        class: 'cash_releasing',
        monetised: false,
        ...(contributesToId && { contributesToId }),
      });
      expect([reply.status, reply.body.errors]).toEqual([201, undefined]);
      return reply.body;
    };
    const programme = await bare('Lavere administration i alt');
    const part = await bare('Lavere administration i delprogrammet', programme.id);
    const local = await house.benefit({ contributesToId: part.id });
    const beside = await house.benefit({ title: 'Færre breve', contributesToId: programme.id });
    await house.settle();
    const ledger = await house.ledger();
    expect(ledger.items.map(({ benefitId }: { benefitId: string }) => benefitId).sort()).toEqual(
      [local.id, beside.id].sort(),
    );
    expect(ledger.totals).toMatchObject({ plannedYear: '240000000', planned: '240000000' });
    const refused = async (id: string, change: object) => {
      const { version } = await read(id);
      const reply = await house.call('project_manager', 'PATCH', `/benefits/${id}`, change, version);
      return [reply.status, reply.body.errors?.[0].code, reply.body.errors?.[0].pointer];
    };
    // The money two levels down counts already; nor can a chain without money be hung below one with it.
    expect(await refused(programme.id, { monetised: true })).toEqual([422, 'counted_twice', '/monetised']);
    const elsewhere = await house.benefit({ title: 'Lavere administration, talt her' });
    expect(await refused(programme.id, { contributesToId: elsewhere.id })).toEqual([
      422,
      'counted_twice',
      '/contributesToId',
    ]);
  });

  /** A leader decides another target than the frozen one. */
  async function rebaselined(id: string): Promise<any> {
    const { version, measures } = await read(id);
    const decisionId = randomUUID();
    await api.owner.query(
      `insert into decision (organisation_id, id, initiative_id, kind, body, mandate_ok, decided_on, outcome) values ($1, $2, $3, 'benefit_plan', 'Styregruppe', true, '2024-05-01', 'approve')`,
      [house.home.organisationId, decisionId, house.initiativeId],
    );
    const changed = await house.call(
      'leader',
      'POST',
      `/benefits/${id}/plan-versions`,
      {
        decisionId,
        reason: 'To sagsbehandlere færre end ventet',
        targetPoints: [
          {
            measureId: measures[0].id,
            points: [
              { dueOn: '2024-01-01', value: '7' },
              { dueOn: '2024-07-01', value: '10' },
            ],
          },
        ],
      },
      version,
    );
    expect([changed.status, changed.body.errors]).toEqual([201, undefined]);
    return changed.body;
  }

  it('a changed target keeps the old one with its reason, and headline figures stay on the frozen plan', async () => {
    const benefit = await house.benefit();
    const after = await rebaselined(benefit.id);
    expect(after.planVersions.map(({ kind, reason }: { kind: string; reason: string }) => [kind, reason])).toEqual([
      ['approved', null],
      ['frozen_at_go_live', null],
      ['rebaselined', 'To sagsbehandlere færre end ventet'],
    ]);
    const { rows } = await api.owner.query(
      `select v.kind, p.value::text from plan_point p join plan_version v on v.organisation_id = p.organisation_id and v.id = p.plan_version_id
        where v.benefit_id = $1 and p.due_on = '2024-07-01' order by v.number`,
      [benefit.id],
    );
    expect(rows).toEqual([
      { kind: 'approved', value: '7' },
      { kind: 'frozen_at_go_live', value: '7' },
      { kind: 'rebaselined', value: '10' },
    ]);
    await house.measure(benefit, '2024-09-30', '10.5');
    expect((await read(benefit.id)).achievement).toBe('0.500000');
  });
});
