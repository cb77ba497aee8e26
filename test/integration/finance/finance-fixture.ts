import { randomUUID } from 'node:crypto';
import type { AccessRole } from '@hoest/organisation';
import { Database, recalculateUnmet } from '@hoest/persistence';
import type { ApiUnderTest, Reply, SignedIn, TestOrganisation } from '../api/api-under-test';

/** The five tests, all passed. */
export const PASSED = {
  causation: 'passed',
  realisation: 'passed',
  valuation: 'passed',
  attribution: 'passed',
  validation: 'passed',
} as const;

/** What a rung asks for besides the amount. */
export const EVIDENCE = {
  evidenceKind: 'system_extract',
  account: '5.30.29',
  postingRef: 'Bilag 118',
  accountsRef: 'Regnskab 2024',
} as const;

/** One frozen, quarterly measured benefit of 1.2 million a year from January 2024, and the people around it. */
export class LedgerUnderTest {
  private constructor(
    readonly api: ApiUnderTest,
    readonly home: TestOrganisation,
    readonly sessions: Record<AccessRole, SignedIn>,
    readonly initiativeId: string,
    readonly goalId: string,
    readonly budgetId: string,
  ) {}

  /** `finance` controls the whole organisation. */
  static async start(api: ApiUnderTest): Promise<LedgerUnderTest> {
    const home = await api.organisation(`Kommune ${randomUUID().slice(0, 8)}`);
    const roles: AccessRole[] = [
      'administrator',
      'portfolio_office',
      'leader',
      'project_manager',
      'finance',
      'auditor',
    ];
    const sessions = {} as Record<AccessRole, SignedIn>;
    for (const role of roles) sessions[role] = await home.session(role);
    const [strategy, goal, initiative, budget] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const { organisationId, personIds } = home;
    await api.owner.query(
      `insert into role_assignment (organisation_id, person_id, object_kind, object_id, role, valid_from) values ($1, $2, 'organisation', $3, 'finance_controller', '2020-01-01')`,
      [organisationId, personIds.finance, randomUUID()],
    );
    await api.owner.query(
      `insert into strategy (organisation_id, id, code, title, valid_from) values ($1, $2, 'S1', 'Digital strategi', '2023-01-01')`,
      [organisationId, strategy],
    );
    await api.owner.query(
      `insert into goal (organisation_id, id, strategy_id, code, title, valid_from) values ($1, $2, $3, 'M1', 'Kortere ventetid', '2023-01-01')`,
      [organisationId, goal, strategy],
    );
    await api.owner.query(
      `insert into initiative (organisation_id, id, code, title, unit_id, owner_id, manager_id, primary_goal_id, phase, go_live_actual)
       values ($1, $2, '2023-001', 'Digital byggesag', $3, $4, $5, $6, 'realising', '2024-01-01')`,
      [organisationId, initiative, home.unitId, personIds.leader, personIds.project_manager, goal],
    );
    await api.owner.query(
      `insert into budget_version (organisation_id, id, name, year, adopted_on) values ($1, $2, 'Budget 2024', 2024, '2023-10-10')`,
      [organisationId, budget],
    );
    return new LedgerUnderTest(api, home, sessions, initiative, goal, budget);
  }

  call(role: AccessRole, method: string, path: string, body?: unknown, version?: number): Promise<Reply> {
    return this.api.call(method, path, {
      as: this.sessions[role],
      ...(body !== undefined && { body }),
      ...(version !== undefined && { version }),
    });
  }

  /** Approved after go-live, so its plan is frozen from the first day. */
  async benefit(overrides: Record<string, unknown> = {}): Promise<{ id: string; measureId: string; version: number }> {
    const created = await this.call('project_manager', 'POST', `/initiatives/${this.initiativeId}/benefits`, {
      title: 'Færre dage fra ansøgning til afgørelse',
      class: 'cash_releasing',
      monetised: true,
      beneficiary: 'own_org',
      fullYearValueMinor: '120000000',
      ownerId: this.home.personIds.leader,
      measurerId: this.home.personIds.project_manager,
      startsOn: '2024-01-01',
      testDescription: true,
      testObservation: true,
      testAttribution: true,
      testMeasurement: true,
      measure: {
        name: 'Sagsbehandlingstid',
        unit: 'dage',
        direction: 'down',
        frequency: 'quarter',
        firstDue: '2024-03-31',
        trackUntil: '2024-12-31',
        baseline: { value: '14', measuredOn: '2023-12-01', evidenceKind: 'system_extract' },
        targetPoints: [
          { dueOn: '2024-01-01', value: '7' },
          { dueOn: '2024-07-01', value: '7' },
        ],
      },
      ...overrides,
    });
    expect(created.status).toBe(201);
    const path = `/benefits/${created.body.id}/state-moves`;
    const profiled = await this.call('project_manager', 'POST', path, { to: 'profiled' }, created.body.version);
    const approved = await this.call('leader', 'POST', path, { to: 'approved' }, profiled.body.version);
    expect([approved.status, approved.body.state]).toEqual([201, 'in_realisation']);
    return { id: created.body.id, measureId: created.body.measures[0].id, version: approved.body.version };
  }

  /** The project manager measures. */
  async measure(benefit: { id: string; measureId: string }, date: string, value: string, more: object = {}) {
    const reply = await this.call('project_manager', 'POST', `/benefits/${benefit.id}/measurements`, {
      measureId: benefit.measureId,
      date,
      value,
      evidenceKind: 'system_extract',
      ...more,
    });
    expect([reply.status, reply.body.errors]).toEqual([201, undefined]);
    return reply.body;
  }

  async claims(filter = ''): Promise<any[]> {
    return (await this.call('finance', 'GET', `/finance/claims?limit=200${filter}`)).body.items;
  }

  report(items: object[], role: AccessRole = 'project_manager'): Promise<Reply> {
    return this.call(role, 'POST', '/finance/claims', { items });
  }

  /** Answers of finance, item by item. */
  async validate(items: object[], role: AccessRole = 'finance'): Promise<any[]> {
    const reply = await this.call(role, 'POST', '/finance/validations', { items });
    expect(reply.status).toBe(200);
    return reply.body.items;
  }

  approve(claims: readonly { id: string; version: number }[], more: object = {}): Promise<any[]> {
    return this.validate(
      claims.map(({ id, version }) => ({ claimId: id, version, outcome: 'approve', checklist: PASSED, ...more })),
    );
  }

  /** Reports and approves one amount per rung in turn, to the rung named; amounts in kroner of the year 2024. */
  async climb(
    benefitId: string,
    kroner: Partial<Record<'quality_assured' | 'budgeted' | 'taken_out' | 'confirmed', number>>,
  ) {
    for (const [rung, amount] of Object.entries(kroner)) {
      const reported = await this.report([
        { benefitId, year: 2024, rung, amountMinor: `${amount * 100}`, budgetVersionId: this.budgetId, ...EVIDENCE },
      ]);
      expect([reported.status, reported.body.errors]).toEqual([201, undefined]);
      const [answer] = await this.approve(reported.body.items);
      expect([rung, answer.outcome, answer.problem]).toEqual([rung, 'approved', null]);
    }
  }

  /** Money per month as the worker would leave it. */
  async settle(): Promise<void> {
    await recalculateUnmet(this.api.app.get(Database), this.home.organisationId, {
      requestId: 'test',
      concurrency: 1,
      onFailure: (_, error) => {
        throw error;
      },
    });
  }

  async ledger(query = ''): Promise<any> {
    const reply = await this.call('auditor', 'GET', `/finance/ledger?year=2024${query}`);
    expect([reply.status, reply.body.errors]).toEqual([200, undefined]);
    return reply.body;
  }
}
