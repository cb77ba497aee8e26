import { describeIndicator } from './indicator-suite';

describeIndicator('dl.strategy-anchored', (test) => {
  const strategy = (values: Record<string, unknown> = {}) =>
    test.org.insert('strategy', {
      code: 'S1',
      title: 'Strategi',
      adopted_by: 'council',
      adopted_on: '2024-05-10',
      valid_from: '2024-05-10',
      ...values,
    });

  it('climbs the steps: none, administration only, political, followed up, measurable', async () => {
    const { org, at } = test;
    const id = await strategy({ adopted_by: null, adopted_on: null });
    expect(await at('2026-01-31')).toEqual({ [id]: '0/100 counted not-adopted' });
    await org.update('strategy', id, { adopted_by: 'executive', adopted_on: '2024-05-10' });
    expect(await at('2026-01-31')).toEqual({ [id]: '25/100 counted not-political' });
    await org.update('strategy', id, { adopted_by: 'committee' });
    expect(await at('2026-01-31')).toEqual({ [id]: '75/100 counted no-goals' });
    const goal = await org.insert('goal', {
      strategy_id: id,
      code: 'M1',
      title: 'Mål',
      kpi: '%',
      valid_from: '2024-05-10',
    });
    expect(await at('2026-01-31')).toEqual({ [id]: '75/100 counted goals-not-measurable' });
    await org.update('goal', goal, { baseline_value: '10' });
    expect(await at('2026-01-31')).toEqual({ [id]: '75/100 counted goals-not-measurable' });
    await org.insert('goal_target', { goal_id: goal, due_on: '2027-12-31', value: '40' });
    expect(await at('2026-01-31')).toEqual({ [id]: '100/100 counted met' });
  });

  it('falls when the follow-up grows old, and rises with a political one only', async () => {
    const { org, at } = test;
    const id = await strategy();
    expect(await at('2026-05-09')).toEqual({ [id]: '75/100 counted no-goals' });
    expect(await test.freshAt('2026-05-09')).toEqual({ [id]: true });
    expect(await at('2026-05-10')).toEqual({ [id]: '50/100 counted no-follow-up' });
    expect(await test.freshAt('2026-05-10')).toEqual({ [id]: false });
    await org.insert('political_followup', {
      strategy_id: id,
      held_on: '2026-06-01',
      body: 'executive',
      kind: 'follow_up',
    });
    expect(await at('2026-06-01')).toEqual({ [id]: '50/100 counted no-follow-up' });
    expect(await test.freshAt('2026-06-01')).toEqual({ [id]: true });
    await org.insert('political_followup', {
      strategy_id: id,
      held_on: '2026-08-15',
      body: 'committee',
      kind: 'follow_up',
    });
    expect(await at('2026-08-14')).toEqual({ [id]: '50/100 counted no-follow-up' });
    expect(await at('2026-08-15')).toEqual({ [id]: '75/100 counted no-goals' });
    expect(await at('2028-08-15')).toEqual({ [id]: '50/100 counted no-follow-up' });
  });

  it('is 0 before its adoption and from the day it no longer holds', async () => {
    const { at } = test;
    const id = await strategy({ valid_to: '2026-01-01' });
    expect(await at('2024-05-09')).toEqual({ [id]: '0/100 counted not-adopted not-valid' });
    expect(await at('2025-12-31')).toEqual({ [id]: '75/100 counted no-goals' });
    expect(await at('2026-01-01')).toEqual({ [id]: '0/100 counted not-valid' });
  });

  it('belongs to the root unit', async () => {
    const { org, at } = test;
    await strategy();
    await at('2026-01-31');
    expect((await org.stored('dl.strategy-anchored')).map(({ unitId }) => unitId)).toEqual([org.unitId('ROOT')]);
    await org.insert('unit', { code: '0', name: 'Ny top', level: 0, valid_from: '2015-01-01', ancestor_ids: [] });
    await at('2026-01-31');
    expect((await org.stored('dl.strategy-anchored')).map(({ unitId }) => unitId)).not.toEqual([org.unitId('ROOT')]);
  });
});
