import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../api/api-under-test';
import { PortfolioUnderTest } from './portfolio-fixture';

let api: ApiUnderTest;
let house: PortfolioUnderTest;
let neighbours: PortfolioUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  house = await PortfolioUnderTest.start(api);
  neighbours = await PortfolioUnderTest.start(api, 'Naboby');
});
afterAll(() => api.stop());

describe('registering an initiative', () => {
  it('takes title and unit, gives the next code of the year, and answers the page', async () => {
    const first = await house.initiative({ title: 'Chatbot i borgerservice' });
    const second = await house.initiative({ title: 'Sensorbleer på plejecentre' });
    const year = (await house.day()).slice(0, 4);
    expect(first).toMatchObject({ phase: 'idea', kind: 'project', currency: 'DKK', version: 1, status: 'unknown' });
    expect(first.code).toMatch(new RegExp(`^${year}-\\d{3}$`));
    expect(Number(second.code.slice(5))).toBe(Number(first.code.slice(5)) + 1);
    expect(first.missingCoreFields).toContain('owner');
    expect(first.nextGate).toMatchObject({ gate: 'G1', to: 'analysis' });
    expect(first.mayEdit).toBe(true);
    const [entry] = await house.trail(first.id);
    expect(entry).toMatchObject({ action: 'registered', object_kind: 'initiative' });
    expect(entry?.changes.title).toEqual({ from: null, to: 'Chatbot i borgerservice' });
    expect(entry?.changes).not.toHaveProperty('affectedUnits');
  });

  it('numbers twenty registrations at the same time without a gap or a double', async () => {
    const registered = await Promise.all(
      Array.from({ length: 20 }, (_, index) => house.initiative({ title: `Samtidig ${index}` })),
    );
    const numbers = registered.map(({ code }) => Number(code.slice(5))).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(20);
    expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(19);
  });

  it('passes over a code that came another way', async () => {
    const before = await house.initiative();
    const taken = `${before.code.slice(0, 5)}${String(Number(before.code.slice(5)) + 40).padStart(3, '0')}`;
    await api.owner.query(
      `insert into initiative (organisation_id, code, title, unit_id) values ($1, $2, 'Fra et regneark', $3)`,
      [house.organisationId, taken, house.home.unitId],
    );
    const after = await house.initiative();
    expect(Number(after.code.slice(5))).toBe(Number(taken.slice(5)) + 1);
  });

  it('keeps every field and list it is given', async () => {
    const goal = await house.goal();
    const second = await house.goal();
    const unit = await house.unit();
    const body = {
      title: 'Fælles sagsoverblik',
      unitId: house.home.unitId,
      problem: 'Borgerne venter',
      expectedGain: 'Kortere sager',
      roughCost: '120000000',
      kind: 'pilot',
      mandatory: true,
      jointWith: ['Naboby'],
      ownerId: house.home.personIds.leader,
      managerId: house.home.personIds.project_manager,
      primaryGoalId: goal.id,
      secondaryGoalIds: [second.id],
      affectedStaff: 0,
      goLivePlanned: '2031-03-01',
      changesCitizenService: false,
      affectedUnits: [
        { unitId: unit.id, share: '0.25' },
        { unitId: house.home.unitId, share: null },
      ],
      phasePlan: [{ phase: 'analysis', plannedStart: '2030-01-01', plannedEnd: '2030-06-30' }],
      externalKey: `K-${randomUUID()}`,
    };
    const made = await house.made('/initiatives', body);
    const { affectedUnits: _units, phasePlan: _plan, ...same } = body;
    expect(made).toMatchObject(same);
    expect(made.goLiveFirstPlanned).toBe('2031-03-01');
    expect(made.affectedUnits).toEqual([
      { unitId: house.home.unitId, unitName: 'Børn og unge', share: null },
      { unitId: unit.id, unitName: 'Teknik og miljø', share: '0.25' },
    ]);
    expect(made.phasePlan).toEqual([
      { phase: 'analysis', plannedStart: '2030-01-01', plannedEnd: '2030-06-30', actualStart: null, actualEnd: null },
    ]);
    expect(made.ownerName).toBe('Person leader');
    expect(made.administrationName).toBe('Børn og unge');
    expect(await house.read(`/initiatives/${made.id}`)).toEqual(made);
  });

  it('names every reference that does not exist, an id of another organisation included', async () => {
    const foreign = await neighbours.goal();
    const reply = await house.call('POST', '/initiatives', {
      headers: { 'accept-language': 'da' },
      body: {
        title: 'X',
        unitId: house.home.unitId,
        ownerId: randomUUID(),
        primaryGoalId: foreign.id,
        affectedUnits: [{ unitId: neighbours.home.unitId, share: null }],
        secondaryGoalIds: [foreign.id],
      },
    });
    expect([reply.status, reply.body.code]).toEqual([422, 'rule_refused']);
    expect(reply.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      '/primaryGoalId',
      '/ownerId',
      '/affectedUnits/0/unitId',
      '/secondaryGoalIds/0',
    ]);
    expect(reply.body.errors[1].detail).toBe('Personen findes ikke; vælg en anden.');
    const unit = await house.call('POST', '/initiatives', {
      headers: { 'accept-language': 'en' },
      body: { title: 'X', unitId: neighbours.home.unitId },
    });
    expect(unit.body.errors).toEqual([
      { pointer: '/unitId', code: 'unknown_reference', detail: 'The unit does not exist; choose another.' },
    ]);
  });

  it('refuses an exemption without a reason, shares above the whole, and phases that end before they start', async () => {
    const refused = async (fields: Record<string, unknown>) => {
      const reply = await house.call('POST', '/initiatives', {
        body: { title: 'X', unitId: house.home.unitId, ...fields },
      });
      return [reply.status, reply.body.errors?.[0]?.pointer, reply.body.errors?.[0]?.code];
    };
    expect(await refused({ benefitExempt: true })).toEqual([422, '/benefitExemptReason', 'reason_missing']);
    expect(
      await refused({
        affectedUnits: [
          { unitId: house.home.unitId, share: '0.7' },
          { unitId: house.home.rootUnitId, share: '0.4' },
        ],
      }),
    ).toEqual([422, '/affectedUnits', 'shares_above_whole']);
    expect(
      await refused({ phasePlan: [{ phase: 'analysis', plannedStart: '2030-02-01', plannedEnd: '2030-01-01' }] }),
    ).toEqual([422, '/phasePlan/0/plannedEnd', 'before_start']);
    expect(await refused({ goLiveActual: await house.day(1) })).toEqual([422, '/goLiveActual', 'in_future']);
    expect(await refused({ phase: 'closed' })).toEqual([400, '/phase', 'unknown_field']);
    expect(await refused({ roughCost: 12 })).toEqual([400, '/roughCost', 'invalid_type']);
  });

  it('names the key that another initiative has', async () => {
    const externalKey = `K-${randomUUID()}`;
    await house.initiative({ externalKey });
    const reply = await house.call('POST', '/initiatives', {
      body: { title: 'X', unitId: house.home.unitId, externalKey },
    });
    expect([reply.status, reply.body.code, reply.body.errors[0].pointer]).toEqual([409, 'duplicate', '/externalKey']);
  });

  it('is for those who may register in the unit', async () => {
    const other = await house.unit();
    await house.limit('project_manager', other.id);
    const here = { title: 'Her', unitId: house.home.unitId };
    const reply = await api.call('POST', '/initiatives', { as: house.as.project_manager, body: here });
    expect(reply.status).toBe(403);
    const there = await api.call('POST', '/initiatives', {
      as: house.as.project_manager,
      body: { title: 'Der', unitId: other.id },
    });
    expect(there.status).toBe(201);
  });
});

describe('changing an initiative', () => {
  it('changes the named fields, tells before and after, and leaves the others', async () => {
    const made = await house.initiative({ problem: 'Gammelt', roughCost: '5' });
    const reply = await house.patch(made, { title: 'Nyt navn', problem: '', roughCost: '7' });
    expect(reply.status).toBe(200);
    expect(reply.headers['etag']).toBe('"2"');
    expect(reply.body).toMatchObject({ title: 'Nyt navn', problem: null, roughCost: '7', version: 2 });
    const entry = (await house.trail(made.id)).at(-1);
    expect(entry).toMatchObject({ action: 'changed', object_version: 2 });
    expect(entry?.changes).toEqual({
      title: { from: 'Digital byggesag', to: 'Nyt navn' },
      problem: { from: 'Gammelt', to: null },
      roughCost: { from: '5', to: '7' },
    });
  });

  it('makes no version and no history of a change that says what is already so', async () => {
    const made = await house.initiative({ affectedStaff: 12 });
    const reply = await house.patch(made, { title: made.title, affectedStaff: 12, jointWith: [] });
    expect([reply.status, reply.body.version]).toEqual([200, 1]);
    expect(await house.trail(made.id)).toHaveLength(1);
  });

  it('lets one of two writers with the same version win, and tells the other what changed', async () => {
    const made = await house.initiative();
    const replies = await Promise.all([
      house.patch(made, { category: 'A' }),
      house.patch(made, { problem: 'B' }),
      house.patch(made, { affectedStaff: 3 }),
    ]);
    const won = replies.filter(({ status }) => status === 200);
    const lost = replies.filter(({ status }) => status === 412);
    expect([won.length, lost.length]).toEqual([1, 2]);
    const after = won[0]?.body;
    for (const { body } of lost) {
      expect(body.current).toMatchObject({ id: made.id, version: 2 });
      const changed = ['category', 'problem', 'affectedStaff'].filter((field) => after[field] !== made[field]);
      expect(body.changedFields).toEqual(changed);
    }
  });

  it('asks for the version, and refuses a former one with the fields that differ', async () => {
    const made = await house.initiative();
    const without = await house.call('PATCH', `/initiatives/${made.id}`, { body: { title: 'X' } });
    expect([without.status, without.body.code]).toEqual([428, 'version_required']);
    await house.patch(made, { roughCost: '100', secondaryGoalIds: [(await house.goal()).id] });
    await house.patch({ ...made, version: 2 }, { goLivePlanned: '2031-01-01' });
    const stale = await house.patch(made, { title: 'X' });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
    expect(stale.body.changedFields).toEqual(['goLiveFirstPlanned', 'goLivePlanned', 'roughCost', 'secondaryGoalIds']);
    expect(stale.body.current.roughCost).toBe('100');
  });

  it('keeps the first planned go-live for ever and tells how far the plan slipped', async () => {
    const made = await house.initiative({ goLivePlanned: '2031-01-01' });
    const moved = (await house.patch(made, { goLivePlanned: '2031-03-02' })).body;
    expect([moved.goLiveFirstPlanned, moved.slipDays]).toEqual(['2031-01-01', 60]);
    const emptied = (await house.patch(moved, { goLivePlanned: null })).body;
    expect([emptied.goLiveFirstPlanned, emptied.slipDays]).toEqual(['2031-01-01', null]);
    expect((await house.patch(emptied, { goLivePlanned: '2031-05-01' })).body.goLiveFirstPlanned).toBe('2031-01-01');
  });

  it('replaces lists as a whole and tells them in the trail', async () => {
    const [one, two] = [await house.unit(), await house.unit()];
    const made = await house.initiative({
      affectedUnits: [
        { unitId: one.id, share: '0.5' },
        { unitId: two.id, share: null },
      ],
    });
    const reply = await house.patch(made, { affectedUnits: [{ unitId: one.id, share: '0.6' }] });
    expect(reply.body.affectedUnits).toEqual([{ unitId: one.id, unitName: one.name, share: '0.6' }]);
    expect(reply.body.version).toBe(2);
    const entry = (await house.trail(made.id)).at(-1);
    expect(entry?.changes.affectedUnits.to).toEqual([{ unitId: one.id, share: '0.6' }]);
    expect(entry?.changes.affectedUnits.from).toHaveLength(2);
    const untouched = await house.patch(reply.body, { category: 'Velfærd' });
    expect(untouched.body.affectedUnits).toHaveLength(1);
  });

  it('drops the reason with the exemption, and a reason for a missing value with the value', async () => {
    const made = await house.initiative({ benefitExempt: true, benefitExemptReason: 'legal_only' });
    await api.owner.query(
      `update initiative set absences = '{"startPlanned": {"kind": "text", "text": "ukendt"}, "roughCost": {"kind": "withheld", "text": "x"}}'
       where organisation_id = $1 and id = $2`,
      [house.organisationId, made.id],
    );
    const owing = (await house.patch(made, { benefitExempt: false })).body;
    expect([owing.benefitExempt, owing.benefitExemptReason]).toEqual([false, null]);
    const filled = (await house.patch(owing, { startPlanned: '2030-01-01' })).body;
    expect(filled.absences).toEqual({ roughCost: { kind: 'withheld', text: 'x' } });
    expect((await house.patch(filled, { roughCost: '1' })).body.absences).toEqual({});
  });

  it('is for owner and manager whatever their unit, and for others where their role reaches', async () => {
    const elsewhere = await house.unit();
    await house.limit('project_manager', elsewhere.id);
    const own = await house.initiative({ managerId: house.home.personIds.project_manager });
    const others = await house.initiative();
    expect((await house.patch(own, { category: 'A' }, house.as.project_manager)).status).toBe(200);
    expect((await house.patch(others, { category: 'A' }, house.as.project_manager)).status).toBe(403);
    const page = await api.call('GET', `/initiatives/${others.id}`, { as: house.as.project_manager });
    expect([page.status, page.body.mayEdit, page.body.mayDecide]).toEqual([200, false, false]);
    const leader = await api.call('GET', `/initiatives/${others.id}`, { as: house.as.leader });
    expect([leader.body.mayEdit, leader.body.mayDecide]).toEqual([true, true]);
    expect((await house.patch(others, { category: 'A' }, house.as.auditor)).status).toBe(403);
  });

  it('moves to another unit only where the mover may edit there, too', async () => {
    const [from, to] = [await house.unit(), await house.unit()];
    const made = await house.initiative({ unitId: from.id });
    await house.limit('leader', from.id);
    const refused = await house.patch(made, { unitId: to.id }, house.as.leader);
    expect(refused.status).toBe(403);
    const moved = await house.patch(made, { unitId: to.id });
    expect([moved.status, moved.body.unitName]).toEqual([200, to.name]);
  });

  it('does not know initiatives of another organisation', async () => {
    const foreign = await neighbours.initiative();
    expect((await house.call('GET', `/initiatives/${foreign.id}`)).status).toBe(404);
    expect((await house.patch(foreign, { title: 'Vores' })).status).toBe(404);
  });
});

describe('confirming the status', () => {
  it('keeps every confirmation and carries the latest', async () => {
    const made = await house.initiative();
    const confirm = (body: unknown) => house.made(`/initiatives/${made.id}/status-confirmations`, body);
    const first = await confirm({ rag: 'watch', note: 'Leverandøren er forsinket' });
    expect(first).toMatchObject({
      status: 'watch',
      statusRag: 'watch',
      statusNote: 'Leverandøren er forsinket',
      statusConfirmedOn: await house.day(),
      statusConfirmedByName: 'Person portfolio_office',
      version: 2,
    });
    expect((await confirm({ rag: 'on_track' })).statusNote).toBe('Leverandøren er forsinket');
    expect((await confirm({ rag: 'on_track', note: '' })).statusNote).toBeNull();
    const { rows } = await api.owner.query(
      `select rag, note from status_confirmation where initiative_id = $1 order by recorded_at`,
      [made.id],
    );
    expect(rows).toEqual([
      { rag: 'watch', note: 'Leverandøren er forsinket' },
      { rag: 'on_track', note: 'Leverandøren er forsinket' },
      { rag: 'on_track', note: null },
    ]);
  });

  it('shows an old status as unknown', async () => {
    const made = await house.initiative();
    await house.made(`/initiatives/${made.id}/status-confirmations`, { rag: 'on_track' });
    await api.owner.query(`update initiative set status_confirmed_on = $2::date where id = $1`, [
      made.id,
      await house.day(-35),
    ]);
    expect((await house.read(`/initiatives/${made.id}`)).status).toBe('on_track');
    await api.owner.query(`update initiative set status_confirmed_on = $2::date where id = $1`, [
      made.id,
      await house.day(-36),
    ]);
    const old = await house.read(`/initiatives/${made.id}`);
    expect([old.status, old.statusRag]).toEqual(['unknown', 'on_track']);
  });

  it('waits for a change that is under way instead of losing it', async () => {
    const made = await house.initiative();
    const replies = await Promise.all([
      ...Array.from({ length: 5 }, () =>
        house.call('POST', `/initiatives/${made.id}/status-confirmations`, { body: { rag: 'on_track' } }),
      ),
      house.patch(made, { category: 'A' }),
    ]);
    const confirmed = replies.slice(0, 5).filter(({ status }) => status === 201).length;
    expect(confirmed).toBe(5);
    const page = await house.read(`/initiatives/${made.id}`);
    expect(page.version).toBe(1 + replies.filter(({ status }) => status < 300).length);
  });
});

describe('looking for similar initiatives', () => {
  let fresh: PortfolioUnderTest;
  const similar = async (title: string, more = '') => {
    const { items } = await fresh.read(`/initiatives/similar?title=${encodeURIComponent(title)}${more}`);
    return items.map((item: { title: string }) => item.title);
  };

  beforeAll(async () => {
    fresh = await PortfolioUnderTest.start(api, 'Lighedskøbing');
    for (const title of [
      'Chatassistent til borgerhenvendelser',
      'Chatbot i borgerservice',
      'Elektroniske låse i hjemmeplejen',
      'Digital byggesagsportal – fra ansøgning til ibrugtagning',
      'Udskiftning af ESDH-systemet',
      'Robotunderstøttet fakturakontrol',
      'Velfærdsteknologi: sensorbleer på plejecentre',
      'Digital post til erhverv – udfasning af fysisk porto',
      'Vagtplanlægning med frivillige bytter',
      'Fælles sagsoverblik for beskæftigelsesindsatsen',
    ]) {
      await fresh.initiative({ title });
    }
    await fresh.initiative({
      title: 'Projekt Fyrtårn',
      problem: 'Fakturaer kontrolleres i hånden, og fejl opdages sent',
    });
  });

  it.each([
    ['Chatbot', 'Chatbot i borgerservice'],
    ['Chatbot til borgerhenvendelser', 'Chatassistent til borgerhenvendelser'],
    ['Ny chatbot på hjemmesiden', 'Chatbot i borgerservice'],
    ['Digitale låse', 'Elektroniske låse i hjemmeplejen'],
    ['Nyt ESDH-system', 'Udskiftning af ESDH-systemet'],
    ['Robot til fakturaer', 'Robotunderstøttet fakturakontrol'],
    ['Sensorbleer', 'Velfærdsteknologi: sensorbleer på plejecentre'],
    ['Vagtplan', 'Vagtplanlægning med frivillige bytter'],
  ])('finds for »%s« first »%s«', async (typed, expected) => {
    expect((await similar(typed))[0]).toBe(expected);
  });

  it('finds what the problem says', async () => {
    expect(await similar('Kontrol af fakturaer')).toContain('Projekt Fyrtårn');
  });

  it('finds nothing where nothing resembles, and nothing for an empty title', async () => {
    expect(await similar('Klimatilpasning af havnefronten')).toEqual([]);
    expect(await similar('')).toEqual([]);
    expect(await similar('Det nye digitale projekt')).not.toContain('Chatbot i borgerservice');
  });

  it('leaves out the initiative itself and other organisations', async () => {
    const { items } = await fresh.read('/initiatives?q=ESDH');
    const [own] = items;
    expect(await similar('Udskiftning af ESDH', `&exceptId=${own.id}`)).toEqual([]);
    const { items: foreign } = await house.read('/initiatives/similar?title=Sensorbleer');
    expect(foreign.every((item: { id: string }) => item.id !== own.id)).toBe(true);
  });
});
