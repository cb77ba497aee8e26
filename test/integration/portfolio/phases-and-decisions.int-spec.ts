import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../api/api-under-test';
import { PortfolioUnderTest } from './portfolio-fixture';

let api: ApiUnderTest;
let house: PortfolioUnderTest;
let neighbours: PortfolioUnderTest;
let today: string;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  house = await PortfolioUnderTest.start(api);
  neighbours = await PortfolioUnderTest.start(api, 'Naboby');
  today = await house.day();
});
afterAll(() => api.stop());

const approval = () => ({ body: 'Styregruppen', mandateOk: true, decidedOn: today, outcome: 'approve' });

function move(
  initiative: { id: string; version: number },
  body: Record<string, unknown>,
  as = house.as.portfolio_office,
) {
  return api.call('POST', `/initiatives/${initiative.id}/phase-moves`, {
    as,
    version: initiative.version,
    body: { startedOn: today, ...body },
  });
}

function passGate(initiative: { id: string; version: number }, body: Record<string, unknown>) {
  return house.call('POST', `/initiatives/${initiative.id}/passed-gates`, {
    version: initiative.version,
    body: { passedOn: today, ...body },
  });
}

/** An initiative that has walked to a phase without stopping for decisions. */
async function initiativeIn(...phases: string[]) {
  let initiative = await house.initiative();
  for (const to of phases) {
    const reply = await move(initiative, { to });
    if (reply.status !== 201) throw new Error(reply.text);
    initiative = { ...initiative, version: reply.body.version };
  }
  return house.read(`/initiatives/${initiative.id}`);
}

describe('moving between phases', () => {
  it('walks the whole way by the table and keeps the dates of every phase', async () => {
    const initiative = await initiativeIn('analysis', 'proposed', 'approved', 'executing', 'realising', 'closed');
    expect(initiative).toMatchObject({ phase: 'closed', closedOn: today, startActual: today, goLiveActual: today });
    expect(initiative.phasePlan.map((phase: { phase: string }) => phase.phase)).toEqual([
      'idea',
      'analysis',
      'proposed',
      'approved',
      'executing',
      'realising',
    ]);
    expect(initiative.phasePlan.every((phase: { actualEnd: string }) => phase.actualEnd === today)).toBe(true);
    const { items } = await house.read(`/initiatives/${initiative.id}/gate-passages`);
    expect(items.map((passage: { gate: string }) => passage.gate)).toEqual(['G1', 'G2', 'G3', 'G4', 'G6', 'G6']);
    expect(items.every((passage: { decisionId: string | null }) => passage.decisionId === null)).toBe(true);
  });

  it('refuses a move that is not in the table, and says what is possible', async () => {
    const initiative = await house.initiative();
    const reply = await api.call('POST', `/initiatives/${initiative.id}/phase-moves`, {
      as: house.as.portfolio_office,
      version: 1,
      headers: { 'accept-language': 'da' },
      body: { to: 'executing', startedOn: today },
    });
    expect([reply.status, reply.body.code]).toEqual([422, 'rule_refused']);
    expect(reply.body.errors[0]).toMatchObject({
      pointer: '/to',
      code: 'transition_not_possible',
      params: { possible: ['analysis', 'on_hold', 'rejected'] },
      detail: 'Fra »Idé« kan indsatsen flyttes til: Analyse, På hold, Afvist.',
    });
    expect(initiative.allowedTransitions).toEqual([
      { to: 'analysis', gate: 'G1' },
      { to: 'on_hold', gate: null },
      { to: 'rejected', gate: null },
    ]);
  });

  it('comes back from hold to the phase it was held in, and nowhere else', async () => {
    const analysis = await initiativeIn('analysis', 'on_hold');
    expect(analysis).toMatchObject({ phase: 'on_hold', phaseBeforeHold: 'analysis' });
    expect(analysis.allowedTransitions).toEqual([
      { to: 'analysis', gate: null },
      { to: 'rejected', gate: null },
    ]);
    expect((await move(analysis, { to: 'idea' })).status).toBe(422);
    const resumed = await move(analysis, { to: 'analysis' });
    expect(resumed.body).toMatchObject({ phase: 'analysis', passage: null });
    const page = await house.read(`/initiatives/${analysis.id}`);
    expect([page.phaseBeforeHold, page.phasePlan.at(-1).actualEnd]).toEqual([null, null]);
  });

  it('stops and reopens', async () => {
    const stopped = await initiativeIn('analysis', 'proposed', 'approved', 'stopped');
    expect(stopped.phase).toBe('stopped');
    const reply = await move(stopped, { to: 'analysis' });
    expect(reply.body).toMatchObject({ phase: 'analysis', passage: null });
  });

  it('records at the gate what the records show, what a person ticked, and the decision', async () => {
    const goal = await house.goal();
    const initiative = await house.initiative({ ownerId: house.home.personIds.leader, primaryGoalId: goal.id });
    const reply = await move(initiative, {
      to: 'analysis',
      completeArtefacts: ['Notat til udvalget'],
      decision: { ...approval(), rationale: 'Problemet er stort' },
    });
    expect(reply.status).toBe(201);
    expect(reply.body.passage).toMatchObject({
      gate: 'G1',
      fromPhase: 'idea',
      toPhase: 'analysis',
      phaseStartedOn: today,
    });
    expect(reply.body.passage.artefacts).toEqual([
      { name: 'owner', required: true, complete: true },
      { name: 'problem', required: true, complete: false },
      { name: 'goal', required: true, complete: true },
      { name: 'affected-units', required: true, complete: false },
      { name: 'Notat til udvalget', required: false, complete: true },
    ]);
    const { items } = await house.read(`/decisions?filter[initiativeId]=${initiative.id}`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: reply.body.passage.decisionId,
      kind: 'gate',
      rationale: 'Problemet er stort',
    });
    expect((await house.trail(initiative.id)).map((entry) => entry.action)).toEqual([
      'registered',
      'phase_moved',
      'decided',
      'gate_passed',
    ]);
  });

  it('names an earlier decision of the same initiative, and no other', async () => {
    const [one, other] = [await house.initiative(), await house.initiative()];
    const decision = await house.made(`/initiatives/${one.id}/decisions`, { kind: 'gate', ...approval() });
    const refused = await move(other, { to: 'analysis', decisionId: decision.id });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/decisionId']);
    expect((await house.read(`/initiatives/${other.id}`)).phase).toBe('idea');
    const both = await move(one, { to: 'analysis', decisionId: decision.id, decision: approval() });
    expect(both.body.errors[0].code).toBe('two_decisions');
    const moved = await move(one, { to: 'analysis', decisionId: decision.id });
    expect(moved.body.passage.decisionId).toBe(decision.id);
  });

  it('takes no day ahead, and none before the present phase', async () => {
    const initiative = await initiativeIn('analysis');
    const ahead = await move(initiative, { to: 'proposed', startedOn: await house.day(1) });
    expect([ahead.status, ahead.body.errors[0].code]).toEqual([422, 'in_future']);
    const before = await move(initiative, { to: 'proposed', startedOn: await house.day(-1) });
    expect([before.status, before.body.errors[0].pointer, before.body.errors[0].code]).toEqual([
      422,
      '/startedOn',
      'before_phase',
    ]);
  });

  it('lets one of two moves with the same version win', async () => {
    const initiative = await house.initiative();
    const replies = await Promise.all([move(initiative, { to: 'analysis' }), move(initiative, { to: 'on_hold' })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
    const { items } = await house.read(`/initiatives/${initiative.id}/gate-passages`);
    const page = await house.read(`/initiatives/${initiative.id}`);
    expect(items).toHaveLength(page.phase === 'analysis' ? 1 : 0);
    const stale = replies.find(({ status }) => status === 412);
    expect(stale?.body).toMatchObject({ current: { phase: page.phase, version: 2 } });
    expect(stale?.body.changedFields).toContain('phase');
  });

  it('lets managers move, and leaders decide', async () => {
    const initiative = await house.initiative();
    const withDecision = await move(initiative, { to: 'analysis', decision: approval() }, house.as.project_manager);
    expect(withDecision.status).toBe(403);
    expect((await move(initiative, { to: 'analysis' }, house.as.project_manager)).status).toBe(201);
    expect((await move({ ...initiative, version: 2 }, { to: 'proposed' }, house.as.finance)).status).toBe(403);
  });
});

/** An approved benefit with one measure, written as the owner of the schema. */
async function approvedBenefit(initiativeId: string, options: { version?: boolean } = {}) {
  const { organisationId } = house;
  const benefitId = await house.benefit(initiativeId, {
    state: 'approved',
    full_year_value_minor: 500,
    attribution: 0.8,
  });
  const measureId = randomUUID();
  const versionId = randomUUID();
  await api.owner.query(
    `insert into measure (organisation_id, id, benefit_id, name, unit, direction, frequency) values ($1, $2, $3, 'Tid', 'dage', 'down', 'quarter')`,
    [organisationId, measureId, benefitId],
  );
  if (options.version !== false) {
    // A version and what it holds are made in one transaction; afterwards it does not change.
    await api.owner.query('begin');
    await api.owner.query(
      `insert into plan_version (organisation_id, id, benefit_id, number, kind, decided_on, full_year_value_minor, attribution, starts_on)
       values ($1, $2, $3, 1, 'approved', $4::date - 1, 900, 1, '2024-01-01')`,
      [organisationId, versionId, benefitId, today],
    );
    await api.owner.query(
      `insert into plan_measure (organisation_id, plan_version_id, measure_id, baseline_value, baseline_on, interpolation) values ($1, $2, $3, null, null, 'step')`,
      [organisationId, versionId, measureId],
    );
    await api.owner.query(
      `insert into plan_point (organisation_id, plan_version_id, measure_id, due_on, value) values ($1, $2, $3, '2025-01-01', 7)`,
      [organisationId, versionId, measureId],
    );
    await api.owner.query('commit');
  }
  await api.owner.query(
    `insert into target_point (organisation_id, measure_id, due_on, value) values ($1, $2, '2025-01-01', 12)`,
    [organisationId, measureId],
  );
  await api.owner.query(
    `insert into baseline (organisation_id, measure_id, value, measured_on, evidence_kind) values ($1, $2, 14, '2023-12-01', 'count')`,
    [organisationId, measureId],
  );
  return { benefitId, measureId };
}

async function frozenPlan(benefitId: string) {
  const { rows } = await api.owner.query(
    `select v.number, v.decided_on::text, v.full_year_value_minor, v.attribution, v.starts_on::text, m.baseline_value, m.baseline_on::text, m.interpolation,
       array(select p.due_on || '=' || p.value from plan_point p where p.organisation_id = v.organisation_id and p.plan_version_id = v.id) as points
     from plan_version v join plan_measure m on m.organisation_id = v.organisation_id and m.plan_version_id = v.id
     where v.benefit_id = $1 and v.kind = 'frozen_at_go_live'`,
    [benefitId],
  );
  const { rows: benefits } = await api.owner.query(
    `select state, state_since::text, frozen_on::text, version from benefit where id = $1`,
    [benefitId],
  );
  return { plans: rows, benefit: benefits[0] };
}

describe('going live', () => {
  it('freezes what was approved, with the baseline measured since, and starts the realisation', async () => {
    const initiative = await initiativeIn('analysis', 'proposed', 'approved', 'executing');
    const { benefitId } = await approvedBenefit(initiative.id);
    const idle = await house.benefit(initiative.id, { state: 'profiled' });
    expect(initiative.nextGate).toMatchObject({ gate: 'G5', to: null });
    const reply = await passGate(initiative, { gate: 'G5', completeArtefacts: ['training'], decision: approval() });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      phase: 'executing',
      frozenPlans: 1,
      passage: { gate: 'G5', toPhase: 'executing' },
    });
    expect(reply.body.passage.artefacts).toContainEqual({ name: 'baselines', required: true, complete: true });
    expect(reply.body.passage.artefacts).toContainEqual({ name: 'training', required: true, complete: true });
    const { plans, benefit } = await frozenPlan(benefitId);
    expect(plans).toEqual([
      {
        number: 2,
        decided_on: today,
        full_year_value_minor: '900',
        attribution: '1.0000',
        starts_on: '2024-01-01',
        baseline_value: '14',
        baseline_on: '2023-12-01',
        interpolation: 'step',
        points: ['2025-01-01=7'],
      },
    ]);
    expect(benefit).toEqual({ state: 'in_realisation', state_since: today, frozen_on: today, version: 2 });
    expect((await frozenPlan(idle)).benefit.state).toBe('profiled');
    const page = await house.read(`/initiatives/${initiative.id}`);
    expect([page.goLiveActual, page.nextGate.gate]).toEqual([today, 'G6']);
    const entry = (await house.trail(benefitId)).at(-1);
    expect(entry).toMatchObject({ action: 'plan_frozen', object_version: 2 });
    expect(entry?.changes.state).toEqual({ from: 'approved', to: 'in_realisation' });
  });

  it('freezes the draft of an approved benefit that has no version', async () => {
    const initiative = await initiativeIn('analysis', 'proposed', 'approved', 'executing');
    const { benefitId } = await approvedBenefit(initiative.id, { version: false });
    await passGate(initiative, { gate: 'G5' });
    expect((await frozenPlan(benefitId)).plans).toMatchObject([
      {
        number: 1,
        full_year_value_minor: '500',
        attribution: '0.8000',
        interpolation: 'linear',
        points: ['2025-01-01=12'],
      },
    ]);
  });

  it('happens also by the start of realising and by entering the date, each time once', async () => {
    const moved = await initiativeIn('analysis', 'proposed', 'approved', 'executing');
    const first = await approvedBenefit(moved.id);
    const reply = await move(moved, { to: 'realising' });
    expect(reply.body).toMatchObject({ phase: 'realising', frozenPlans: 1, passage: { gate: 'G6' } });
    expect((await frozenPlan(first.benefitId)).plans).toHaveLength(1);

    const dated = await initiativeIn('analysis', 'proposed', 'approved', 'executing');
    const second = await approvedBenefit(dated.id);
    const patched = await house.patch(dated, { goLiveActual: today });
    expect(patched.status).toBe(200);
    expect((await frozenPlan(second.benefitId)).plans).toHaveLength(1);
    const corrected = await house.patch(patched.body, { goLiveActual: await house.day(-3) });
    expect(corrected.status).toBe(200);
    expect((await move(corrected.body, { to: 'realising' })).body.frozenPlans).toBe(0);
    expect((await frozenPlan(second.benefitId)).plans).toHaveLength(1);
  });

  it('comes in its order, and not while the initiative is on hold', async () => {
    const idea = await house.initiative();
    const early = await passGate(idea, { gate: 'G5' });
    expect([early.status, early.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/gate', code: 'gate_not_ahead', params: { next: 'G1' } }),
    ]);
    const held = await initiativeIn('analysis', 'proposed', 'approved', 'executing', 'on_hold');
    expect((await passGate(held, { gate: 'G5' })).status).toBe(422);
  });

  it('is followed up once after closing', async () => {
    const closed = await initiativeIn('analysis', 'proposed', 'approved', 'executing', 'realising', 'closed');
    expect(closed.nextGate).toMatchObject({ gate: 'G7', to: null });
    const reply = await passGate(closed, { gate: 'G7', completeArtefacts: ['benefit-report'] });
    expect(reply.body).toMatchObject({ phase: 'closed', frozenPlans: 0, passage: { gate: 'G7' } });
    const page = await house.read(`/initiatives/${closed.id}`);
    expect(page.nextGate).toBeNull();
    expect((await passGate(page, { gate: 'G7' })).status).toBe(422);
  });
});

describe('the checklist of the next gate', () => {
  const items = async (id: string) => {
    const { nextGate } = await house.read(`/initiatives/${id}`);
    return Object.fromEntries(nextGate.items.map((item: any) => [item.key, item.fulfilled]));
  };

  it('follows the records: costs, benefits and answers before a proposal', async () => {
    const initiative = await initiativeIn('analysis');
    expect(await items(initiative.id)).toMatchObject({
      'cost-plan': false,
      'benefit-profiles': false,
      dependencies: false,
    });
    await house.made(`/initiatives/${initiative.id}/cost-lines`, { kind: 'one_off', year: 2031, planMinor: '1' });
    await house.benefit(initiative.id, { state: 'profiled' });
    await house.patch(initiative, { dependenciesAnswered: true, hasItDelivery: false });
    const after = await items(initiative.id);
    expect(after).toMatchObject({ 'cost-plan': true, 'benefit-profiles': true, dependencies: true });
    expect(after).not.toHaveProperty('architecture');
    await house.benefit(initiative.id, { state: 'identified' });
    expect(await items(initiative.id)).toMatchObject({ 'benefit-profiles': false });
  });

  it('lets a mandatory initiative be without its law, and says so', async () => {
    const initiative = await initiativeIn('analysis');
    expect(await items(initiative.id)).not.toHaveProperty('legal-reference');
    const mandatory = await house.patch(initiative, { mandatory: true });
    expect(mandatory.status).toBe(200);
    expect(await items(initiative.id)).toMatchObject({ 'legal-reference': false });
    await house.patch(mandatory.body, { legalRef: 'Serviceloven § 112' });
    expect(await items(initiative.id)).toMatchObject({ 'legal-reference': true });
  });

  it('wants a decision of the portfolio before approval, and forgets a reversed one', async () => {
    const initiative = await initiativeIn('analysis', 'proposed');
    const path = `/initiatives/${initiative.id}/decisions`;
    await house.made(path, { kind: 'gate', ...approval() });
    expect(await items(initiative.id)).toMatchObject({
      'portfolio-decision': false,
      mandate: false,
      'political-mandate': false,
    });
    const decision = await house.made(path, { kind: 'portfolio', ...approval(), political: true });
    expect(await items(initiative.id)).toMatchObject({
      'portfolio-decision': true,
      mandate: true,
      'political-mandate': true,
    });
    await house.made(path, { kind: 'portfolio', ...approval(), outcome: 'reject', reversesId: decision.id });
    expect(await items(initiative.id)).toMatchObject({
      'portfolio-decision': false,
      mandate: false,
      'political-mandate': false,
    });
  });

  it('wants owners before execution, and their confirmation before the hand-over', async () => {
    const initiative = await initiativeIn('analysis', 'proposed', 'approved');
    const benefitId = await house.benefit(initiative.id, { state: 'approved' });
    expect(await items(initiative.id)).toMatchObject({ 'approved-benefits': false, 'funded-change': false });
    await api.owner.query('update benefit set owner_id = $2 where id = $1', [benefitId, house.home.personIds.leader]);
    await house.made(`/initiatives/${initiative.id}/cost-lines`, {
      kind: 'internal_hours',
      hours: '10',
      isChangeEffort: true,
    });
    expect(await items(initiative.id)).toMatchObject({ 'approved-benefits': true, 'funded-change': true });
    const moved = await move(initiative, { to: 'executing' });
    await passGate({ id: initiative.id, version: moved.body.version }, { gate: 'G5' });
    expect(await items(initiative.id)).toMatchObject({ 'hand-over': false });
    await api.owner.query('update benefit set confirmed_on = $2 where id = $1', [benefitId, today]);
    expect(await items(initiative.id)).toMatchObject({ 'hand-over': true });
  });
});

describe('decisions', () => {
  it('are recorded with a follow-up day, listed newest first, and never changed', async () => {
    const initiative = await house.initiative({ title: 'Beslutningslog' });
    const path = `/initiatives/${initiative.id}/decisions`;
    const older = await house.made(path, { kind: 'scope', ...approval(), decidedOn: await house.day(-10) });
    const newer = await house.made(path, {
      kind: 'portfolio',
      ...approval(),
      deciderId: house.home.personIds.leader,
      political: true,
      followUpDue: null,
    });
    expect(older.followUpDue).toBe(await house.day(50));
    expect(newer).toMatchObject({
      followUpDue: null,
      deciderName: 'Person leader',
      initiativeCode: initiative.code,
      mayEdit: true,
    });
    const { items, total } = await house.read(`/decisions?filter[initiativeId]=${initiative.id}`);
    expect([items.map((one: { id: string }) => one.id), total]).toEqual([[newer.id, older.id], 2]);
    const byKind = await house.read(`/decisions?filter[initiativeId]=${initiative.id}&filter[kind]=scope`);
    expect(byKind.items).toHaveLength(1);
    const found = await house.read('/decisions?q=beslutningslog');
    expect(found.items).toHaveLength(2);
    const elsewhere = await house.unit();
    expect((await house.read(`/decisions?filter[unitId]=${elsewhere.id}`)).items).toEqual([]);
    await expect(
      api.owner.query(`update decision set outcome = 'reject' where id = $1`, [older.id]),
    ).rejects.toMatchObject({ code: 'HA001' });
  });

  it('refuse what cannot be', async () => {
    const initiative = await house.initiative();
    const refused = async (fields: Record<string, unknown>) => {
      const reply = await house.call('POST', `/initiatives/${initiative.id}/decisions`, {
        body: { kind: 'gate', ...approval(), ...fields },
      });
      return [reply.status, reply.body.errors?.[0]?.pointer, reply.body.errors?.[0]?.code];
    };
    expect(await refused({ decidedOn: await house.day(1) })).toEqual([422, '/decidedOn', 'in_future']);
    expect(await refused({ askedOn: await house.day(1) })).toEqual([422, '/askedOn', 'after_decision']);
    expect(await refused({ outcome: 'approve_with_conditions' })).toEqual([422, '/conditions', 'conditions_missing']);
    expect(await refused({ deciderId: neighbours.home.personIds.leader })).toEqual([
      422,
      '/deciderId',
      'unknown_reference',
    ]);
    expect(
      await refused({ conditions: [{ text: 'Afklar jura', ownerId: randomUUID(), due: null, closedOn: null }] }),
    ).toEqual([422, '/conditions/0/ownerId', 'unknown_reference']);
    expect(await refused({ reversesId: randomUUID() })).toEqual([422, '/reversesId', 'unknown_reference']);
  });

  it('are reversed once, by another decision', async () => {
    const initiative = await house.initiative();
    const path = `/initiatives/${initiative.id}/decisions`;
    const first = await house.made(path, { kind: 'portfolio', ...approval(), political: true });
    expect((await house.read(`/initiatives/${initiative.id}`)).phase).toBe('idea');
    await house.made(path, { kind: 'portfolio', ...approval(), outcome: 'reject', reversesId: first.id });
    const again = await house.call('POST', path, {
      body: { kind: 'portfolio', ...approval(), outcome: 'reject', reversesId: first.id },
    });
    expect([again.status, again.body.errors[0].code]).toEqual([422, 'already_reversed']);
  });

  it('are carried out: execution and closed conditions, nothing else', async () => {
    const initiative = await house.initiative();
    const condition = { text: 'Afklar jura', ownerId: house.home.personIds.leader, due: '2031-01-01', closedOn: null };
    const decision = await house.made(`/initiatives/${initiative.id}/decisions`, {
      kind: 'gate',
      ...approval(),
      outcome: 'approve_with_conditions',
      conditions: [condition],
    });
    const execute = (version: number, body: unknown, as = house.as.leader) =>
      api.call('PATCH', `/decisions/${decision.id}`, { as, version, body });
    const done = await execute(1, { executedOn: today, conditions: [{ ...condition, closedOn: today }] });
    expect(done.body).toMatchObject({ executedOn: today, version: 2, conditions: [{ closedOn: today }] });
    const rewritten = await execute(2, { conditions: [{ ...condition, text: 'Glem jura' }] });
    expect([rewritten.status, rewritten.body.errors[0].pointer]).toEqual([422, '/conditions/0/text']);
    expect((await execute(2, { conditions: [] })).body.errors[0].pointer).toBe('/conditions');
    const stale = await execute(1, { executedOn: null });
    expect([stale.status, stale.body.changedFields, stale.body.current.executedOn]).toEqual([
      412,
      ['conditions', 'executedOn'],
      today,
    ]);
    expect((await execute(2, { executedOn: null }, house.as.project_manager)).status).toBe(403);
    expect((await execute(2, { outcome: 'reject' })).status).toBe(400);
    await house.limit('leader', (await house.unit()).id);
    expect((await execute(2, { executedOn: null })).status).toBe(403);
    const foreign = await api.call('PATCH', `/decisions/${decision.id}`, {
      as: neighbours.as.leader,
      version: 2,
      body: { executedOn: today },
    });
    expect(foreign.status).toBe(404);
  });
});
