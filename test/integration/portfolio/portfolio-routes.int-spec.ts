import {
  adoptionRoutes,
  costRoutes,
  decisionRoutes,
  goalRoutes,
  initiativeRoutes,
  overviewRoutes,
  type Route,
  strategyRoutes,
} from '@hoest/contracts';
import { Database } from '@hoest/persistence';
import { ZodUndefined } from 'zod';
import { ApiUnderTest, type CallOptions } from '../api/api-under-test';
import { PortfolioUnderTest } from './portfolio-fixture';

const ROUTES: Route[] = [
  strategyRoutes,
  goalRoutes,
  initiativeRoutes,
  costRoutes,
  adoptionRoutes,
  decisionRoutes,
  overviewRoutes,
].flatMap((group) => Object.values(group) as unknown as Route[]);

/** A body each changing call accepts; `ids` are of the organisation that is asked. */
const BODIES: Record<string, (ids: Ids) => unknown> = {
  createStrategy: () => ({ code: 'S-9', title: 'X', validFrom: '2024-01-01' }),
  changeStrategy: () => ({ title: 'X' }),
  recordFollowup: () => ({ heldOn: '2024-01-01', body: 'council', kind: 'adoption' }),
  createGoal: (ids) => ({ strategyId: ids.strategies, code: 'M-9', title: 'X', validFrom: '2024-01-01' }),
  changeGoal: () => ({ title: 'X' }),
  setGoalTargets: () => ({ targets: [] }),
  measureGoal: () => ({ measuredOn: '2024-01-01', value: '1' }),
  registerInitiative: (ids) => ({ title: 'X', unitId: ids.unit }),
  changeInitiative: () => ({ title: 'X' }),
  confirmStatus: () => ({ rag: 'on_track' }),
  addCostLine: () => ({ kind: 'one_off' }),
  changeCostLine: () => ({ note: 'X' }),
  addAdoptionSeries: () => ({ name: 'X', targetRate: '1' }),
  changeAdoptionSeries: () => ({ name: 'X' }),
  setAdoptionPoints: () => ({ points: [{ month: '2024-01-01', actualRate: '1' }] }),
  recordDecision: () => ({
    kind: 'gate',
    body: 'Styregruppen',
    mandateOk: true,
    decidedOn: '2024-01-01',
    outcome: 'approve',
  }),
  executeDecision: () => ({ executedOn: null }),
  movePhase: () => ({ to: 'analysis', startedOn: '2099-01-01' }),
  passGate: () => ({ gate: 'G5', passedOn: '2024-01-01' }),
};
const QUERIES: Record<string, string> = { findSimilar: '?title=x', search: '?q=x' };

type Ids = Record<
  'strategies' | 'goals' | 'initiatives' | 'cost-lines' | 'adoption-series' | 'decisions' | 'unit',
  string
>;

let api: ApiUnderTest;
let house: PortfolioUnderTest;
let own: Ids;
let foreign: Ids;

async function furnish(place: PortfolioUnderTest): Promise<Ids> {
  const goal = await place.goal();
  const { id } = await place.initiative();
  const line = await place.made(`/initiatives/${id}/cost-lines`, { kind: 'one_off' });
  const series = await place.made(`/initiatives/${id}/adoption-series`, { name: 'X', targetRate: '1' });
  const decision = await place.made(`/initiatives/${id}/decisions`, BODIES['recordDecision']?.({} as Ids));
  return {
    strategies: goal.strategyId,
    goals: goal.id,
    initiatives: id,
    'cost-lines': line.id,
    'adoption-series': series.id,
    decisions: decision.id,
    unit: place.home.unitId,
  };
}

beforeAll(async () => {
  api = await ApiUnderTest.start();
  house = await PortfolioUnderTest.start(api);
  own = await furnish(house);
  foreign = await furnish(await PortfolioUnderTest.start(api, 'Naboby'));
});
afterAll(() => api.stop());

function call(route: Route, ids: Ids, options: CallOptions = {}) {
  const kind = route.path.split('/')[1] as keyof Ids;
  const path = route.path.replace(':id', ids[kind] ?? '') + (QUERIES[route.id] ?? '');
  return api.call(route.method, path, {
    ...(BODIES[route.id] && { body: BODIES[route.id]?.(ids) }),
    ...(route.ifMatch && { version: 1 }),
    ...options,
  });
}

const changing = ROUTES.filter(({ method }) => method !== 'GET');
const ofOneRow = ROUTES.filter(({ path }) => path.includes(':id'));
const named = (routes: Route[]) => routes.map((route) => [route.id, route] as const);

describe('every call of the portfolio', () => {
  it.each(named(ROUTES))('%s asks for a sign-in', async (_, route) => {
    const reply = await call(route, own);
    expect([reply.status, reply.body.code]).toEqual([401, 'not_signed_in']);
  });

  it.each(named(changing))('%s is not for those who only read', async (_, route) => {
    const reply = await call(route, own, { as: house.as.auditor });
    expect([reply.status, reply.body.code]).toEqual([403, 'not_allowed']);
  });

  it.each(named(ROUTES.filter(({ method }) => method === 'GET')))('%s is for every role', async (_, route) => {
    for (const as of Object.values(house.as)) expect((await call(route, own, { as })).status).toBe(200);
  });

  it.each(named(ofOneRow))('%s does not know a row of another organisation', async (_, route) => {
    const reply = await call(route, foreign, { as: house.as.portfolio_office });
    expect([reply.status, reply.body.code]).toEqual([404, 'not_found']);
  });

  it.each(named(ofOneRow))('%s refuses an id that is none', async (_, route) => {
    const none = Object.fromEntries(Object.keys(own).map((name) => [name, 'x'])) as Ids;
    const reply = await call(route, none, { as: house.as.portfolio_office });
    expect([reply.status, reply.body.errors.map((fault: { pointer: string }) => fault.pointer)]).toEqual([
      400,
      expect.arrayContaining(['/params/id']),
    ]);
  });

  it.each(named(changing.filter(({ body }) => !(body instanceof ZodUndefined))))(
    '%s names what it does not know, in both languages',
    async (_, route) => {
      const body = { ...(BODIES[route.id]?.(own) as object), organisationId: 2 };
      for (const [language, detail] of [
        ['da', '»organisationId« kendes ikke her; fjern det, eller ret navnet.'],
        ['en', '“organisationId” is not known here; remove it or correct its name.'],
      ] as const) {
        const reply = await call(route, own, {
          as: house.as.portfolio_office,
          body,
          headers: { 'accept-language': language },
        });
        expect([reply.status, reply.body.errors]).toEqual([
          400,
          [{ pointer: '/organisationId', code: 'unknown_field', detail }],
        ]);
      }
    },
  );

  it.each(named(ROUTES.filter(({ ifMatch }) => ifMatch)))(
    '%s asks for the version, and for the present one',
    async (_, route) => {
      const without = await call(route, own, { as: house.as.portfolio_office, version: undefined });
      expect([without.status, without.body.code]).toEqual([428, 'version_required']);
    },
  );

  it.each(named(changing.filter(({ method }) => method === 'POST')))(
    '%s asks a browser for a key',
    async (_, route) => {
      const reply = await call(route, own, { as: house.as.portfolio_office, key: null });
      expect([reply.status, reply.body.code]).toEqual([428, 'key_required']);
    },
  );
});

describe('reading the portfolio', () => {
  it.each(named(ROUTES.filter(({ method }) => method === 'GET')))('%s takes at most six queries', async (_, route) => {
    const statements: string[] = [];
    const { dataSource } = api.app.get(Database);
    const create = jest.spyOn(dataSource, 'createQueryRunner').mockImplementation((...mode) => {
      const runner = dataSource.driver.createQueryRunner(mode[0] ?? 'master');
      const query = runner.query.bind(runner);
      runner.query = ((sql: string, ...rest: []) => {
        statements.push(sql);
        return query(sql, ...rest);
      }) as typeof runner.query;
      return runner;
    });
    try {
      expect((await call(route, own, { as: house.as.leader })).status).toBe(200);
    } finally {
      create.mockRestore();
    }
    const asked = statements.filter(
      (sql) => !/find_session|set_config\('app\.organisation_id'|^(START|COMMIT)/i.test(sql),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(6);
  });
});
