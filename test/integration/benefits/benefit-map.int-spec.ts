import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type Reply, type SignedIn } from '../api/api-under-test';
import { PortfolioUnderTest } from '../portfolio/portfolio-fixture';

/** What leads to the gains of an initiative, on a database of its own. */
describe('the benefit map', () => {
  let api: ApiUnderTest;
  let portfolio: PortfolioUnderTest;
  let away: PortfolioUnderTest;
  let initiative: { id: string; version: number };
  let goal: { id: string; title: string };

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    portfolio = await PortfolioUnderTest.start(api);
    away = await PortfolioUnderTest.start(api, 'Nabo');
    goal = await portfolio.goal();
  });
  beforeEach(async () => {
    initiative = await portfolio.initiative();
  });
  afterAll(() => api.stop());

  const node = (kind: string, { id }: { id: string }) => ({ kind, id });
  const enabler = (title = 'Fælles journal', of = initiative) =>
    portfolio.made(`/initiatives/${of.id}/enablers`, { title, kind: 'system' });
  const activity = (title = 'Oplæring', of = initiative) =>
    portfolio.made(`/initiatives/${of.id}/change-activities`, { title, kind: 'training' });
  const benefit = (title: string, of = initiative) =>
    portfolio.made(`/initiatives/${of.id}/benefits`, { title, class: 'quality' });
  const tryLink = (from: object, to: object, more: object = {}, of = initiative, as?: SignedIn): Promise<Reply> =>
    portfolio.call('POST', `/initiatives/${of.id}/map-links`, { body: { from, to, ...more }, ...(as && { as }) });
  const link = async (from: object, to: object, more: object = {}, of = initiative): Promise<any> => {
    const reply = await tryLink(from, to, more, of);
    expect([reply.status, reply.body.errors]).toEqual([201, undefined]);
    return reply.body;
  };
  const assume = (of: { id: string }, text: string, status?: string) =>
    portfolio.made(`/map-links/${of.id}/assumptions`, { text, ...(status && { status }) });
  const read = (of = initiative) => portfolio.read(`/initiatives/${of.id}/benefit-map`);
  const behindOf = async (of = initiative) =>
    (await read(of)).behindBroken.map(({ node: { id } }: { node: { id: string } }) => id).sort();

  it('holds enablers, activities, benefits and goals with their links and what they rest on', async () => {
    const [system, training] = [await enabler(), await activity()];
    const faster = await benefit('Kortere sagsbehandling');
    const first = await link(node('enabler', system), node('change_activity', training), { required: true });
    await link(node('change_activity', training), node('benefit', faster), { note: 'Efter tre måneder' });
    await link(node('benefit', faster), node('goal', goal));
    await assume(first, 'Alle kan logge på');
    const map = await read();
    expect(map).toMatchObject({
      subject: { kind: 'initiative', id: initiative.id, title: 'Digital byggesag' },
      enablers: [{ title: 'Fælles journal', kind: 'system' }],
      changeActivities: [{ title: 'Oplæring', kind: 'training', currency: 'DKK', hoursNeeded: null }],
      benefits: [{ title: 'Kortere sagsbehandling', state: 'identified' }],
      goals: [{ id: goal.id }],
      behindBroken: [],
      mayEdit: true,
    });
    expect(map.links).toHaveLength(3);
    expect(map.links.find(({ id }: { id: string }) => id === first.id)).toMatchObject({
      from: node('enabler', system),
      to: node('change_activity', training),
      own: false,
      required: true,
      status: 'holds',
      assumptions: [{ text: 'Alle kan logge på', status: 'holds', reviewedOn: null }],
    });
  });

  it('keeps every field of a change activity, and changes only the named ones of the version seen', async () => {
    const body = {
      title: 'Oplæring',
      kind: 'training',
      unitId: portfolio.home.unitId,
      ownerId: portfolio.home.personIds.leader,
      dueOn: '2027-03-31',
      hoursPlanned: '120.5',
      budgetMinor: '4500000',
      priceYear: 2026,
      personsPlanned: 40,
      hoursNeeded: '80',
      hoursDeliveredReleased: '0',
      doneOn: null,
    };
    const made = await portfolio.made(`/initiatives/${initiative.id}/change-activities`, body);
    expect(made).toMatchObject({
      ...body,
      unitName: 'Børn og unge',
      ownerName: 'Person leader',
      currency: 'DKK',
      version: 1,
    });
    const path = `/change-activities/${made.id}`;
    const changed = await portfolio.call('PATCH', path, { version: 1, body: { doneOn: await portfolio.day() } });
    expect(changed.body).toMatchObject({ ...body, doneOn: await portfolio.day(), version: 2 });
    expect((await portfolio.call('PATCH', path, { version: 1, body: { title: 'x' } })).status).toBe(412);
    const ahead = await portfolio.call('PATCH', path, { version: 2, body: { doneOn: await portfolio.day(1) } });
    expect([ahead.status, ahead.body.errors[0].pointer]).toEqual([422, '/doneOn']);
    const negative = await portfolio.call('PATCH', path, { version: 2, body: { hoursNeeded: '-1' } });
    expect([negative.status, negative.body.errors[0].pointer]).toEqual([400, '/hoursNeeded']);
  });

  it('refuses links the map does not take, and says what would be right', async () => {
    const [system, training] = [await enabler(), await activity()];
    const [one, two, three] = [await benefit('Første'), await benefit('Anden'), await benefit('Tredje')];
    const other = await portfolio.initiative({ title: 'En anden' });
    const theirs = await benefit('Deres', other);
    await link(node('benefit', one), node('benefit', two));
    await link(node('benefit', two), node('benefit', three));
    const refusals: [object, object, string][] = [
      [node('change_activity', training), node('goal', goal), 'kinds_do_not_fit'],
      [node('benefit', one), node('enabler', system), 'kinds_do_not_fit'],
      [node('goal', goal), node('benefit', one), 'kinds_do_not_fit'],
      [node('enabler', system), node('benefit', theirs), 'other_initiative'],
      [node('benefit', one), node('benefit', two), 'duplicate'],
      [node('benefit', one), node('benefit', one), 'cycle'],
      [node('benefit', three), node('benefit', one), 'cycle'],
    ];
    for (const [from, to, code] of refusals) {
      const reply = await tryLink(from, to);
      expect([reply.status, reply.body.errors[0].pointer, reply.body.errors[0].code]).toEqual([422, '/to', code]);
    }
    const circle = await tryLink(node('benefit', three), node('benefit', one));
    expect(circle.body.errors[0].detail).toContain('»Første« → »Anden« → »Tredje« fører allerede hertil');
    const elsewhere = await tryLink(node('benefit', theirs), node('benefit', one));
    expect([elsewhere.status, elsewhere.body.errors[0].pointer]).toEqual([422, '/from']);
    const nothing = await tryLink(node('benefit', one), node('goal', { id: randomUUID() }));
    expect([nothing.status, nothing.body.errors[0].code]).toEqual([422, 'unknown_reference']);
    // The benefit's own field is the same graph.
    const named = await portfolio.call('PATCH', `/benefits/${three.id}`, {
      version: three.version,
      body: { contributesToId: one.id },
    });
    expect([named.status, named.body.errors[0].code]).toEqual([422, 'cycle']);
  });

  it('lets nobody close a circle together with somebody else', async () => {
    const made = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((title) => benefit(title)));
    const replies = await Promise.all(
      made.map((one, at) => tryLink(node('benefit', one), node('benefit', made[(at + 1) % made.length]))),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 422]);
  });

  it('shows the goal a benefit names as a link, and edits that one goal in either place', async () => {
    const second = await portfolio.goal();
    const one = await benefit('Kortere ventetid');
    const own = await link(node('benefit', one), node('goal', goal));
    expect(own).toMatchObject({ own: true, version: expect.any(Number) });
    const beside = await link(node('benefit', one), node('goal', second));
    expect(beside.own).toBe(false);
    expect((await portfolio.read(`/benefits/${one.id}`)).goalId).toBe(goal.id);

    const swapped = await portfolio.call('PATCH', `/map-links/${beside.id}`, {
      version: beside.version,
      body: { own: true },
    });
    expect(swapped.body).toMatchObject({ own: true });
    const named = await portfolio.read(`/benefits/${one.id}`);
    expect(named.goalId).toBe(second.id);
    const links = async () =>
      (await read()).links.map((each: { to: { id: string }; own: boolean }) => [each.to.id, each.own]);
    expect(new Map(await links())).toEqual(
      new Map([
        [goal.id, false],
        [second.id, true],
      ]),
    );

    // Written on the benefit, the link is the other one; what was said about the former sleeps, and wakes with it.
    const third = await portfolio.goal();
    await assume(swapped.body, 'Målet måles hvert år', 'uncertain');
    const body = { goalId: third.id };
    const changed = await portfolio.call('PATCH', `/benefits/${one.id}`, { version: named.version, body });
    expect(new Map(await links())).toEqual(
      new Map([
        [goal.id, false],
        [third.id, true],
      ]),
    );
    expect((await portfolio.call('PATCH', `/map-links/${beside.id}`, { version: 2, body: {} })).status).toBe(404);
    await portfolio.call('PATCH', `/benefits/${one.id}`, {
      version: changed.body.version,
      body: { goalId: second.id },
    });
    expect((await read()).links.find(({ id }: { id: string }) => id === beside.id).status).toBe('uncertain');

    const removed = await portfolio.call('DELETE', `/map-links/${beside.id}`, { version: 2 });
    expect(removed.status).toBe(204);
    expect((await portfolio.read(`/benefits/${one.id}`)).goalId).toBeNull();
    expect(await links()).toEqual([[goal.id, false]]);
  });

  it('lets a benefit contribute to one of another initiative, which the benefit then names', async () => {
    const programme = await portfolio.initiative({ title: 'Program' });
    const [local, whole] = [await benefit('Lokal'), await benefit('Samlet', programme)];
    expect(await link(node('benefit', local), node('benefit', whole))).toMatchObject({ own: true });
    expect((await portfolio.read(`/benefits/${local.id}`)).contributesToId).toBe(whole.id);
    expect((await read()).benefits.map(({ title }: { title: string }) => title)).toEqual(['Lokal', 'Samlet']);
    expect((await read(programme)).benefits.map(({ title }: { title: string }) => title)).toEqual(['Samlet', 'Lokal']);
  });

  it('flags every benefit behind a broken assumption, on every map and in the list of them, until it holds again', async () => {
    const programme = await portfolio.initiative({ title: 'Program' });
    const [system, training] = [await enabler(), await activity()];
    const [faster, cheaper, beside] = [
      await benefit('Hurtigere'),
      await benefit('Billigere'),
      await benefit('Ved siden af'),
    ];
    const whole = await benefit('Samlet', programme);
    const first = await link(node('enabler', system), node('change_activity', training));
    await link(node('change_activity', training), node('benefit', faster));
    await link(node('benefit', faster), node('benefit', cheaper));
    await link(node('benefit', cheaper), node('benefit', whole));
    await link(node('enabler', system), node('benefit', beside));
    await link(node('benefit', whole), node('goal', goal), {}, programme);
    const made = await assume(first, 'Leverandøren leverer til tiden', 'uncertain');
    expect(made.reviewedOn).toBe(await portfolio.day());
    expect(await behindOf()).toEqual([]);

    const broken = await portfolio.call('PATCH', `/assumptions/${made.id}`, {
      version: made.version,
      body: { status: 'broken' },
    });
    expect(broken.body).toMatchObject({ status: 'broken', reviewedOn: await portfolio.day(), version: 2 });
    expect(await behindOf()).toEqual([training.id, faster.id, cheaper.id, whole.id].sort());
    expect(await behindOf(programme)).toEqual([cheaper.id, whole.id, goal.id].sort());
    const own = [faster, cheaper, whole, beside].map(({ id }) => id);
    const listed = (await portfolio.read('/broken-assumptions')).items.filter(({ benefitId }: { benefitId: string }) =>
      own.includes(benefitId),
    );
    expect(listed.map(({ benefitId }: { benefitId: string }) => benefitId).sort()).toEqual(
      [faster.id, cheaper.id, whole.id].sort(),
    );
    expect(listed[0].assumptions).toEqual([
      expect.objectContaining({
        id: made.id,
        text: 'Leverandøren leverer til tiden',
        fromTitle: 'Fælles journal',
        toTitle: 'Oplæring',
        initiativeId: initiative.id,
      }),
    ]);
    const ofGoal = await portfolio.read(`/goals/${goal.id}/benefit-map`);
    expect(ofGoal).toMatchObject({ subject: { kind: 'goal', title: goal.title }, mayEdit: false });
    expect(ofGoal.enablers.map(({ id }: { id: string }) => id)).toContain(system.id);

    await portfolio.call('PATCH', `/assumptions/${made.id}`, { version: 2, body: { status: 'holds' } });
    expect(await behindOf()).toEqual([]);
    // Every former status stays in the trail.
    const statuses = (await portfolio.trail(initiative.id))
      .filter(({ object_kind }) => object_kind === 'assumption')
      .map(({ changes }) => changes.status?.to);
    expect(statuses).toEqual(['uncertain', 'broken', 'holds']);
  });

  it('takes the links of a removed enabler or activity with it, and the trail keeps them', async () => {
    const [system, training] = [await enabler(), await activity()];
    const one = await benefit('Hurtigere');
    const first = await link(node('enabler', system), node('change_activity', training));
    const second = await link(node('change_activity', training), node('benefit', one));
    const rest = await assume(second, 'Alle deltager');
    expect((await portfolio.call('DELETE', `/change-activities/${training.id}`, { version: 2 })).status).toBe(412);
    expect((await portfolio.call('DELETE', `/change-activities/${training.id}`, { version: 1 })).status).toBe(204);
    expect(await read()).toMatchObject({ changeActivities: [], links: [], enablers: [{ id: system.id }] });
    expect((await portfolio.call('PATCH', `/assumptions/${rest.id}`, { version: 1, body: { text: 'x' } })).status).toBe(
      404,
    );
    const gone = (await portfolio.trail(initiative.id)).filter(({ action }) => action === 'removed');
    expect(gone.map(({ object_kind }) => object_kind).sort()).toEqual(['change_activity', 'map_link', 'map_link']);
    expect(JSON.stringify(gone)).toContain('Alle deltager');
    expect(first.id).not.toBe(second.id);
    expect((await portfolio.call('DELETE', `/enablers/${system.id}`, { version: 1 })).status).toBe(204);
  });

  it('is drawn by those who may edit the benefits of the initiative, and read by everybody in the organisation', async () => {
    const system = await enabler();
    const one = await benefit('Hurtigere');
    const made = await link(node('enabler', system), node('benefit', one));
    const rest = await assume(made, 'Systemet er i drift');
    const writes: [string, string, object | undefined, number | undefined][] = [
      ['POST', `/initiatives/${initiative.id}/enablers`, { title: 'x' }, undefined],
      ['PATCH', `/enablers/${system.id}`, { title: 'x' }, 1],
      ['DELETE', `/enablers/${system.id}`, undefined, 1],
      ['POST', `/initiatives/${initiative.id}/change-activities`, { title: 'x', kind: 'training' }, undefined],
      [
        'POST',
        `/initiatives/${initiative.id}/map-links`,
        { from: node('enabler', system), to: node('benefit', one) },
        undefined,
      ],
      ['PATCH', `/map-links/${made.id}`, { required: true }, made.version],
      ['DELETE', `/map-links/${made.id}`, undefined, made.version],
      ['POST', `/map-links/${made.id}/assumptions`, { text: 'x' }, undefined],
      ['PATCH', `/assumptions/${rest.id}`, { status: 'broken' }, 1],
      ['DELETE', `/assumptions/${rest.id}`, undefined, 1],
    ];
    const elsewhere = await portfolio.unit();
    await portfolio.limit('project_manager', elsewhere.id);
    const attempt = (as: SignedIn | undefined, [method, path, body, version]: (typeof writes)[number]) =>
      api.call(method, path, { as, body, version });
    for (const write of writes) {
      expect((await attempt(undefined, write)).status).toBe(401);
      for (const role of ['auditor', 'finance', 'project_manager'] as const)
        expect([write[0], write[1], role, (await attempt(portfolio.as[role], write)).status]).toEqual([
          write[0],
          write[1],
          role,
          403,
        ]);
      expect((await attempt(away.as.administrator, write)).status).toBe(404);
    }
    const seen = await api.call('GET', `/initiatives/${initiative.id}/benefit-map`, { as: portfolio.as.auditor });
    expect([seen.status, seen.body.mayEdit]).toEqual([200, false]);
    const foreign = await api.call('GET', `/initiatives/${initiative.id}/benefit-map`, { as: away.as.administrator });
    expect(foreign.status).toBe(404);
    const manager = portfolio.home.personIds.project_manager;
    await portfolio.patch(await portfolio.read(`/initiatives/${initiative.id}`), { managerId: manager });
    const own = await attempt(portfolio.as.project_manager, writes[1]!);
    expect([own.status, own.body.title]).toEqual([200, 'x']);
  });
});
