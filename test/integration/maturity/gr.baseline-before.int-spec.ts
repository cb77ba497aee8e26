import { describeIndicator } from './indicator-suite';

describeIndicator('gr.baseline-before', (test) => {
  const measureOf = async (initiative: Record<string, unknown>, benefit: Record<string, unknown> = {}) => {
    const { org } = test;
    return org.measure(await org.benefit(await org.initiative('BU', initiative), benefit));
  };

  it('counts measures whose baseline was measured by the day of go-live, and not by estimate', async () => {
    const { org, at } = test;
    const live = { go_live_actual: '2025-06-01' };
    const baseline = (measure_id: string, measured_on: string, evidence_kind: string | null) =>
      org.insert('baseline', { measure_id, value: '14', measured_on, evidence_kind });
    const inTime = await measureOf(live);
    await baseline(inTime, '2025-06-01', 'count');
    const late = await measureOf(live);
    await baseline(late, '2025-06-02', 'count');
    const estimated = await measureOf(live);
    await baseline(estimated, '2025-05-01', 'estimate');
    const unsaid = await measureOf(live);
    await baseline(unsaid, '2025-05-01', null);
    const planned = await measureOf(live);
    await org.insert('baseline', { measure_id: planned, planned_on: '2025-05-01' });
    await measureOf(live, { state: 'profiled' });
    expect(await at('2026-01-31')).toEqual({
      [inTime]: '1/1 counted met',
      [late]: '0/1 counted baseline-late',
      [estimated]: '0/1 counted baseline-estimated',
      [unsaid]: '0/1 counted baseline-estimated',
      [planned]: '0/1 counted no-baseline',
    });
    await baseline(inTime, '2025-12-01', 'estimate');
    expect((await at('2026-01-31'))[inTime]).toBe('1/1 counted met');
  });

  it('asks from the day of go-live for 36 months', async () => {
    const { at } = test;
    const measure = await measureOf({ go_live_actual: '2023-03-15' });
    expect(await at('2023-03-14')).toEqual({});
    expect(await at('2023-03-15')).toEqual({ [measure]: '0/1 counted no-baseline' });
    expect(await at('2026-03-14')).toEqual({ [measure]: '0/1 counted no-baseline' });
    expect(await at('2026-03-15')).toEqual({});
  });

  it('is fresh for six months after the benefit was confirmed or measured', async () => {
    const { org } = test;
    const measure = await measureOf({ go_live_actual: '2025-01-01' }, { confirmed_on: '2025-06-30' });
    expect(await test.freshAt('2025-12-29')).toEqual({ [measure]: true });
    expect(await test.freshAt('2025-12-30')).toEqual({ [measure]: false });
    await org.measurement(measure, '2026-01-15', '10');
    expect(await test.freshAt('2026-01-14')).toEqual({ [measure]: false });
    expect(await test.freshAt('2026-01-15')).toEqual({ [measure]: true });
  });

  it('belongs to the unit of the benefit owner, else to the lead unit', async () => {
    const { org, at } = test;
    await measureOf({ go_live_actual: '2025-01-01' }, { owner_unit_id: org.unitId('TM') });
    await measureOf({ go_live_actual: '2025-01-01' });
    await at('2025-06-30');
    const units = (await org.stored('gr.baseline-before')).map(({ unitId }) => unitId).sort();
    expect(units).toEqual([org.unitId('BU'), org.unitId('TM')].sort());
  });
});
