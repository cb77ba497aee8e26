import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../api/api-under-test';
import { EVIDENCE, LedgerUnderTest, PASSED } from './finance-fixture';

let api: ApiUnderTest;
let house: LedgerUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  house = await LedgerUnderTest.start(api);
});

const codes = (reply: { body: { errors?: { pointer: string; code: string }[] } }) =>
  (reply.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a measured gain', () => {
  it('waits for finance by itself, with the months of its obligation', async () => {
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '10.5');
    expect(await house.claims()).toEqual([
      expect.objectContaining({
        benefitId: benefit.id,
        rung: 'quality_assured',
        amountMinor: '15000000',
        monthFrom: '2024-01-01',
        monthTo: '2024-03-01',
        state: 'submitted',
        cannotValidate: null,
        measurement: expect.objectContaining({ value: '10.5', unit: 'dage' }),
      }),
    ]);
  });

  it('is nothing to validate when zero was measured, and stays a measured zero', async () => {
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '14');
    expect(await house.claims()).toEqual([]);
    await house.settle();
    const [item] = (await house.ledger()).items;
    expect(item).toMatchObject({ realised: '0', leakage: { shortfall: '30000000', notMeasured: '90000000' } });
  });

  it('replaces the claim that waits when the measurement is corrected', async () => {
    const benefit = await house.benefit();
    const first = await house.measure(benefit, '2024-03-31', '10.5');
    await house.measure(benefit, '2024-03-31', '7', { supersedesId: first.id });
    const claims = await house.claims('&sort=amount');
    expect(claims.map(({ amountMinor, state }) => [amountMinor, state])).toEqual([
      ['15000000', 'lapsed'],
      ['30000000', 'submitted'],
    ]);
  });

  it('claims the difference when the former one was approved, up or down', async () => {
    const benefit = await house.benefit();
    const first = await house.measure(benefit, '2024-03-31', '7');
    await house.approve(await house.claims());
    await house.measure(benefit, '2024-03-31', '10.5', { supersedesId: first.id, comment: 'Halvdelen manglede' });
    const [correction] = await house.claims('&filter[state]=submitted');
    expect(correction).toMatchObject({
      amountMinor: '-15000000',
      correctsClaimId: expect.any(String),
      comment: 'Halvdelen manglede',
    });
    const [answer] = await house.approve([correction]);
    expect(answer.outcome).toBe('approved');
    await house.settle();
    expect((await house.ledger()).items[0]).toMatchObject({ qualityAssured: '15000000', realised: '15000000' });
  });
});

describe('reporting', () => {
  it('names everything that is missing on a rung, at its field, and writes nothing', async () => {
    const benefit = await house.benefit();
    const reply = await house.report([
      { benefitId: benefit.id, year: 2024, rung: 'quality_assured', amountMinor: '100' },
      { benefitId: benefit.id, year: 2024, rung: 'budgeted', amountMinor: '100', evidenceKind: 'estimate' },
      { benefitId: benefit.id, year: 2024, rung: 'confirmed', amountMinor: '0', monthTo: '2025-01-01' },
    ]);
    expect(reply.status).toBe(422);
    expect(codes(reply)).toEqual([
      '/items/1/evidenceKind estimate_is_no_evidence',
      '/items/1/budgetVersionId budget_version_missing',
      '/items/2/amountMinor amount_zero',
      '/items/2/monthFrom months_outside_year',
      '/items/2/account account_missing',
      '/items/2/postingRef posting_ref_missing',
      '/items/2/accountsRef accounts_ref_missing',
    ]);
    expect(await house.claims()).toEqual([]);
  });

  it('keeps freed time below the budget: capacity is not cash', async () => {
    const benefit = await house.benefit({ class: 'capacity' });
    const reply = await house.report([
      { benefitId: benefit.id, year: 2024, rung: 'budgeted', amountMinor: '100', budgetVersionId: house.budgetId },
    ]);
    expect(codes(reply)).toEqual(['/items/0/rung class_stays_below_budget']);
  });

  it('takes a budget for its own year and three estimate years', async () => {
    const benefit = await house.benefit();
    const claim = (year: number) => ({
      benefitId: benefit.id,
      year,
      rung: 'budgeted',
      amountMinor: '100',
      budgetVersionId: house.budgetId,
    });
    expect((await house.report([claim(2024), claim(2025), claim(2026), claim(2027)])).status).toBe(201);
    expect(codes(await house.report([claim(2028)]))).toEqual(['/items/0/budgetVersionId budget_version_other_years']);
  });

  it('changes a waiting amount, and whoever changed it is its reporter', async () => {
    const benefit = await house.benefit();
    const reported = await house.report([
      { benefitId: benefit.id, year: 2024, rung: 'quality_assured', amountMinor: '100', ...EVIDENCE },
    ]);
    const [claim] = reported.body.items;
    const changed = await house.call(
      'finance',
      'PATCH',
      `/finance/claims/${claim.id}`,
      { amountMinor: '90' },
      claim.version,
    );
    expect(changed.body).toMatchObject({
      amountMinor: '90',
      proposedByName: 'Person finance',
      cannotValidate: 'own_claim',
    });
    const [answer] = await house.approve([changed.body]);
    expect(answer).toMatchObject({ outcome: 'refused', problem: { code: 'own_claim' } });
    const stale = await house.call(
      'project_manager',
      'PATCH',
      `/finance/claims/${claim.id}`,
      { amountMinor: '80' },
      claim.version,
    );
    expect(stale.status).toBe(412);
  });

  it('withdraws what is not approved, once', async () => {
    const benefit = await house.benefit();
    const reported = await house.report([
      { benefitId: benefit.id, year: 2024, rung: 'quality_assured', amountMinor: '100', ...EVIDENCE },
    ]);
    const [claim] = reported.body.items;
    const path = `/finance/claims/${claim.id}/withdrawals`;
    const withdrawn = await house.call('project_manager', 'POST', path, { reason: 'Dobbelt' }, claim.version);
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', reason: 'Dobbelt' });
    const again = await house.call('project_manager', 'POST', path, { reason: 'Igen' }, withdrawn.body.version);
    expect(codes(again)).toEqual(['/reason claim_decided']);
  });

  it('is not for auditors, and not about benefits of others', async () => {
    const benefit = await house.benefit();
    const claim = { benefitId: benefit.id, year: 2024, rung: 'quality_assured', amountMinor: '100' };
    expect((await house.report([claim], 'auditor')).status).toBe(403);
    const elsewhere = await LedgerUnderTest.start(api);
    expect((await elsewhere.report([claim])).status).toBe(404);
  });

  it('finds the benefits a person may report on: by role, or because they answer for them; given-up ones never', async () => {
    const benefit = await house.benefit();
    const found = async (role: Parameters<LedgerUnderTest['call']>[0], q = '') => {
      const { body } = await house.call(role, 'GET', `/benefits?filter[reportable]=true${q}`);
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect([await found('finance'), await found('finance', '&q=2023-001')]).toEqual([[benefit.id], [benefit.id]]);
    expect([await found('project_manager'), await found('auditor')]).toEqual([[benefit.id], []]);
    // A leader of another unit, but the benefit's owner.
    const elsewhere = `update access_grant g set unit_id = $2 from account a where a.id = g.account_id and a.person_id = $1`;
    const { rows } = await api.owner.query(
      `insert into unit (organisation_id, id, parent_id, name, code, level, ancestor_ids, valid_from) values ($1, gen_random_uuid(), $2, 'Andet sted', 'X', 1, array[$2::uuid], '2020-01-01') returning id`,
      [house.home.organisationId, house.home.rootUnitId],
    );
    await api.owner.query(elsewhere, [house.home.personIds.leader, rows[0].id]);
    expect(await found('leader')).toEqual([benefit.id]);
    await api.owner.query(`update benefit set owner_id = null where id = $1`, [benefit.id]);
    await api.owner.query(`update initiative set owner_id = null where id = $1`, [house.initiativeId]);
    expect(await found('leader')).toEqual([]);
    await api.owner.query(`update benefit set state = 'written_off' where id = $1`, [benefit.id]);
    expect(await found('finance')).toEqual([]);
  });
});

describe('validation', () => {
  it('warns of double counting among approved benefits only, in the list and at the amount', async () => {
    const benefits = [await house.benefit({ account: '6.45.51' }), await house.benefit({ account: '6.45.51' })];
    for (const benefit of benefits) await house.measure(benefit, '2024-03-31', '7');
    await house.settle();
    const warned = async () => {
      const { body } = await house.call('finance', 'GET', '/finance/double-countings?year=2024');
      return body.items.map(({ kind }: { kind: string }) => kind);
    };
    // At the amount an account shared with another benefit is named; a name of a measure only across initiatives.
    const hinted = async () => {
      const claims = await house.claims(`&filter[benefitId]=${benefits[0]!.id}`);
      return claims.flatMap(({ hints }) => hints.map(({ code }: { code: string }) => code));
    };
    await house.report([
      { benefitId: benefits[0]!.id, year: 2024, rung: 'quality_assured', amountMinor: '100', ...EVIDENCE },
    ]);
    expect(await warned()).toEqual(['same_account', 'same_measure']);
    expect(await hinted()).toContain('same_account');
    await api.owner.query(`update benefit set state = 'profiled' where id = $1`, [benefits[1]!.id]);
    expect(await warned()).toEqual([]);
    expect(await hinted()).not.toContain('same_account');
  });

  it('answers each item on its own: approved, disputed, refused', async () => {
    const benefit = await house.benefit();
    for (const [date, value] of [
      ['2024-03-31', '7'],
      ['2024-06-30', '7'],
      ['2024-09-30', '7'],
    ] as const)
      await house.measure(benefit, date, value);
    const [first, second, third] = await house.claims();
    const answers = await house.validate([
      { claimId: first.id, version: first.version, outcome: 'approve', checklist: PASSED },
      { claimId: second.id, version: second.version, outcome: 'dispute', reason: 'Effekten skyldes færre ansøgninger' },
      { claimId: third.id, version: third.version + 1, outcome: 'approve', checklist: PASSED },
      { claimId: randomUUID(), version: 1, outcome: 'approve', checklist: PASSED },
    ]);
    expect(answers.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([
      ['approved', undefined],
      ['disputed', undefined],
      ['refused', 'stale'],
      ['refused', 'not_found'],
    ]);
    expect(answers[0].claim).toMatchObject({ state: 'approved', assurance: 'green', decidedByName: 'Person finance' });
    await house.settle();
    const { totals } = await house.ledger();
    expect(totals.leakage).toMatchObject({
      promised: '120000000',
      disputed: '30000000',
      notMeasured: '30000000',
      realised: '60000000',
    });
  });

  it.each([
    ['nothing answered', {}, 'checklist_missing'],
    ['a failed test', { checklist: { ...PASSED, attribution: 'failed' } }, 'test_failed'],
    ['an unexplained doubt', { checklist: { ...PASSED, valuation: 'doubtful' } }, 'doubt_unexplained'],
  ])('refuses to approve with %s', async (_, more, code) => {
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '7');
    const [claim] = await house.claims();
    const [answer] = await house.validate([{ claimId: claim.id, version: claim.version, outcome: 'approve', ...more }]);
    expect(answer).toMatchObject({ outcome: 'refused', problem: { code } });
  });

  it('marks an explained doubt amber', async () => {
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '7');
    const [answer] = await house.approve(await house.claims(), {
      checklist: { ...PASSED, valuation: 'doubtful' },
      reason: 'Stikprøve på 20 sager',
    });
    expect(answer.claim).toMatchObject({ assurance: 'amber', reason: 'Stikprøve på 20 sager' });
  });

  it('takes somebody independent: neither owner, manager, nor anybody who is not controller of the unit', async () => {
    const { personIds, organisationId } = house.home;
    const benefit = await house.benefit();
    await house.measure(benefit, '2024-03-31', '7');
    const [claim] = await house.claims();
    const answered = async () => (await house.approve([claim]))[0].problem?.code;
    await api.owner.query(`update benefit set owner_id = $2 where id = $1`, [benefit.id, personIds.finance]);
    expect(await answered()).toBe('benefit_owner');
    await api.owner.query(`update benefit set owner_id = $2 where id = $1`, [benefit.id, personIds.leader]);
    await api.owner.query(`update initiative set manager_id = $2 where id = $1`, [
      house.initiativeId,
      personIds.finance,
    ]);
    expect(await answered()).toBe('project_manager');
    await api.owner.query(`update initiative set manager_id = $2 where id = $1`, [
      house.initiativeId,
      personIds.project_manager,
    ]);
    await api.owner.query(
      `update role_assignment set valid_to = '2024-01-01' where organisation_id = $1 and role = 'finance_controller'`,
      [organisationId],
    );
    expect(await answered()).toBe('not_controller');
    expect((await house.call('leader', 'POST', '/finance/validations', { items: [] })).status).toBe(403);
  });

  it('lets the reporter answer a dispute by reporting anew', async () => {
    const benefit = await house.benefit();
    const reported = await house.report([
      { benefitId: benefit.id, year: 2024, rung: 'quality_assured', amountMinor: '5000000', ...EVIDENCE },
    ]);
    const [claim] = reported.body.items;
    const [disputed] = await house.validate([
      { claimId: claim.id, version: claim.version, outcome: 'dispute', reason: 'For højt' },
    ]);
    const anew = await house.call(
      'project_manager',
      'PATCH',
      `/finance/claims/${claim.id}`,
      { amountMinor: '4000000' },
      disputed.claim.version,
    );
    expect(anew.body).toMatchObject({ state: 'submitted', reason: null, amountMinor: '4000000' });
    expect((await house.approve([anew.body]))[0].outcome).toBe('approved');
  });

  it('is done once, also when 200 approve the same items at the same time', async () => {
    const benefit = await house.benefit();
    for (const [date, value] of [
      ['2024-03-31', '7'],
      ['2024-06-30', '7'],
      ['2024-09-30', '7'],
      ['2024-12-31', '7'],
    ] as const)
      await house.measure(benefit, date, value);
    const claims = await house.claims();
    // A machine with much else to do says "busy, nothing was done" to some; they ask again, as the client does.
    const answered = async (role: 'finance' | 'project_manager', items: object[]) => {
      for (;;) {
        const reply = await house.call(role, 'POST', '/finance/validations', { items });
        if (reply.status !== 503) return reply;
      }
    };
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const claim = claims[index % claims.length];
        const items = [{ claimId: claim.id, version: claim.version, outcome: 'approve', checklist: PASSED }];
        return answered(Math.floor(index / claims.length) % 2 === 0 ? 'finance' : 'project_manager', items);
      }),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 403]));
    const outcomes = replies.flatMap(
      ({ body }) => (body.items ?? []) as { outcome: string; problem: { code: string } | null }[],
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'approved')).toHaveLength(claims.length);
    expect(new Set(outcomes.flatMap(({ problem }) => problem?.code ?? []))).toEqual(new Set(['decided']));
    const { rows } = await api.owner.query(
      `select count(*)::int as entries, count(*) filter (where entered_by = validated_by)::int as own, sum(amount_minor)::text as sum from finance_entry where organisation_id = $1`,
      [house.home.organisationId],
    );
    expect(rows).toEqual([{ entries: 4, own: 0, sum: '120000000' }]);
  }, 120_000);
});
