import { describeIndicator } from './indicator-suite';

describeIndicator('dl.owner-in-line', (test) => {
  it('counts active initiatives owned by a leader in the lead unit, an affected unit or above', async () => {
    const { org, at } = test;
    const owned = await org.initiative('SKOLE');
    await org.role(await org.person('SKOLE'), 'initiative', owned, 'project_owner');
    const above = await org.initiative('SKOLE');
    await org.role(await org.person('ROOT', { manager_level: 'chief' }), 'initiative', above, 'project_owner');
    const affected = await org.initiative('SKOLE');
    await org.insert('initiative_affected_unit', { initiative_id: affected, unit_id: org.unitId('TM') });
    await org.role(await org.person('TM', { manager_level: 'director' }), 'initiative', affected, 'project_owner');
    await org.initiative('SKOLE', { phase: 'idea' });
    await org.initiative('SKOLE', { phase: 'closed' });
    expect(await at('2026-06-30')).toEqual({
      [owned]: '1/1 counted met',
      [above]: '1/1 counted met',
      [affected]: '1/1 counted met',
    });
  });

  it('says of each miss everything that is wrong with the owner', async () => {
    const { org, at } = test;
    const none = await org.initiative('BU');
    const wrong = await org.initiative('BU');
    const person = await org.person('TM', { manager_level: 'none', active: false });
    await org.role(person, 'initiative', wrong, 'project_owner');
    await org.role(person, 'initiative', wrong, 'project_manager');
    const below = await org.initiative('BU');
    await org.role(await org.person('SKOLE'), 'initiative', below, 'project_owner');
    expect(await at('2026-06-30')).toEqual({
      [none]: '0/1 counted no-owner',
      [wrong]: '0/1 counted owner-inactive owner-not-leader owner-outside-line owner-is-manager',
      [below]: '0/1 counted owner-outside-line',
    });
  });

  it('follows assignment, employment and confirmed status from the day they begin to the day they end', async () => {
    const { org, at } = test;
    const initiative = await org.initiative('BU', { status_confirmed_on: '2026-03-01' });
    const person = await org.person('BU', { valid_to: '2026-09-01' });
    await org.role(person, 'initiative', initiative, 'project_owner', {
      valid_from: '2026-04-01',
      valid_to: '2026-10-01',
    });
    expect(await at('2026-03-31')).toEqual({ [initiative]: '0/1 counted no-owner' });
    expect(await at('2026-04-01')).toEqual({ [initiative]: '1/1 counted met' });
    expect(await test.freshAt('2026-04-05')).toEqual({ [initiative]: true });
    expect(await test.freshAt('2026-04-06')).toEqual({ [initiative]: false });
    expect(await at('2026-08-31')).toEqual({ [initiative]: '1/1 counted met' });
    expect(await at('2026-09-01')).toEqual({ [initiative]: '0/1 counted owner-inactive' });
    expect(await at('2026-10-01')).toEqual({ [initiative]: '0/1 counted no-owner' });
  });

  it('asks the owner assigned last where two are', async () => {
    const { org, at } = test;
    const initiative = await org.initiative('BU');
    await org.role(await org.person('BU'), 'initiative', initiative, 'project_owner', { valid_from: '2025-01-01' });
    await org.role(await org.person('TM'), 'initiative', initiative, 'project_owner', { valid_from: '2025-06-01' });
    expect(await at('2026-06-30')).toEqual({ [initiative]: '0/1 counted owner-outside-line' });
  });

  it('follows owner and phase as people change them', async () => {
    const { org, at } = test;
    await org.today('2026-06-01');
    const initiative = await org.initiative('BU', { owner_id: await org.person('BU') });
    expect(await at('2026-05-31')).toEqual({ [initiative]: '0/1 counted no-owner' });
    expect(await at('2026-06-30')).toEqual({ [initiative]: '1/1 counted met' });
    await org.today('2026-06-30');
    await org.update('initiative', initiative, { owner_id: null });
    expect(await at('2026-06-30')).toEqual({ [initiative]: '0/1 counted no-owner' });
    await org.update('initiative', initiative, { phase: 'on_hold' });
    expect(await at('2026-06-30')).toEqual({});
  });
});
