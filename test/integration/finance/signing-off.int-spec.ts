import { ROUTES } from '@hoest/contracts';
import { ApiUnderTest, PASSWORD, type SignedIn } from '../api/api-under-test';
import { LedgerUnderTest, PASSED } from './finance-fixture';

/** R21: whoever signs off has given their password within the last ten minutes. */
describe('signing off', () => {
  let api: ApiUnderTest;
  let house: LedgerUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    house = await LedgerUnderTest.start(api);
  });
  afterAll(() => api.stop());

  /** Only the database can make a password old: there is no setting that could be turned off in production. */
  const passwordGiven = (ago: string) =>
    api.owner.query(`update session set password_given_at = now() - $2::interval where organisation_id = $1`, [
      house.home.organisationId,
      ago,
    ]);
  const confirm = (password: string, as: SignedIn = house.sessions.finance) =>
    api.call('POST', '/session/confirmation', { as, body: { password }, key: null });

  /** One amount that waits for finance. */
  async function waiting(): Promise<{ id: string; version: number }> {
    const benefit = await house.benefit();
    const reported = await house.report([
      {
        benefitId: benefit.id,
        year: 2024,
        rung: 'quality_assured',
        amountMinor: '5000000',
        evidenceKind: 'system_extract',
      },
    ]);
    return reported.body.items[0];
  }
  const approve = (
    claim: { id: string; version: number },
    options: { as?: SignedIn; key?: string; da?: boolean } = {},
  ) =>
    api.call('POST', '/finance/validations', {
      as: options.as ?? house.sessions.finance,
      body: { items: [{ claimId: claim.id, version: claim.version, outcome: 'approve', checklist: PASSED }] },
      ...(options.key && { key: options.key }),
      headers: { 'accept-language': options.da ? 'da' : 'en' },
    });
  const stateOf = async (claim: { id: string }) =>
    (await house.call('auditor', 'GET', `/finance/claims/${claim.id}`)).body.state as string;

  it('is what deciding on amounts and closing a month do, and nothing else', () => {
    expect(ROUTES.filter(({ signsOff }) => signsOff).map(({ id }) => id)).toEqual([
      'validateFinanceClaims',
      'closeFinancePeriod',
    ]);
  });

  it('is refused ten minutes after the password, with the way to do it right in the language asked for', async () => {
    const claim = await waiting();
    await passwordGiven('10 minutes 1 second');
    const refused = await approve(claim, { da: true });
    expect([refused.status, refused.headers['content-type']]).toEqual([403, 'application/problem+json; charset=utf-8']);
    expect(refused.body).toMatchObject({
      type: '/problems/reauthentication_required',
      code: 'reauthentication_required',
      title: 'Bekræft, at det er dig',
    });
    expect(refused.body.detail).toContain('POST /api/v1/session/confirmation');
    expect((await approve(claim)).body.title).toBe('Confirm that it is you');
    expect(await stateOf(claim)).toBe('submitted');
    const closing = await house.call('finance', 'POST', '/finance/periods', { month: '2024-01-01' });
    expect([closing.status, closing.body.code]).toEqual([403, 'reauthentication_required']);
    expect((await house.call('finance', 'GET', '/finance/periods')).body.items).toEqual([]);
    await passwordGiven('9 minutes 50 seconds');
    expect((await approve(claim)).body.items[0].outcome).toBe('approved');
  });

  it('goes on with the same call once the password was given again', async () => {
    const claim = await waiting();
    await passwordGiven('3 hours');
    const key = 'the-same-wish-again';
    expect((await approve(claim, { key })).status).toBe(403);
    expect((await confirm(PASSWORD)).status).toBe(204);
    // The refusal was not kept under the key: the repeated call is the first that was done.
    const done = await approve(claim, { key });
    expect([done.status, done.headers['idempotency-replayed'], done.body.items[0].outcome]).toEqual([
      200,
      undefined,
      'approved',
    ]);
    const { rows } = await api.owner.query(
      `select action from audit_event where organisation_id = $1 and action = 'password_confirmed'`,
      [house.home.organisationId],
    );
    expect(rows).toHaveLength(1);
  });

  it('counts per session: the password given in one browser opens no other', async () => {
    const claim = await waiting();
    const elsewhere = await house.home.session('finance');
    await passwordGiven('3 hours');
    expect((await confirm(PASSWORD)).status).toBe(204);
    expect((await approve(claim, { as: elsewhere })).status).toBe(403);
    expect((await approve(claim)).body.items[0].outcome).toBe('approved');
  });

  it('is not open to an access token, which nobody can ask', async () => {
    const claim = await waiting();
    const token = await house.home.token('finance');
    const refused = await approve(claim, { as: token, da: true });
    expect([refused.status, refused.body.code]).toEqual([403, 'reauthentication_required']);
    expect(refused.body.detail).toContain('Log ind i Høst');
    expect((await approve(claim, { as: token })).body.detail).toContain('Sign in to Høst');
    expect([(await confirm(PASSWORD, token)).status, await stateOf(claim)]).toEqual([403, 'submitted']);
  });

  it('does not tell who may not sign off to give a password', async () => {
    await passwordGiven('3 hours');
    const refused = await house.call('project_manager', 'POST', '/finance/validations', { items: [] });
    expect(refused.body.code).toBe('not_allowed');
  });

  it('takes the right password only, and slows down guessing', async () => {
    const as = await house.home.session('auditor');
    const before = await api.call('POST', '/session/confirmation', { body: { password: PASSWORD }, key: null });
    expect([before.status, before.body.code]).toEqual([401, 'not_signed_in']);
    const wrong = await api.call('POST', '/session/confirmation', {
      as,
      body: { password: 'not the right sentence' },
      headers: { 'accept-language': 'da' },
      key: null,
    });
    expect([wrong.status, wrong.body.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/password', code: 'wrong_password' })],
    ]);
    expect(wrong.body.errors[0].detail).toMatch(/^Det er ikke din adgangskode/);
    expect((await api.call('POST', '/session/confirmation', { as, body: {}, key: null })).status).toBe(400);
    for (let index = 0; index < 10; index++) await confirm('guess guess guess guess', as);
    expect([(await confirm(PASSWORD, as)).status, (await confirm(PASSWORD)).status]).toEqual([429, 204]);
  });

  it('counts the password as given at sign-in and when it is changed', async () => {
    const ages = async (id: string) =>
      (
        await api.owner.query(
          `select now() - password_given_at < interval '1 minute' as fresh from session where account_id = $1`,
          [id],
        )
      ).rows.map(({ fresh }) => fresh as boolean);
    const { leader } = house.home.accountIds;
    const as = await house.home.session('leader');
    await passwordGiven('3 hours');
    const changed = await api.call('PUT', '/session/password', {
      as,
      body: { current: PASSWORD, next: 'a wholly new sentence' },
    });
    expect([changed.status, await ages(leader)]).toEqual([204, [true]]);
    await api.owner.query(`delete from session where account_id = $1`, [leader]);
    await api.call('POST', '/session', {
      body: { email: house.home.emails.leader, password: 'a wholly new sentence' },
      key: null,
    });
    expect(await ages(leader)).toEqual([true]);
  });
});
