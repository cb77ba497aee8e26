import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../api/api-under-test';
import { LedgerUnderTest } from './finance-fixture';

let api: ApiUnderTest;
let house: LedgerUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  house = await LedgerUnderTest.start(api);
});

/** A unit beside the one of the fixture, with an initiative that a benefit is moved to. */
async function elsewhere(benefitId: string): Promise<string> {
  const { organisationId, rootUnitId, personIds } = house.home;
  const unit = await house.call('administrator', 'POST', '/units', {
    parentId: rootUnitId,
    code: 'TM',
    name: 'Teknik og Miljø',
  });
  expect([unit.status, unit.body.errors]).toEqual([201, undefined]);
  const initiativeId = randomUUID();
  await api.owner.query(
    `insert into initiative (organisation_id, id, code, title, unit_id, owner_id, manager_id, primary_goal_id, phase, go_live_actual)
     values ($1, $2, '2023-002', 'Digital post', $3, $4, $5, $6, 'realising', '2024-01-01')`,
    [organisationId, initiativeId, unit.body.id, personIds.leader, personIds.project_manager, house.goalId],
  );
  await api.owner.query(`update benefit set initiative_id = $3 where organisation_id = $1 and id = $2`, [
    organisationId,
    benefitId,
    initiativeId,
  ]);
  return unit.body.id;
}

describe('warnings of double counting', () => {
  it('name the benefit of another unit that counts the same money, and leave out what a unit has no part in', async () => {
    const [here, there] = [await house.benefit(), await house.benefit({ title: 'Kortere sagsbehandling' })];
    const unitId = await elsewhere(there.id);
    const own = await house.benefit({ account: '5.32.26', title: 'Porto' });
    const twin = await house.benefit({ account: '5.32.26', title: 'Print' });
    await house.settle();
    const warningsOf = async (unit: string) =>
      (await house.call('finance', 'GET', `/finance/double-countings?year=2024&unitId=${unit}`)).body.items.map(
        ({ kind, benefits }: { kind: string; benefits: { benefitId: string }[] }) => [
          kind,
          benefits.map(({ benefitId }) => benefitId).sort(),
        ],
      );
    const measured = ['same_measure', [here.id, there.id, own.id, twin.id].sort()];
    expect(await warningsOf(unitId)).toEqual([measured]);
    expect(await warningsOf(house.home.unitId)).toEqual([['same_account', [own.id, twin.id].sort()], measured]);
  });
});
