import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type SignedIn, type TestOrganisation } from '../api/api-under-test';

let api: ApiUnderTest;
let home: TestOrganisation;
let finance: SignedIn;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());

beforeEach(async () => {
  home = await api.organisation();
  finance = await home.session('finance');
});

interface Account {
  account?: string;
  costCentre?: string;
}

/** A benefit of an initiative of its own, written as the owner: these tests are about its accounts. */
async function benefitOf(title: string, { account, costCentre }: Account = {}, of = home): Promise<string> {
  const [initiativeId, id] = [randomUUID(), randomUUID()];
  await api.owner.query(
    `insert into initiative (organisation_id, id, code, title, unit_id, phase) values ($1, $2, $3, 'Digital post', $4, 'realising')`,
    [of.organisationId, initiativeId, initiativeId.slice(0, 8), of.unitId],
  );
  await api.owner.query(
    `insert into benefit (organisation_id, id, initiative_id, title, class, state_since, monetised, currency, owner_unit_id, account, cost_centre)
      values ($1, $2, $3, $4, 'cash_releasing', '2026-01-01', true, 'DKK', $5, $6, $7)`,
    [of.organisationId, id, initiativeId, title, of.unitId, account ?? null, costCentre ?? null],
  );
  return id;
}

async function booked(
  account: string,
  costCentre: string | null,
  month: string,
  amount: string | null,
  { text = null, budget = null }: { text?: string | null; budget?: string | null } = {},
): Promise<void> {
  await api.owner.query(
    `insert into finance_actual (organisation_id, account, cost_centre, month, amount_minor, budget_minor, currency, text, source_key)
      values ($1, $2, $3, $4, $5, $6, 'DKK', $7, $8)`,
    [home.organisationId, account, costCentre, month, amount, budget, text, randomUUID()],
  );
}

const read = (path: string, as = finance) => api.call('GET', path, { as });
const remember = (body: object, as = finance) => api.call('POST', '/finance/matching-rules', { as, body });

describe('actuals and the benefits they belong to', () => {
  it('are matched by the closest rule, the benefit’s own account included; what is not matched is listed', async () => {
    const postage = await benefitOf('Mindre porto', { account: '4301', costCentre: '2100' });
    const licences = await benefitOf('Færre licenser');
    await booked('4301', '2100', '2026-03-01', '5000', { text: 'Porto' });
    await booked('4301', '2200', '2026-03-01', '700', { text: 'Porto' });
    await booked('43015', '2200', '2026-04-01', '-900');
    await booked('9', null, '2026-04-01', '100');
    const rule = await remember({ benefitId: licences, account: '430', match: 'prefix' });
    expect(rule.status).toBe(201);
    expect(rule.body).toMatchObject({ lines: 2, benefitTitle: 'Færre licenser', createdByName: 'Person finance' });

    const all = await read('/finance/actuals?sort=account,-amount');
    expect(
      all.body.items.map((line: any) => [line.account, line.costCentre, line.match, line.benefit?.title, line.ruleId]),
    ).toEqual([
      ['4301', '2100', 'matched', 'Mindre porto', null],
      ['4301', '2200', 'matched', 'Færre licenser', rule.body.id],
      ['43015', '2200', 'matched', 'Færre licenser', rule.body.id],
      ['9', null, 'unmatched', undefined, null],
    ]);
    for (const [query, accounts] of [
      ['filter[match]=unmatched', ['9']],
      ['filter[match]=matched&filter[month][lte]=2026-03-01', ['4301', '4301']],
      [`filter[benefitId]=${licences}`, ['43015', '4301']],
      [`filter[benefitId]=${postage}`, ['4301']],
      ['filter[account]=9,43015&sort=account', ['43015', '9']],
      ['q=porto', ['4301', '4301']],
      ['filter[match]=ambiguous', []],
    ] as const) {
      const { body } = await read(`/finance/actuals?${query}`);
      expect([query, body.items.map(({ account }: { account: string }) => account)]).toEqual([query, accounts]);
    }
    const own = await read('/finance/matching-rules');
    expect(own.body.own).toEqual([
      { benefitId: postage, benefitTitle: 'Mindre porto', account: '4301', costCentre: '2100', lines: 1 },
    ]);
  });

  it('add up per benefit and month; parts are the whole, and what nobody stated is not 0', async () => {
    const postage = await benefitOf('Mindre porto', { account: '4301' });
    await booked('4301', '2100', '2026-03-01', '5000', { budget: '6000' });
    await booked('4301', '2200', '2026-03-01', '-700');
    await booked('4301', '2200', '2026-04-01', null, { budget: '100' });
    await booked('9', null, '2026-04-01', '100');
    const totals = await read('/finance/actuals/totals');
    const month = { benefitId: postage, benefitTitle: 'Mindre porto', currency: 'DKK' };
    expect(totals.body).toEqual({
      items: [
        { ...month, month: '2026-03-01', lines: 2, spentMinor: '4300', budgetMinor: '6000' },
        { ...month, month: '2026-04-01', lines: 1, spentMinor: null, budgetMinor: '100' },
      ],
      matches: {
        matched: [{ currency: 'DKK', lines: 3, spentMinor: '4300', budgetMinor: '6100' }],
        unmatched: [{ currency: 'DKK', lines: 1, spentMinor: '100', budgetMinor: null }],
        ambiguous: [],
      },
      closedThrough: null,
    });
    const march = await read(`/finance/actuals/totals?to=2026-03-01&benefitId=${postage}`);
    expect(march.body.items).toHaveLength(1);
    expect(march.body.matches.unmatched).toEqual([]);
  });

  it('of an account two benefits claim stay ambiguous until a person decides', async () => {
    const [a, b] = [await benefitOf('A', { account: '4301' }), await benefitOf('B', { account: '4301' })];
    await booked('4301', '2100', '2026-03-01', '5000', { text: 'Vikar' });
    await booked('4301', '2100', '2026-04-01', '6000', { text: 'Løn' });
    const open = await read('/finance/actuals/accounts?match=ambiguous');
    expect(open.body.items).toMatchObject([
      {
        account: '4301',
        costCentre: '2100',
        lines: 2,
        spentMinor: '11000',
        firstMonth: '2026-03-01',
        lastMonth: '2026-04-01',
        texts: ['Løn', 'Vikar'],
        match: 'ambiguous',
        benefit: null,
      },
    ]);
    expect(open.body.items[0].candidates.map(({ id }: { id: string }) => id).sort()).toEqual([a, b].sort());
    await remember({ benefitId: b, account: '4301', costCentre: '2100', validFrom: '2026-04-01' });
    expect((await read('/finance/actuals/accounts?match=ambiguous')).body.items).toMatchObject([{ lines: 1 }]);
    expect((await read('/finance/actuals/accounts?match=matched')).body.items).toMatchObject([
      { lines: 1, firstMonth: '2026-04-01', benefit: { title: 'B' } },
    ]);
  });
});

describe('a remembered rule', () => {
  it('is changed and forgotten by its version; lines follow, and the trail keeps what it said', async () => {
    const [a, b] = [await benefitOf('A'), await benefitOf('B')];
    await booked('4301', null, '2026-03-01', '5000');
    const rule = (await remember({ benefitId: a, account: '4301' })).body;
    const path = `/finance/matching-rules/${rule.id}`;
    const changed = await api.call('PATCH', path, { as: finance, version: rule.version, body: { benefitId: b } });
    expect(changed.body).toMatchObject({ benefitId: b, benefitTitle: 'B', version: rule.version + 1, lines: 1 });
    const stale = await api.call('PATCH', path, { as: finance, version: rule.version, body: { account: '1' } });
    expect(stale.status).toBe(412);
    expect((await api.call('DELETE', path, { as: finance, version: rule.version })).status).toBe(412);
    expect((await api.call('DELETE', path, { as: finance, version: rule.version + 1 })).status).toBe(204);
    expect((await read('/finance/actuals?filter[match]=unmatched')).body.items).toHaveLength(1);
    const { rows } = await api.owner.query(
      `select action, parent_id from audit_event where organisation_id = $1 and object_id = $2 order by sequence`,
      [home.organisationId, rule.id],
    );
    expect(rows).toEqual([
      { action: 'added', parent_id: a },
      { action: 'changed', parent_id: b },
      { action: 'removed', parent_id: b },
    ]);
  });

  it('is refused where another says something about the same lines, naming the field and the benefit', async () => {
    const [a, b] = [await benefitOf('A'), await benefitOf('B')];
    await remember({ benefitId: a, account: '4301', validTo: '2026-06-01' });
    const refused = await remember({ benefitId: b, account: ' 43 01', validFrom: '2026-05-01' });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer: '/account', code: 'rule_exists' }] });
    expect(refused.text).toContain('»A«');
    expect((await remember({ benefitId: b, account: '4301', validFrom: '2026-06-01' })).status).toBe(201);
    const turned = await remember({ benefitId: b, account: '5', validFrom: '2026-05-01', validTo: '2026-05-01' });
    expect(turned.body.errors).toMatchObject([{ pointer: '/validTo', code: 'ends_before_start' }]);
    const sameTime = await Promise.all([
      remember({ benefitId: a, account: '77' }),
      remember({ benefitId: b, account: '77' }),
    ]);
    expect(sameTime.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('is made by finance and the office, in their own units', async () => {
    const benefitId = await benefitOf('A');
    for (const [role, status] of [
      ['portfolio_office', 201],
      ['project_manager', 403],
      ['leader', 403],
      ['auditor', 403],
    ] as const) {
      const reply = await remember({ benefitId, account: role }, await home.session(role));
      expect([role, reply.status]).toEqual([role, status]);
    }
    await api.owner.query(
      `with elsewhere as (insert into unit (organisation_id, parent_id, code, name, level, valid_from, ancestor_ids)
          values ($1, $2, '12', 'Teknik', 1, '2020-01-01', '{}') returning id)
        update access_grant set unit_id = (select id from elsewhere) where organisation_id = $1 and account_id = $3`,
      [home.organisationId, home.rootUnitId, home.accountIds.finance],
    );
    expect((await remember({ benefitId, account: 'x' })).status).toBe(403);
    const stranger = await (await api.organisation('Nabo')).session('finance');
    expect((await remember({ benefitId, account: 'x' }, stranger)).status).toBe(404);
    expect((await read('/finance/actuals', stranger)).body.items).toEqual([]);
  });
});
