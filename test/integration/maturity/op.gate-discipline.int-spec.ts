import { describeIndicator } from './indicator-suite';

describeIndicator('op.gate-discipline', (test) => {
  const decision = (initiative_id: string, values: Record<string, unknown> = {}) =>
    test.org.insert('decision', {
      initiative_id,
      kind: 'gate',
      body: 'Styregruppe',
      mandate_ok: true,
      decided_on: '2025-06-01',
      outcome: 'approve',
      rationale: 'Sagen er klar',
      ...values,
    });
  const passage = (initiative_id: string, values: Record<string, unknown> = {}) =>
    test.org.insert('gate_passage', {
      initiative_id,
      gate: 'G3',
      from_phase: 'proposed',
      to_phase: 'approved',
      phase_started_on: '2025-06-01',
      ...values,
    });
  const artefacts = (...list: Record<string, unknown>[]) => JSON.stringify(list);

  it('counts passages decided no later than the phase began, with mandate, rationale and artefacts', async () => {
    const { org, at } = test;
    const own = await org.initiative('BU');
    const good = await passage(own, {
      decision_id: await decision(own, { outcome: 'approve_with_conditions' }),
      artefacts: artefacts(
        { name: 'Business case', required: true, complete: true },
        { name: 'Plan', required: false },
      ),
    });
    const undecided = await passage(own, { artefacts: artefacts({ name: 'Business case', required: true }) });
    const poor = await passage(own, {
      decision_id: await decision(own, {
        decided_on: '2025-06-02',
        outcome: 'hold',
        mandate_ok: false,
        rationale: ' \n',
      }),
      artefacts: artefacts({ name: 'Business case', required: true, complete: false }),
    });
    expect(await at('2025-12-31')).toEqual({
      [good]: '1/1 counted met',
      [undecided]: '0/1 counted no-decision artefacts-missing',
      [poor]: '0/1 counted decided-late not-approved no-mandate no-rationale artefacts-missing',
    });
  });

  it('looks back twelve months', async () => {
    const { org, at } = test;
    const id = await passage(await org.initiative('BU', { phase: 'stopped' }));
    expect(await at('2025-05-31')).toEqual({});
    expect(await at('2025-06-01')).toEqual({ [id]: '0/1 counted no-decision' });
    expect(await at('2026-05-31')).toEqual({ [id]: '0/1 counted no-decision' });
    expect(await at('2026-06-01')).toEqual({});
  });

  it('follows a decision that is linked afterwards', async () => {
    const { org, at } = test;
    const own = await org.initiative('BU');
    const id = await passage(own);
    expect(await at('2025-12-31')).toEqual({ [id]: '0/1 counted no-decision' });
    await org.update('gate_passage', id, { decision_id: await decision(own) });
    expect(await at('2025-12-31')).toEqual({ [id]: '1/1 counted met' });
  });
});
