import { ApiUnderTest } from '../api/api-under-test';
import { LedgerUnderTest, PASSED } from '../finance/finance-fixture';

let api: ApiUnderTest;
let house: LedgerUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  house = await LedgerUnderTest.start(api);
});

const NOTHING = { decisions: 0, measurements: 0, amounts: 0 };

async function waiting(role: Parameters<LedgerUnderTest['call']>[0]) {
  const { status, body } = await house.call(role, 'GET', '/waiting');
  expect(status).toBe(200);
  return body;
}

describe('what waits for a person', () => {
  it('is asked for signed in, and without parameters', async () => {
    expect((await api.call('GET', '/waiting', {})).status).toBe(401);
    expect((await house.call('leader', 'GET', '/waiting?unitId=1')).status).toBe(400);
  });

  it('is nothing where nothing is, and in another organisation', async () => {
    expect(await waiting('leader')).toEqual(NOTHING);
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '7');
    const neighbours = await LedgerUnderTest.start(api);
    for (const role of ['leader', 'finance', 'project_manager'] as const) {
      expect((await neighbours.call(role, 'GET', '/waiting')).body).toEqual(NOTHING);
    }
  });

  it('counts measurements at whoever measures, until they have', async () => {
    const benefit = await house.benefit();
    expect(await waiting('project_manager')).toMatchObject({ measurements: 4 });
    expect(await waiting('finance')).toMatchObject({ measurements: 0 });
    await house.measure(benefit, '2024-03-31', '7');
    expect(await waiting('project_manager')).toMatchObject({ measurements: 3 });
  });

  it('counts amounts at the independent controller, and disputed ones at whoever reported them', async () => {
    const benefit = await house.benefit();
    for (const date of ['2024-03-31', '2024-06-30']) await house.measure(benefit, date, '7');
    const counts = async () => {
      const roles = ['finance', 'project_manager', 'auditor'] as const;
      return Promise.all(roles.map(async (role) => (await waiting(role)).amounts));
    };
    expect(await counts()).toEqual([2, 0, 0]);
    const [first, second] = await house.claims();
    await house.approve([first]);
    expect(await counts()).toEqual([1, 0, 0]);
    const [answer] = await house.validate([
      {
        claimId: second.id,
        version: second.version,
        outcome: 'dispute',
        checklist: { ...PASSED, causation: 'failed' },
        reason: 'Skyldes færre sager',
      },
    ]);
    expect([answer.outcome, answer.problem]).toEqual(['disputed', null]);
    expect(await counts()).toEqual([0, 1, 0]);
  });

  it('counts decisions as the overview does', async () => {
    const created = await house.call('project_manager', 'POST', `/initiatives/${house.initiativeId}/benefits`, {
      title: 'Færre klager',
      class: 'quality',
      monetised: false,
      beneficiary: 'citizen',
    });
    await api.owner.query(`update benefit set state = 'profiled' where id = $1`, [created.body.id]);
    const { waitingCount } = (await house.call('leader', 'GET', '/overview')).body;
    expect(waitingCount).toBeGreaterThan(0);
    expect(await waiting('leader')).toMatchObject({ decisions: waitingCount });
    expect(await waiting('auditor')).toMatchObject({ decisions: 0 });
  });
});
