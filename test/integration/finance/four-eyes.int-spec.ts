import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../api/api-under-test';
import { Importing } from '../exchange/importing';
import { ApplicationRole } from './application-role';
import { EVIDENCE, LedgerUnderTest, PASSED } from './finance-fixture';

/** S22: creator and validator are never the same person, whichever way round they try. */
describe('four eyes', () => {
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

  const reported = async (benefitId: string, role: 'finance' | 'project_manager' = 'project_manager') => {
    const reply = await house.report(
      [{ benefitId, year: 2024, rung: 'quality_assured', amountMinor: '5000000', ...EVIDENCE }],
      role,
    );
    expect([reply.status, reply.body.errors]).toEqual([201, undefined]);
    return reply.body.items[0];
  };
  const seenByFinance = async (id: string) => (await house.call('finance', 'GET', `/finance/claims/${id}`)).body;

  /** What finance is told on trying to approve, in both languages, and what SQL as the application's role is told. */
  async function approving(id: string) {
    const { version, cannotValidate } = await seenByFinance(id);
    const answer = async (language: string) => {
      const reply = await api.call('POST', '/finance/validations', {
        as: house.sessions.finance,
        body: { items: [{ claimId: id, version, outcome: 'approve', checklist: PASSED }] },
        headers: { 'accept-language': language },
      });
      return reply.body.items[0];
    };
    const sql = await application.attempt(house.home.organisationId, [
      `update finance_claim set state = 'approved', decided_by = $2, decided_at = now(), booked_month = '2024-12-01', checklist = '{}' where id = $1`,
      [id, house.home.personIds.finance],
    ]);
    const [da, en] = [await answer('da'), await answer('en')];
    return {
      cannotValidate,
      codes: [da.problem?.code, en.problem?.code],
      da: da.problem?.detail as string,
      en: en.problem?.detail as string,
      sql,
      entries: (await house.call('auditor', 'GET', '/finance/entries')).body.items.length as number,
    };
  }

  it('stay closed when the benefit owner hands over before approving', async () => {
    const benefit = await house.benefit({ ownerId: house.home.personIds.finance });
    const claim = await reported(benefit.id);
    const { body } = await house.call('leader', 'GET', `/benefits/${benefit.id}`);
    const handedOver = await house.call(
      'leader',
      'POST',
      `/benefits/${benefit.id}/state-moves`,
      { to: 'transferred', newOwnerId: house.home.personIds.leader },
      body.version,
    );
    expect([handedOver.status, handedOver.body.ownerId]).toEqual([201, house.home.personIds.leader]);
    expect(await approving(claim.id)).toEqual({
      cannotValidate: 'handed_over',
      codes: ['handed_over', 'handed_over'],
      da: expect.stringContaining('en anden controller skal validere'),
      en: expect.stringContaining('another controller must validate'),
      sql: 'HA005',
      entries: 0,
    });
    expect((await house.claims())[0].cannotValidate).toBe('handed_over');
    expect((await house.call('finance', 'GET', '/waiting')).body.amounts).toBe(0);
  });

  it('stay closed when an import names another project manager', async () => {
    const { personIds, organisationId } = house.home;
    await api.owner.query(`update initiative set manager_id = $2 where id = $1`, [
      house.initiativeId,
      personIds.finance,
    ]);
    const benefit = await house.benefit();
    const claim = await reported(benefit.id);
    const importing = await Importing.start(api, house.home);
    const sheet = 'Kode;Titel;Projektleder\n2023-001;Digital byggesag;Person leader\n';
    await importing.commit((await importing.preview('ledere.csv', sheet)).id);
    await importing.stop();
    const { rows } = await api.owner.query(`select manager_id from initiative where id = $1`, [house.initiativeId]);
    expect(rows).toEqual([{ manager_id: personIds.leader }]);
    expect(await approving(claim.id)).toMatchObject({
      codes: ['handed_over', 'handed_over'],
      sql: 'HA005',
      entries: 0,
    });
    // What is reported after the hand-over is another matter: finance has no part in it any more.
    await api.owner.query(
      `update role_assignment set valid_to = current_date - 1, valid_from = '2020-01-01' where organisation_id = $1 and person_id = $2 and role = 'project_manager'`,
      [organisationId, personIds.finance],
    );
    expect((await house.approve([await reported(benefit.id)]))[0].outcome).toBe('approved');
  });

  it('stay closed when another person changes the amount in between', async () => {
    const benefit = await house.benefit();
    const claim = await reported(benefit.id, 'finance');
    const touched = await house.call(
      'project_manager',
      'PATCH',
      `/finance/claims/${claim.id}`,
      { comment: 'Set igennem' },
      claim.version,
    );
    expect(touched.body).toMatchObject({ proposedByName: 'Person project_manager', amountMinor: '5000000' });
    expect(await approving(claim.id)).toEqual({
      cannotValidate: 'own_claim',
      codes: ['own_claim', 'own_claim'],
      da: expect.stringContaining('En anden skal validere'),
      en: expect.stringContaining('Someone else must validate'),
      sql: 'HA005',
      entries: 0,
    });
    expect((await house.claims())[0].cannotValidate).toBe('own_claim');
    const forgotten = await application.attempt(
      house.home.organisationId,
      [
        `update finance_claim set reported_by = '{}', proposed_by = $2 where id = $1`,
        [claim.id, house.home.personIds.leader],
      ],
      [
        `update finance_claim set reported_by = '{}', state = 'approved', decided_by = $2, decided_at = now(), booked_month = '2024-12-01', checklist = '{}' where id = $1`,
        [claim.id, house.home.personIds.finance],
      ],
    );
    expect(forgotten).toBe('HA005');
  });

  it('stay closed to who measured, and to a project manager who is given the controller’s role', async () => {
    const { personIds, accountIds, organisationId } = house.home;
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '7');
    const [claim] = await house.claims();
    await api.owner.query(
      `insert into access_grant (organisation_id, account_id, access_role) values ($1, $2, 'finance')`,
      [organisationId, accountIds.project_manager],
    );
    await api.owner.query(
      `insert into role_assignment (organisation_id, person_id, object_kind, object_id, role, valid_from) values ($1, $2, 'organisation', $3, 'finance_controller', '2020-01-01')`,
      [organisationId, personIds.project_manager, randomUUID()],
    );
    const items = [{ claimId: claim.id, version: claim.version, outcome: 'approve', checklist: PASSED }];
    expect((await house.validate(items, 'project_manager'))[0].problem.code).toBe('own_claim');
    const other = await reported(benefit.id, 'finance');
    const theirs = [{ claimId: other.id, version: other.version, outcome: 'approve', checklist: PASSED }];
    expect((await house.validate(theirs, 'project_manager'))[0].problem.code).toBe('project_manager');
  });

  it('are not written by a body: who reported, who decided and the state are no fields of a call', async () => {
    const benefit = await house.benefit();
    const claim = await reported(benefit.id);
    for (const field of [
      { proposedBy: house.home.personIds.leader },
      { reportedBy: [] },
      { decidedBy: house.home.personIds.finance },
      { state: 'approved' },
    ]) {
      const reply = await house.call('project_manager', 'PATCH', `/finance/claims/${claim.id}`, field, claim.version);
      expect([reply.status, reply.body.errors[0].code]).toEqual([400, 'unknown_field']);
    }
  });

  it('count an approval once that is sent twice, and leave amounts alone when actuals are imported and undone', async () => {
    const benefit = await house.benefit();
    const claim = await reported(benefit.id);
    const importing = await Importing.start(api, house.home, 'actuals');
    const { id } = await importing.preview('marts.csv', 'Konto;Periode;Beløb\n5.30.29;2024P03;-50.000,00\n');
    await importing.commit(id);
    await importing.undo(id);
    await importing.stop();
    expect(await seenByFinance(claim.id)).toMatchObject({
      state: 'submitted',
      decidedByName: null,
      version: claim.version,
    });
    const send = () =>
      api.call('POST', '/finance/validations', {
        as: house.sessions.finance,
        key: 'one-approval',
        body: { items: [{ claimId: claim.id, version: claim.version, outcome: 'approve', checklist: PASSED }] },
      });
    const [first, second] = [await send(), await send()];
    expect([first.body.items[0].outcome, second.headers['idempotency-replayed'], second.body]).toEqual([
      'approved',
      'true',
      first.body,
    ]);
    expect((await house.call('auditor', 'GET', '/finance/entries')).body.items).toHaveLength(1);
  });
});
