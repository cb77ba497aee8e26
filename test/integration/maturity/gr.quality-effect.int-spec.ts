import { describeIndicator } from './indicator-suite';

describeIndicator('gr.quality-effect', (test) => {
  /** 14 → 7 days in two steps. */
  const benefit = async (values: Record<string, unknown> = {}, plan: Record<string, unknown> = {}) => {
    const { org } = test;
    const id = await org.benefit(await org.initiative('BU'), values);
    const measureId = await org.measure(id);
    const points: [string, string][] = [
      ['2025-06-30', '10.5'],
      ['2025-12-31', '7'],
    ];
    await org.plan(id, measureId, points, plan);
    return { id, measureId };
  };

  it('takes the share of the latest due target that the latest measurement reaches, between 0 and 1', async () => {
    const { org, at } = test;
    const { id, measureId } = await benefit({ beneficiary: 'citizen' });
    expect(await at('2025-06-29')).toEqual({});
    expect(await at('2025-06-30')).toEqual({ [id]: '0/1 missing not-measured' });
    await org.measurement(measureId, '2025-06-30', '9');
    expect(await at('2025-06-30')).toEqual({ [id]: '1/1 counted met' });
    expect(await at('2025-12-31')).toEqual({ [id]: '0.714286/1 counted below-target' });
    await org.measurement(measureId, '2026-01-31', '16');
    expect(await at('2026-01-31')).toEqual({ [id]: '0/1 counted below-target' });
    expect((await org.stored('gr.quality-effect')).map(({ group }) => group)).toEqual(['citizen']);
  });

  it('asks for 24 months after a target fell due, and forgets measurements older than that', async () => {
    const { org, at } = test;
    const { id, measureId } = await benefit();
    await org.measurement(measureId, '2025-07-31', '7');
    expect(await at('2027-07-30')).toEqual({ [id]: '1/1 counted met' });
    expect(await at('2027-07-31')).toEqual({ [id]: '0/1 missing not-measured' });
    expect(await at('2027-12-30')).toEqual({ [id]: '0/1 missing not-measured' });
    expect(await at('2027-12-31')).toEqual({});
  });

  it('cannot say anything without a baseline or a way to go', async () => {
    const { org, at } = test;
    const bare = await benefit({}, { baseline_value: null });
    await org.measurement(bare.measureId, '2025-12-31', '7');
    const still = await benefit({}, { baseline_value: '7' });
    await org.measurement(still.measureId, '2025-12-31', '7');
    expect(await at('2026-01-31')).toEqual({
      [bare.id]: '0/1 missing no-baseline',
      [still.id]: '0/1 missing target-equals-baseline',
    });
    await org.insert('baseline', { measure_id: bare.measureId, value: '14', measured_on: '2025-01-01' });
    expect((await at('2026-01-31'))[bare.id]).toBe('1/1 counted met');
  });

  it('leaves out monetised benefits, disbenefits and what is not approved', async () => {
    const { at } = test;
    await benefit({ monetised: true });
    await benefit({ polarity: -1 });
    await benefit({ state: 'profiled' });
    await benefit({ state: 'written_off' });
    expect(await at('2026-01-31')).toEqual({});
  });

  it('reads the lead measure: lowest position', async () => {
    const { org, at } = test;
    const { id, measureId } = await benefit();
    await org.measurement(measureId, '2025-12-31', '7');
    const other = await org.measure(id, { position: 1 });
    await org.measurement(other, '2025-12-31', '14');
    expect(await at('2026-01-31')).toEqual({ [id]: '1/1 counted met' });
    await org.update('measure', measureId, { position: 2 });
    expect(await at('2026-01-31')).toEqual({});
  });
});
