import { describeIndicator } from './indicator-suite';

describeIndicator('dl.leader-spread', (test) => {
  it('counts leaders of affected units with a role, and sets leaders elsewhere apart as exempt', async () => {
    const { org, at } = test;
    const initiative = await org.initiative('BU');
    const holder = await org.person('SKOLE', { manager_level: 'head' });
    await org.role(holder, 'initiative', initiative, 'steering_chair');
    const other = await org.person('BU', { manager_level: 'director' });
    const elsewhere = await org.person('TM');
    await org.person('BU', { manager_level: 'team' });
    await org.person('BU', { active: false });
    expect(await at('2026-06-30')).toEqual({
      [holder]: '1/1 counted met',
      [other]: '0/1 counted no-role',
      [elsewhere]: '0/0 exempt outside-affected-units',
    });
    await org.insert('initiative_affected_unit', { initiative_id: initiative, unit_id: org.unitId('TM') });
    expect((await at('2026-06-30'))[elsewhere]).toBe('0/1 counted no-role');
    await org.update('initiative', initiative, { phase: 'on_hold' });
    expect(Object.values(await at('2026-06-30'))).toEqual(Array(3).fill('0/0 exempt outside-affected-units'));
  });

  it('counts a benefit owner while the benefit is in realisation, whatever the phase of its initiative', async () => {
    const { org, at } = test;
    await org.initiative('BU');
    const leader = await org.person('BU');
    const benefit = await org.benefit(await org.initiative('TM', { phase: 'closed' }), { state: 'approved' });
    await org.role(leader, 'benefit', benefit, 'benefit_owner');
    expect(await at('2026-06-30')).toEqual({ [leader]: '0/1 counted no-role' });
    await org.update('benefit', benefit, { state: 'in_realisation' });
    expect(await at('2026-06-30')).toEqual({ [leader]: '1/1 counted met' });
    await org.update('benefit', benefit, { state: 'sustained' });
    expect(await at('2026-06-30')).toEqual({ [leader]: '0/1 counted no-role' });
  });

  it('counts a role until the last day it was held lies twelve months back', async () => {
    const { org, at } = test;
    const leader = await org.person('BU');
    await org.role(leader, 'initiative', await org.initiative('BU'), 'project_owner', {
      valid_from: '2025-03-01',
      valid_to: '2025-07-01',
    });
    expect(await at('2025-02-28')).toEqual({ [leader]: '0/1 counted no-role' });
    expect(await at('2025-03-01')).toEqual({ [leader]: '1/1 counted met' });
    expect(await at('2026-06-29')).toEqual({ [leader]: '1/1 counted met' });
    expect(await at('2026-06-30')).toEqual({ [leader]: '0/1 counted no-role' });
  });

  it('does not count a role that was given and taken on the same day', async () => {
    const { org, at } = test;
    const leader = await org.person('BU');
    const values = { valid_from: '2026-03-01', valid_to: '2026-03-01' };
    await org.role(leader, 'initiative', await org.initiative('BU'), 'project_owner', values);
    expect(await at('2026-03-01')).toEqual({ [leader]: '0/1 counted no-role' });
  });

  it('knows leaders only while they are employed and their unit exists', async () => {
    const { org, at } = test;
    await org.initiative('ROOT');
    const person = await org.person('TM', { valid_from: '2026-02-01', valid_to: '2026-05-01' });
    expect(await at('2026-01-31')).toEqual({});
    expect(await at('2026-02-01')).toEqual({ [person]: '0/1 counted no-role' });
    await org.update('unit', org.unitId('TM'), { valid_to: '2026-04-01' });
    expect(await at('2026-03-31')).toEqual({ [person]: '0/1 counted no-role' });
    expect(await at('2026-04-01')).toEqual({});
  });
});
