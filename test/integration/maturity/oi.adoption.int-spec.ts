import { describeIndicator } from './indicator-suite';

describeIndicator('oi.adoption', (test) => {
  const series = (initiativeId: string, values: Record<string, unknown> = {}) =>
    test.org.insert('adoption_series', {
      initiative_id: initiativeId,
      name: 'Medarbejdere',
      intended: '200',
      target_rate: '0.8',
      ...values,
    });
  const point = (series_id: string, month: string, actual_rate: string) =>
    test.org.insert('adoption_point', { series_id, month, actual_rate });

  it('is the latest use against target, at most 1, the mean over its series', async () => {
    const { org, at } = test;
    const initiative = await org.initiative('BU', { go_live_actual: '2025-01-01' });
    const staff = await series(initiative);
    expect(await at('2025-06-30')).toEqual({ [initiative]: '0/1 missing not-measured' });
    await point(staff, '2025-05-01', '0.7');
    await point(staff, '2025-06-01', '0.6');
    await point(staff, '2025-07-01', '0.95');
    expect(await at('2025-06-30')).toEqual({ [initiative]: '0.75/1 counted below-target' });
    expect(await at('2025-07-01')).toEqual({ [initiative]: '1/1 counted met' });
    const citizens = await series(initiative, { target_rate: '0.3' });
    expect(await at('2025-07-01')).toEqual({ [initiative]: '0.5/1 counted partly-measured' });
    await point(citizens, '2025-06-01', '0.1');
    expect(await at('2025-07-01')).toEqual({ [initiative]: '0.666667/1 counted below-target' });
  });

  it('asks from 3 to 36 months after go-live', async () => {
    const { org, at } = test;
    const initiative = await org.initiative('BU', { go_live_actual: '2024-11-30' });
    await series(initiative);
    expect(await at('2025-02-28')).toEqual({});
    expect(await at('2025-03-01')).toEqual({ [initiative]: '0/1 missing not-measured' });
    expect(await at('2027-11-29')).toEqual({ [initiative]: '0/1 missing not-measured' });
    expect(await at('2027-11-30')).toEqual({});
  });

  it('asks only initiatives with intended users or volume', async () => {
    const { org, at } = test;
    const initiative = await org.initiative('BU', { go_live_actual: '2025-01-01' });
    await series(initiative, { intended: null });
    expect(await at('2025-06-30')).toEqual({});
  });
});
