import { describeIndicator } from './indicator-suite';

describeIndicator('op.register', (test) => {
  const ALL = 'owner manager goal go-live cost-plan benefits affected-staff dependencies service-change it-delivery';

  it('asks proposed and active initiatives for every core field and a confirmed status', async () => {
    const { org, at } = test;
    const bare = await org.initiative('BU', { phase: 'proposed' });
    for (const phase of ['idea', 'analysis', 'closed', 'on_hold', 'stopped', 'rejected'])
      await org.initiative('BU', { phase });
    expect(await at('2026-01-31')).toEqual({ [bare]: `0/1 counted ${ALL} status-not-confirmed` });
    const { goalId } = await org.goal();
    await org.update('initiative', bare, {
      owner_id: await org.person('BU'),
      manager_id: await org.person('BU'),
      primary_goal_id: goalId,
      go_live_planned: '2027-01-01',
      benefit_exempt: true,
      benefit_exempt_reason: 'technical_renewal',
      affected_staff: 0,
      dependencies_answered: true,
      changes_citizen_service: false,
      has_it_delivery: false,
      status_confirmed_on: '2026-01-15',
    });
    expect(await at('2026-01-31')).toEqual({ [bare]: '0/1 counted cost-plan' });
    await org.insert('cost_line', { initiative_id: bare, kind: 'one_off', plan_minor: '0', currency: 'DKK' });
    expect(await at('2026-01-31')).toEqual({ [bare]: '1/1 counted met' });
    await org.update('initiative', bare, { benefit_exempt: false });
    expect(await at('2026-01-31')).toEqual({ [bare]: '0/1 counted benefits' });
    const benefit = await org.benefit(bare, { state: 'rejected' });
    expect(await at('2026-01-31')).toEqual({ [bare]: '0/1 counted benefits' });
    await org.update('benefit', benefit, { state: 'identified' });
    expect(await at('2026-01-31')).toEqual({ [bare]: '1/1 counted met' });
  });

  it('forgets a status confirmed 36 days ago, and does not know one confirmed tomorrow', async () => {
    const { org, at } = test;
    const initiative = await org.initiative('BU', { status_confirmed_on: '2026-01-15' });
    const [unconfirmed, confirmed] = [`0/1 counted ${ALL} status-not-confirmed`, `0/1 counted ${ALL}`];
    expect(await at('2026-01-14')).toEqual({ [initiative]: unconfirmed });
    expect(await at('2026-01-15')).toEqual({ [initiative]: confirmed });
    expect(await at('2026-02-19')).toEqual({ [initiative]: confirmed });
    expect(await at('2026-02-20')).toEqual({ [initiative]: unconfirmed });
  });

  it('remembers that the status was confirmed then, when it has been confirmed again since', async () => {
    const { org, at } = test;
    const initiative = await org.initiative('BU');
    for (const confirmed_on of ['2026-01-15', '2026-03-01']) {
      await org.insert('status_confirmation', { initiative_id: initiative, confirmed_on, rag: 'on_track' });
      await org.update('initiative', initiative, { status_confirmed_on: confirmed_on });
    }
    expect(await at('2026-01-31')).toEqual({ [initiative]: `0/1 counted ${ALL}` });
    expect(await at('2026-02-20')).toEqual({ [initiative]: `0/1 counted ${ALL} status-not-confirmed` });
    expect(await at('2026-03-01')).toEqual({ [initiative]: `0/1 counted ${ALL}` });
  });
});
