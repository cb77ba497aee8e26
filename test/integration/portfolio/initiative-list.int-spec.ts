import { ApiUnderTest } from '../api/api-under-test';
import { PortfolioUnderTest } from './portfolio-fixture';

let api: ApiUnderTest;
let house: PortfolioUnderTest;
let goal: any;
let care: any;
let roads: any;

interface Line {
  id: string;
  title: string;
  [field: string]: unknown;
}

beforeAll(async () => {
  api = await ApiUnderTest.start();
  house = await PortfolioUnderTest.start(api);
  const neighbours = await PortfolioUnderTest.start(api, 'Naboby');
  await neighbours.initiative({ title: 'Naboens indsats' });
  goal = await house.goal();
  care = await house.unit(undefined, 'Ældre og sundhed');
  roads = await house.unit(care.id, 'Hjemmeplejen');
  const year = (await house.day()).slice(0, 4);
  const plan: [
    Record<string, unknown>,
    { kind: string; planMinor: string; currency?: string }[],
    Record<string, unknown>[],
  ][] = [
    [
      {
        title: 'Aabenhed',
        kind: 'pilot',
        mandatory: true,
        ownerId: house.home.personIds.leader,
        goLivePlanned: '2020-01-01',
      },
      [
        { kind: 'one_off', planMinor: '1000' },
        { kind: 'operation', planMinor: '500' },
        { kind: 'internal_hours', planMinor: '7777' },
      ],
      [
        { full_year_value_minor: 300 },
        { full_year_value_minor: 100, polarity: -1 },
        { full_year_value_minor: 999, state: 'rejected' },
      ],
    ],
    [
      {
        title: 'Østlyset',
        unitId: care.id,
        primaryGoalId: goal.id,
        goLivePlanned: '2031-01-01',
        problem: 'Faldulykker i hjemmet',
      },
      [{ kind: 'one_off', planMinor: '20000' }],
      [{ full_year_value_minor: 5000 }, { whole_life_value_minor: 70000, monetised: true }],
    ],
    [
      { title: 'Ærlig post', unitId: roads.id, managerId: house.home.personIds.project_manager },
      [],
      [{ monetised: false }],
    ],
    [
      { title: 'Byggesag', currency: 'EUR', roughCost: '5' },
      [
        { kind: 'one_off', planMinor: '40', currency: 'EUR' },
        { kind: 'one_off', planMinor: '60', currency: 'DKK' },
      ],
      [{ full_year_value_minor: 11, currency: 'EUR', polarity: -1 }],
    ],
  ];
  for (const [fields, costs, benefits] of plan) {
    const made = await house.initiative(fields);
    for (const cost of costs) await house.made(`/initiatives/${made.id}/cost-lines`, { year: Number(year), ...cost });
    for (const benefit of benefits) await house.benefit(made.id, benefit);
  }
});
afterAll(() => api.stop());

const list = async (query = ''): Promise<{ items: Line[]; nextCursor: string | null; total: unknown; sums: unknown }> =>
  house.read(`/initiatives?limit=200${query}`);
const titles = async (query: string) => (await list(query)).items.map(({ title }) => title);

describe('the portfolio list', () => {
  it('shows what a line needs and nothing of other organisations', async () => {
    const { items, total, nextCursor } = await list('&sort=title');
    expect(items.map(({ title }) => title)).toEqual(['Byggesag', 'Ærlig post', 'Østlyset', 'Aabenhed']);
    expect([total, nextCursor]).toEqual([4, null]);
    expect(items[3]).toMatchObject({
      kind: 'pilot',
      phase: 'idea',
      unitName: 'Børn og unge',
      administrationName: 'Børn og unge',
      ownerName: 'Person leader',
      status: 'unknown',
      late: true,
      costMinor: '1500',
      benefitMinor: '200',
      wholeLifeMinor: null,
      benefitCount: 2,
      plannedToDateMinor: null,
      realisedToDateMinor: null,
    });
    expect(items[1]).toMatchObject({
      unitName: 'Hjemmeplejen',
      administrationName: 'Ældre og sundhed',
      costMinor: null,
      benefitMinor: null,
      benefitCount: 1,
    });
    expect(items[2]).toMatchObject({ benefitMinor: '5000', wholeLifeMinor: '70000', primaryGoalTitle: goal.title });
    expect(items[0]).toMatchObject({ costMinor: '40', benefitMinor: '-11', currency: 'EUR' });
    expect(items[0]).not.toHaveProperty('problem');
  });

  it('sums everything the filter finds, per currency', async () => {
    expect((await list()).sums).toEqual([
      { currency: 'DKK', costMinor: '21560', benefitMinor: '5200', wholeLifeMinor: '70000' },
      { currency: 'EUR', costMinor: '40', benefitMinor: '-11', wholeLifeMinor: '0' },
    ]);
    const one = await house.read('/initiatives?limit=1&sort=title');
    expect(one.sums).toEqual((await list()).sums);
    expect((await list(`&filter[unitId]=${care.id}`)).sums).toEqual([
      { currency: 'DKK', costMinor: '20000', benefitMinor: '5000', wholeLifeMinor: '70000' },
    ]);
    expect((await list('&q=findesikke')).sums).toEqual([]);
  });

  it.each([
    ['filter[kind]=pilot', ['Aabenhed']],
    ['filter[mandatory]=true', ['Aabenhed']],
    ['filter[late]=true', ['Aabenhed']],
    ['filter[status]=unknown', ['Byggesag', 'Ærlig post', 'Østlyset', 'Aabenhed']],
    ['filter[status]=deviation,watch', []],
    ['filter[phase]=idea,analysis&filter[kind]=project', ['Byggesag', 'Ærlig post', 'Østlyset']],
    ['filter[cost][gte]=1500', ['Østlyset', 'Aabenhed']],
    ['filter[cost][lte]=1499', ['Byggesag']],
    ['filter[cost][is]=null', ['Ærlig post']],
    ['filter[goLivePlanned][gte]=2030-01-01', ['Østlyset']],
    ['filter[goLivePlanned][is]=null', ['Byggesag', 'Ærlig post']],
    ['filter[goalId][is]=present', ['Østlyset']],
    ['filter[updatedAt][gte]=2020-01-01&filter[updatedAt][lte]=2020-01-02', []],
    ['q=faldulykker', ['Østlyset']],
    ['q=100%25', []],
  ])('filters by %s', async (query, expected) => {
    expect(await titles(`&sort=title&${query}`)).toEqual(expected);
  });

  it('filters by unit with everything below it, people, goal and import', async () => {
    expect(await titles(`&sort=title&filter[unitId]=${care.id}`)).toEqual(['Ærlig post', 'Østlyset']);
    expect(await titles(`&sort=title&filter[unitId]=${roads.id}`)).toEqual(['Ærlig post']);
    expect(await titles(`&filter[ownerId]=${house.home.personIds.leader}`)).toEqual(['Aabenhed']);
    expect(await titles(`&filter[managerId]=${house.home.personIds.project_manager}`)).toEqual(['Ærlig post']);
    expect(await titles(`&filter[goalId]=${goal.id}`)).toEqual(['Østlyset']);
    const { items } = await list('&q=byggesag');
    const { rows } = await api.owner.query(
      `insert into import (organisation_id, kind, file_name, media_type, byte_size, sha256, content) values ($1, 'initiatives', 'a.csv', 'text/csv', 1, '\\x00', '\\x00') returning id`,
      [house.organisationId],
    );
    await api.owner.query(
      `insert into import_row (organisation_id, import_id, line, place, outcome, "values", object_id) values ($1, $2, 1, 'A1', 'create', '{}', $3)`,
      [house.organisationId, rows[0].id, items[0]?.id],
    );
    expect(await titles(`&filter[importId]=${rows[0].id}`)).toEqual(['Byggesag']);
    expect(await titles(`&filter[updatedAt][gte]=${await house.day()}&sort=title`)).toHaveLength(4);
  });

  it.each([
    'updatedAt',
    'title',
    'code',
    'phase',
    'unitName',
    'administrationName',
    'goLivePlanned',
    'cost',
    'benefit',
    'status',
    'ownerName',
  ])('walks every row once by %s in both directions, also page by page', async (sort) => {
    for (const order of [sort, `-${sort}`]) {
      const whole = (await list(`&sort=${order}`)).items.map(({ id }) => id);
      const walked: string[] = [];
      let cursor = '';
      do {
        const page = await house.read(`/initiatives?limit=1&sort=${order}${cursor}`);
        walked.push(...page.items.map(({ id }: Line) => id));
        cursor = page.nextCursor && `&cursor=${page.nextCursor}`;
      } while (cursor);
      expect([order, walked]).toEqual([order, whole]);
      expect(new Set(walked).size).toBe(4);
    }
  });

  it('sorts amounts as amounts and leaves what has none to the end', async () => {
    expect(await titles('&sort=-cost')).toEqual(['Østlyset', 'Aabenhed', 'Byggesag', 'Ærlig post']);
    expect(await titles('&sort=benefit')).toEqual(['Byggesag', 'Aabenhed', 'Østlyset', 'Ærlig post']);
  });

  it('refuses names, values and cursors it does not know', async () => {
    const pointer = async (query: string) => {
      const reply = await house.call('GET', `/initiatives?${query}`);
      return [reply.status, reply.body.errors?.[0]?.pointer];
    };
    expect(await pointer('filter[colour]=red')).toEqual([400, '/query/filter[colour]']);
    expect(await pointer('filter[phase]=someday')).toEqual([400, '/query/filter[phase]/0']);
    expect(await pointer('sort=secret')).toEqual([400, '/query/sort/0']);
    expect(await pointer('limit=201')).toEqual([400, '/query/limit']);
    expect(await pointer('cursor=bm9wZQ')).toEqual([400, '/query/cursor']);
  });

  it('shows money to date: planned of what is due, realised only once something was measured', async () => {
    const made = await house.initiative({ title: 'Midlertidig' });
    const month = '2025-01-01';
    const later = '2025-02-01';
    await house.benefit(made.id, {}, [
      { month, planned: 100, realised: 60, status: 'measured' },
      { month: later, planned: 100, status: 'not_measured' },
      { month: '2025-03-01', planned: 100, status: 'not_due' },
    ]);
    await house.benefit(made.id, { polarity: -1 }, [{ month, planned: 10, realised: 20, status: 'measured' }]);
    expect((await list('&q=midlertidig')).items[0]).toMatchObject({
      plannedToDateMinor: '190',
      realisedToDateMinor: '40',
    });
    const silent = await house.initiative({ title: 'Umålt' });
    await house.benefit(silent.id, {}, [{ month, planned: 100, status: 'not_measured' }]);
    expect((await list('&q=umålt')).items[0]).toMatchObject({ plannedToDateMinor: '100', realisedToDateMinor: null });
    await api.owner.query(`delete from benefit_month where organisation_id = $1`, [house.organisationId]);
    await api.owner.query(`update initiative set phase = 'rejected' where id = any($1::uuid[])`, [
      [made.id, silent.id],
    ]);
  });
});

describe('search', () => {
  const search = async (q: string) =>
    (await house.read(`/search?q=${encodeURIComponent(q)}`)).items.map(({ kind, title }: Line) => `${kind} ${title}`);

  it('finds initiatives by words and code, and benefits by words', async () => {
    const [first] = (await list('&sort=code')).items;
    expect((await search(String(first?.code)))[0]).toBe(`initiative ${first?.title}`);
    expect(await search('ærlig')).toEqual(['initiative Ærlig post']);
    expect(await search('post ærlig')).toEqual(['initiative Ærlig post']);
    expect(await search('dage afgørelse')).toContain('benefit Færre dage til afgørelse');
    expect(await search('naboens')).toEqual([]);
    expect(await search('%')).toEqual([]);
  });

  it('asks for a word', async () => {
    expect((await house.call('GET', '/search?q=%20')).body.errors[0].pointer).toBe('/query/q');
  });
});
