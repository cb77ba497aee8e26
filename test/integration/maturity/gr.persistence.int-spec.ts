import { describeIndicator } from './indicator-suite';

describeIndicator('gr.persistence', (test) => {
  /** 14 → 7 days by the middle of 2024. */
  const benefit = async (values: Record<string, unknown> = {}) => {
    const { org } = test;
    const id = await org.benefit(await org.initiative('BU'), { state: 'realised', ...values });
    const measureId = await org.measure(id);
    await org.plan(id, measureId, [['2024-06-30', '7']]);
    return { id, measureId };
  };

  it('counts an effect whose latest measurement keeps 0.9 of what was first reached: 1.00 and 0.92', async () => {
    const { org, at } = test;
    const { id, measureId } = await benefit();
    await org.measurement(measureId, '2024-07-31', '7');
    await org.measurement(measureId, '2025-07-15', '7.56');
    expect(await at('2025-07-31')).toEqual({ [id]: '1/1 counted met' });
    await org.measurement(measureId, '2025-08-15', '7.700001');
    expect(await at('2025-08-15')).toEqual({ [id]: '0/1 counted fell-back' });
    await org.measurement(measureId, '2025-08-16', '7.7');
    expect(await at('2025-08-16')).toEqual({ [id]: '1/1 counted met' });
  });

  it('asks from 12 to 36 months after it was first realised, at or after the target', async () => {
    const { org, at } = test;
    const { id, measureId } = await benefit();
    await org.measurement(measureId, '2024-03-31', '7');
    await org.measurement(measureId, '2024-06-30', '10');
    await org.measurement(measureId, '2024-08-31', '7.7');
    expect(await at('2025-08-30')).toEqual({});
    expect(await at('2025-08-31')).toEqual({ [id]: '0/1 missing not-measured' });
    expect(await at('2027-08-30')).toEqual({ [id]: '0/1 missing not-measured' });
    expect(await at('2027-08-31')).toEqual({});
  });

  it('misses an effect that nobody measured in the last twelve months', async () => {
    const { org, at } = test;
    const { id, measureId } = await benefit();
    await org.measurement(measureId, '2024-07-31', '7');
    await org.measurement(measureId, '2025-07-31', '7');
    expect(await at('2026-07-30')).toEqual({ [id]: '1/1 counted met' });
    expect(await at('2026-07-31')).toEqual({ [id]: '0/1 missing not-measured' });
  });

  it('works upwards as well, and takes corrections instead of what they correct', async () => {
    const { org, at } = test;
    const id = await org.benefit(await org.initiative('BU'), { state: 'sustained' });
    const measureId = await org.measure(id, { direction: 'up' });
    await org.plan(id, measureId, [['2024-06-30', '90']], { baseline_value: '40' });
    await org.measurement(measureId, '2024-07-31', '90');
    const latest = await org.measurement(measureId, '2025-07-15', '84');
    expect(await at('2025-08-31')).toEqual({ [id]: '0/1 counted fell-back' });
    await org.measurement(measureId, '2025-07-15', '85', { supersedes_id: latest });
    expect(await at('2025-08-31')).toEqual({ [id]: '1/1 counted met' });
  });

  it('leaves out disbenefits and what was given up', async () => {
    const { org, at } = test;
    for (const values of [{ polarity: -1 }, { state: 'written_off' }, { state: 'transferred' }]) {
      const { measureId } = await benefit(values);
      await org.measurement(measureId, '2024-07-31', '7');
    }
    expect(await at('2025-08-31')).toEqual({});
  });
});
