import { describeIndicator } from './indicator-suite';

describeIndicator('gr.measured-on-time', (test) => {
  const measure = async (benefit: Record<string, unknown> = {}) => {
    const { org } = test;
    return org.measure(await org.benefit(await org.initiative('BU'), benefit));
  };
  const quarter = (measureId: string, values: Record<string, unknown> = {}) =>
    test.org.obligation(measureId, '2025-01-01', '2025-03-31', '2025-04-23', values);

  it('counts obligations whose grace has run out, met when the measurement came in by then', async () => {
    const { org, at } = test;
    const own = await measure();
    const met = await quarter(own);
    await org.measurement(own, '2025-03-31', '10', { obligation_id: met, recorded_at: '2025-04-23T20:00:00Z' });
    const late = await org.obligation(own, '2025-04-01', '2025-04-30', '2025-05-14');
    await org.measurement(own, '2025-04-30', '10', { obligation_id: late, recorded_at: '2025-05-14T22:30:00Z' });
    const missed = await org.obligation(own, '2025-05-01', '2025-05-31', '2025-06-14');
    await org.obligation(own, '2025-06-01', '2025-06-30', '2025-07-14');
    expect(await at('2025-06-30')).toEqual({
      [met]: '1/1 counted met',
      [late]: '0/1 counted measured-late',
      [missed]: '0/1 missing not-measured',
    });
  });

  it('comes in on the day the grace runs out and leaves twelve months later', async () => {
    const { at } = test;
    const obligation = await quarter(await measure());
    expect(await at('2025-04-22')).toEqual({});
    expect(await at('2025-04-23')).toEqual({ [obligation]: '0/1 missing not-measured' });
    expect(await at('2026-04-22')).toEqual({ [obligation]: '0/1 missing not-measured' });
    expect(await at('2026-04-23')).toEqual({});
  });

  it('stays on time when the measurement is corrected later', async () => {
    const { org, at } = test;
    const own = await measure();
    const obligation = await quarter(own);
    const first = await org.measurement(own, '2025-03-31', '10', { obligation_id: obligation });
    await org.measurement(own, '2025-03-31', '11', {
      obligation_id: obligation,
      supersedes_id: first,
      recorded_at: '2025-06-01T12:00:00Z',
    });
    expect(await at('2025-06-30')).toEqual({ [obligation]: '1/1 counted met' });
  });

  it('leaves out waived ones, unless they were answered all the same', async () => {
    const { org, at } = test;
    const own = await measure();
    const obligation = await quarter(own, { waived_reason: 'Systemet er skiftet' });
    expect(await at('2025-06-30')).toEqual({ [obligation]: '0/0 exempt waived' });
    await org.measurement(own, '2025-03-31', '10', { obligation_id: obligation });
    expect(await at('2025-06-30')).toEqual({ [obligation]: '1/1 counted met' });
  });

  it('asks only approved benefits', async () => {
    const { org, at } = test;
    for (const state of ['identified', 'rejected', 'written_off', 'transferred'])
      await quarter(await measure({ state }));
    expect(await at('2025-06-30')).toEqual({});
    const closed = await quarter(await measure({ state: 'closed' }));
    expect(await at('2025-06-30')).toEqual({ [closed]: '0/1 missing not-measured' });
    expect(await org.stored('gr.measured-on-time')).toHaveLength(1);
  });
});
