import { describeIndicator } from './indicator-suite';

describeIndicator('gr.realisation-rate', (test) => {
  const YEAR = '120000000';

  /** 1,200,000 a year, 14 → 7 days from the first day of 2025; three months of 2025 owed. */
  const benefit = async (values: Record<string, unknown> = {}, plan: Record<string, unknown> = {}) => {
    const { org } = test;
    const id = await org.benefit(await org.initiative('BU'), {
      monetised: true,
      class: 'cash_releasing',
      full_year_value_minor: YEAR,
      ...values,
    });
    const measureId = await org.measure(id);
    await org.plan(id, measureId, [['2025-01-01', '7']], {
      full_year_value_minor: YEAR,
      starts_on: '2025-01-01',
      ends_on: '2025-03-31',
      ...plan,
    });
    return { id, measureId };
  };
  const quarter = (measureId: string, values: Record<string, unknown> = {}) =>
    test.org.obligation(measureId, '2025-01-01', '2025-03-31', '2025-04-23', values);

  it('is 150,000 of 300,000 kroner for a quarter half-way, in øre', async () => {
    const { org, at } = test;
    const { id, measureId } = await benefit();
    await org.measurement(measureId, '2025-03-31', '10.5', { obligation_id: await quarter(measureId) });
    expect(await at('2025-06-30')).toEqual({ [id]: '15000000/30000000 counted below-plan' });
    const months = await org.client.query<{ month: string; row: string }>(
      `select month, planned_minor || ' ' || realised_minor || ' ' || status as row from benefit_month where organisation_id = $1 order by 1`,
      [org.id],
    );
    expect(months.rows).toEqual([
      { month: '2025-01-01', row: '10000000 5000000 measured' },
      { month: '2025-02-01', row: '10000000 5000000 measured' },
      { month: '2025-03-01', row: '10000000 5000000 measured' },
    ]);
  });

  it('waits for a measurement until its grace runs out, then counts 0', async () => {
    const { at } = test;
    const { id, measureId } = await benefit();
    await quarter(measureId);
    expect(await at('2025-04-22')).toEqual({});
    expect(await at('2025-04-23')).toEqual({ [id]: '0/30000000 missing not-measured' });
  });

  it('counts months nobody owes a measurement for as not measured once they are over', async () => {
    const { at } = test;
    const { id } = await benefit();
    expect(await at('2025-01-30')).toEqual({});
    expect(await at('2025-01-31')).toEqual({ [id]: '0/10000000 missing not-measured' });
    expect(await at('2025-03-31')).toEqual({ [id]: '0/30000000 missing not-measured' });
  });

  it('leaves waived periods out on both sides', async () => {
    const { at } = test;
    const { measureId } = await benefit();
    await quarter(measureId, { waived_reason: 'Systemet er skiftet' });
    expect(await at('2025-06-30')).toEqual({});
  });

  it('forgets a month when its end lies 24 months back', async () => {
    const { org, at } = test;
    const { id, measureId } = await benefit();
    await org.measurement(measureId, '2025-03-31', '7', { obligation_id: await quarter(measureId) });
    expect(await at('2027-01-30')).toEqual({ [id]: '30000000/30000000 counted met' });
    expect(await at('2027-01-31')).toEqual({ [id]: '20000000/20000000 counted met' });
    expect(await at('2027-03-31')).toEqual({});
  });

  it('subtracts realised disbenefits without adding to the plan', async () => {
    const { org, at } = test;
    const { id, measureId } = await benefit({ polarity: -1 });
    await org.measurement(measureId, '2025-03-31', '7', { obligation_id: await quarter(measureId) });
    expect(await at('2025-06-30')).toEqual({ [id]: '-30000000/0 counted disbenefit' });
  });

  it('holds the frozen plan against a re-baselined one, and keeps what was written off', async () => {
    const { org, at } = test;
    const { id } = await benefit();
    const decision = await org.insert('decision', {
      kind: 'benefit_plan',
      body: 'Styregruppe',
      mandate_ok: true,
      decided_on: '2025-02-01',
      outcome: 'approve',
    });
    await org.insert('plan_version', {
      benefit_id: id,
      number: 99,
      kind: 'rebaselined',
      decided_on: '2025-02-01',
      attribution: '1',
      decision_id: decision,
      reason: 'Forsinket',
      full_year_value_minor: '1200',
    });
    await org.update('benefit', id, { state: 'written_off' });
    expect(await at('2025-06-30')).toEqual({ [id]: '0/30000000 missing not-measured' });
    await org.update('benefit', id, { state: 'transferred' });
    expect(await at('2025-06-30')).toEqual({});
  });

  it('cuts the claims on a pool across initiatives to what can be removed: 400, 300, 200 of 600', async () => {
    const { org, at } = test;
    const pool = await org.insert('benefit_pool', {
      name: 'Porto',
      period_from: '2025-01-01',
      removable_per_month_minor: '60000',
      currency: 'DKK',
    });
    const claims: string[] = [];
    for (const monthly of [40000, 30000, 20000]) {
      const year = String(monthly * 12);
      const { id } = await benefit({ pool_id: pool }, { full_year_value_minor: year, ends_on: '2025-01-31' });
      claims.push(id);
    }
    const members = await at('2025-06-30');
    expect(claims.map((id) => members[id])).toEqual(
      ['26667', '20000', '13333'].map((share) => `0/${share} missing not-measured`),
    );
    await org.update('benefit_pool', pool, { removable_per_month_minor: '90000' });
    expect((await at('2025-06-30'))[claims[0]!]).toBe('0/40000 missing not-measured');
  });

  it('does not take money that nobody promised for realised', async () => {
    const { org, at } = test;
    const { measureId } = await benefit({}, { full_year_value_minor: null });
    await org.update('measure', measureId, { money_basis: 'amount' });
    await org.measurement(measureId, '2025-03-31', '5000', { obligation_id: await quarter(measureId) });
    expect(await at('2025-06-30')).toEqual({});
  });
});
