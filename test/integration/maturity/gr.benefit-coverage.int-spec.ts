import { describeIndicator } from './indicator-suite';

describeIndicator('gr.benefit-coverage', (test) => {
  it('asks for one approved benefit with a full profile, and names what the fullest one lacks', async () => {
    const { org, at } = test;
    const initiative = await org.initiative('BU');
    expect(await at('2026-01-31')).toEqual({ [initiative]: '0/1 counted no-benefit' });
    const benefit = await org.benefit(initiative, { state: 'profiled' });
    await org.benefit(initiative, { state: 'written_off' });
    expect(await at('2026-01-31')).toEqual({ [initiative]: '0/1 counted not-approved' });
    await org.update('benefit', benefit, { state: 'approved' });
    expect(await at('2026-01-31')).toEqual({ [initiative]: '0/1 counted profile-owner profile-goal profile-measure' });
    const { goalId } = await org.goal();
    await org.update('benefit', benefit, { owner_id: await org.person('BU'), goal_id: goalId });
    const measure = await org.measure(benefit);
    expect(await at('2026-01-31')).toEqual({ [initiative]: '0/1 counted profile-baseline profile-target-path' });
    await org.insert('target_point', { measure_id: measure, due_on: '2026-06-30', value: '10' });
    await org.insert('target_point', { measure_id: measure, due_on: '2026-12-31', value: '7' });
    await org.insert('baseline', { measure_id: measure, value: '14', measured_on: '2026-01-10' });
    expect(await at('2026-01-31')).toEqual({ [initiative]: '1/1 counted met' });
    await org.benefit(initiative, { state: 'approved' });
    expect(await at('2026-01-31')).toEqual({ [initiative]: '1/1 counted met' });
  });

  it('accepts a planned baseline until the day of go-live', async () => {
    const { org, at } = test;
    const { goalId } = await org.goal();
    const initiative = await org.initiative('BU', { go_live_actual: '2026-03-01' });
    const benefit = await org.benefit(initiative, { owner_id: await org.person('BU'), goal_id: goalId });
    const measure = await org.measure(benefit);
    for (const due_on of ['2026-06-30', '2026-12-31']) {
      await org.insert('target_point', { measure_id: measure, due_on, value: '7' });
    }
    await org.insert('baseline', { measure_id: measure, planned_on: '2026-02-01' });
    expect(await at('2026-02-28')).toEqual({ [initiative]: '1/1 counted met' });
    expect(await at('2026-03-01')).toEqual({ [initiative]: '0/1 counted profile-baseline' });
  });

  it('sets exempt initiatives apart and leaves inactive ones out', async () => {
    const { org, at } = test;
    const exempt = await org.initiative('BU', { benefit_exempt: true, benefit_exempt_reason: 'legal_only' });
    await org.initiative('BU', { phase: 'proposed' });
    expect(await at('2026-01-31')).toEqual({ [exempt]: '0/0 exempt exempt-legal_only' });
  });

  it('grows old with the confirmed status after 35 days', async () => {
    const { org } = test;
    const initiative = await org.initiative('BU', { status_confirmed_on: '2026-01-01' });
    expect(await test.freshAt('2026-02-05')).toEqual({ [initiative]: true });
    expect(await test.freshAt('2026-02-06')).toEqual({ [initiative]: false });
  });
});
