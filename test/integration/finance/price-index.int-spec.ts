import { ApiUnderTest, type CallOptions, type SignedIn, type TestOrganisation } from '../api/api-under-test';

describe('the price and wage index', () => {
  let api: ApiUnderTest;
  let home: TestOrganisation;
  let neighbours: TestOrganisation;
  let finance: SignedIn;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    home = await api.organisation();
    neighbours = await api.organisation('Naboby');
    finance = await home.session('finance');
  });
  afterAll(() => api.stop());

  const estimate = (changes: object = {}) => ({
    validFrom: '2026-06-18',
    source: 'KL, skøn af juni 2026',
    levels: [
      { year: 2026, level: '107.1225' },
      { year: 2024, level: '100' },
      { year: 2025, level: '103.5' },
    ],
    ...changes,
  });
  const record = (body: unknown, options: CallOptions = {}) =>
    api.call('POST', '/finance/price-index', { as: finance, body, ...options });
  const read = async (as: SignedIn = finance, asOf?: string) => {
    const reply = await api.call('GET', `/finance/price-index${asOf ? `?asOf=${asOf}` : ''}`, { as });
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const faults = async (body: unknown) => {
    const reply = await record(body);
    return [
      reply.status,
      ...reply.body.errors.map((fault: { pointer: string; code: string }) => [fault.pointer, fault.code]),
    ];
  };

  it('is unknown until the first estimate', async () => {
    expect(await read()).toMatchObject({ inForce: null, estimates: [] });
  });

  it('is recorded with its date and source, and read by year with its rise', async () => {
    const reply = await record(estimate());
    expect([reply.status, reply.body]).toMatchObject([
      201,
      {
        validFrom: '2026-06-18',
        source: 'KL, skøn af juni 2026',
        corrected: false,
        levels: [
          { year: 2024, level: '100', change: null },
          { year: 2025, level: '103.5', change: '0.035' },
          { year: 2026, level: '107.1225', change: '0.035' },
        ],
      },
    ]);
    expect((await read()).inForce).toEqual(reply.body);
    const { rows } = await api.owner.query(
      `select actor_id is not null as known, action, changes from audit_event where organisation_id = $1 and object_id = $2`,
      [home.organisationId, reply.body.id],
    );
    expect(rows).toMatchObject([
      { known: true, action: 'recorded', changes: { validFrom: { from: null, to: '2026-06-18' } } },
    ]);
  });

  it('keeps what an earlier day knew when a later estimate comes, whoever records it when', async () => {
    const [june] = (await read()).estimates;
    const later = await record(estimate({ validFrom: '2026-10-01', source: 'KL, oktober' }));
    await record(estimate({ validFrom: '2025-06-20', source: 'KL, 2025' }));
    const now = await read();
    expect(now.inForce).toEqual(later.body);
    expect(now.estimates.map(({ validFrom }: { validFrom: string }) => validFrom)).toEqual([
      '2026-10-01',
      '2026-06-18',
      '2025-06-20',
    ]);
    expect((await read(finance, '2026-09-30')).inForce).toEqual(june);
    expect((await read(finance, '2025-06-19')).inForce).toBeNull();
  });

  it('is corrected by a record for the same day; the wrong one stays in the history', async () => {
    const right = await record(estimate({ validFrom: '2026-10-01', source: 'KL, oktober, rettet' }));
    const { inForce, estimates } = await read();
    expect(inForce).toEqual(right.body);
    expect(estimates.slice(0, 3)).toMatchObject([
      { source: 'KL, oktober, rettet', corrected: false },
      { source: 'KL, oktober', corrected: true },
      { source: 'KL, skøn af juni 2026', corrected: false },
    ]);
  });

  it('refuses what is no index, field by field', async () => {
    const levels = [
      { year: 2024, level: '100' },
      { year: 2026, level: '0' },
      { year: 2024, level: '101' },
      { year: 2027, level: '110' },
      { year: 2029, level: '112' },
    ];
    expect(await faults(estimate({ levels }))).toEqual([
      422,
      ['/levels/1/level', 'not_above_zero'],
      ['/levels/2/year', 'repeated'],
      ['/levels/4/year', 'gap'],
    ]);
    expect(await faults(estimate({ validFrom: '2999-01-01' }))).toEqual([422, ['/validFrom', 'in_future']]);
    expect(await faults(estimate({ levels: levels.slice(0, 1), source: ' ' }))).toEqual([
      400,
      ['/source', 'too_small'],
      ['/levels', 'too_small'],
    ]);
    expect((await faults(estimate({ levels: [{ year: 1066, level: 1 }] })))[0]).toBe(400);
  });

  it('is recorded by finance and the office for the whole organisation, not by a grant for one unit', async () => {
    expect((await record(estimate(), { as: await home.session('leader') })).status).toBe(403);
    expect((await record(estimate(), { as: await home.token('finance', ['read']) })).status).toBe(403);
    await api.owner.query(`update access_grant set unit_id = $2 where organisation_id = $1 and account_id = $3`, [
      home.organisationId,
      home.unitId,
      home.accountIds.portfolio_office,
    ]);
    expect((await record(estimate(), { as: await home.session('portfolio_office') })).status).toBe(403);
  });

  it('is each organisation’s own', async () => {
    expect((await read(await neighbours.session('auditor'))).estimates).toEqual([]);
  });

  it('gives two records of the same day and moment a place each, or tells the second', async () => {
    const body = estimate({ validFrom: '2024-01-01' });
    const replies = await Promise.all(Array.from({ length: 6 }, () => record(body)));
    const { estimates } = await read();
    const made = estimates.filter(({ validFrom }: { validFrom: string }) => validFrom === '2024-01-01');
    expect(made.length).toBe(replies.filter(({ status }) => status === 201).length);
    expect(replies.map(({ status }) => status).every((status) => status === 201 || status === 409)).toBe(true);
    expect(made.filter(({ corrected }: { corrected: boolean }) => !corrected)).toHaveLength(1);
  });
});
