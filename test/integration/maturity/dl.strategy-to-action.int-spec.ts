import { describeIndicator } from './indicator-suite';

describeIndicator('dl.strategy-to-action', (test) => {
  const carried = async (goalId: string, values: Record<string, unknown> = {}) => {
    const { org } = test;
    const initiative = await org.initiative('BU', {
      primary_goal_id: goalId,
      owner_id: await org.person('BU'),
      ...values,
    });
    await org.insert('cost_line', { initiative_id: initiative, kind: 'one_off', plan_minor: '100', currency: 'DKK' });
    const benefit = await org.benefit(initiative, { goal_id: goalId, state: 'identified' });
    return { initiative, benefit };
  };

  it('counts goals carried by an active initiative with owner, cost plan and benefit', async () => {
    const { org, at } = test;
    const { goalId } = await org.goal();
    expect(await at('2026-01-31')).toEqual({ [goalId]: '0/1 counted no-initiative' });
    const { initiative, benefit } = await carried(goalId);
    expect(await at('2026-01-31')).toEqual({ [goalId]: '1/1 counted met' });
    await org.update('benefit', benefit, { state: 'rejected' });
    expect(await at('2026-01-31')).toEqual({ [goalId]: '0/1 counted no-benefit' });
    await org.remove('cost_line', { initiative_id: initiative });
    await org.insert('cost_line', { initiative_id: initiative, kind: 'one_off', plan_minor: '0', currency: 'DKK' });
    await org.update('initiative', initiative, { owner_id: null });
    expect(await at('2026-01-31')).toEqual({ [goalId]: '0/1 counted no-owner no-cost-plan no-benefit' });
    await org.update('initiative', initiative, { phase: 'proposed' });
    expect(await at('2026-01-31')).toEqual({ [goalId]: '0/1 counted no-initiative' });
  });

  it('needs one initiative that meets all conditions, not several that share them', async () => {
    const { org, at } = test;
    const { goalId } = await org.goal();
    const { benefit } = await carried(goalId);
    await org.update('benefit', benefit, { goal_id: null });
    const other = await org.initiative('BU', { primary_goal_id: goalId });
    await org.benefit(other, { goal_id: goalId });
    expect(await at('2026-01-31')).toEqual({ [goalId]: '0/1 counted no-benefit' });
    await org.update('benefit', benefit, { goal_id: goalId });
    expect(await at('2026-01-31')).toEqual({ [goalId]: '1/1 counted met' });
  });

  it('remembers a closed initiative for 24 months', async () => {
    const { org, at } = test;
    const { goalId } = await org.goal();
    await carried(goalId, { phase: 'closed', closed_on: '2025-03-31' });
    expect(await at('2025-03-30')).toEqual({ [goalId]: '0/1 counted no-initiative' });
    expect(await at('2025-03-31')).toEqual({ [goalId]: '1/1 counted met' });
    expect(await at('2027-03-30')).toEqual({ [goalId]: '1/1 counted met' });
    expect(await at('2027-03-31')).toEqual({ [goalId]: '0/1 counted no-initiative' });
  });

  it('asks only goals in force of adopted strategies in force', async () => {
    const { org, at } = test;
    const { goalId } = await org.goal({ valid_to: '2026-02-01' }, { valid_to: '2026-03-01' });
    const { strategyId } = await org.goal({}, { adopted_on: null });
    expect(Object.keys(await at('2026-01-31'))).toEqual([goalId]);
    expect(await at('2026-02-01')).toEqual({});
    await org.update('goal', goalId, { valid_to: null });
    expect(Object.keys(await at('2026-02-28'))).toEqual([goalId]);
    expect(await at('2026-03-01')).toEqual({});
    await org.update('strategy', strategyId, { adopted_on: '2026-04-01' });
    expect(await at('2026-03-31')).toEqual({});
    expect(Object.keys(await at('2026-04-01'))).toHaveLength(1);
  });
});
