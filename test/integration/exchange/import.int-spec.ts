import { CommitImportRunner } from '../../../apps/worker/src/exchange/commit-import.runner';
import { ApiUnderTest, type TestOrganisation } from '../api/api-under-test';
import { Importing } from './importing';
import { describeWithData, sharedFile } from './shared-data';

let api: ApiUnderTest;
let organisation: TestOrganisation;
let importing: Importing;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());

beforeEach(async () => {
  organisation = await api.organisation();
  importing = await Importing.start(api, organisation);
});
afterEach(() => importing.stop());

const small = `Porteføljeliste 2026;;;;\nKode;Titel;Enhed;Udgift (t.kr.);Idriftsættelse\n2026-A;Digital byggesag;Teknik;1.250,5;31.12.2026\n2026-B;Chatassistent;Borgerservice;tilbageholdt;1. kvartal\n2026-C;;Teknik;100;01.05.2026\nI alt;;;1.350,5;\n`;

describe('an import', () => {
  it('recognises the table, proposes a mapping and names every cell it cannot use', async () => {
    const uploaded = await importing.upload('portefølje.csv', small);
    expect(uploaded.status).toBe(201);
    expect(uploaded.body).toMatchObject({
      state: 'mapped',
      orientation: 'rows',
      delimiter: ';',
      headerLine: 2,
      rowCount: 3,
    });
    expect(uploaded.body.skipped.map((line: { text: string }) => line.text)).toEqual([
      'Porteføljeliste 2026',
      'I alt · 1.350,5',
    ]);
    const { id, preview } = await importing.preview('portefølje.csv', small);
    expect(preview.counts).toMatchObject({ create: 2, update: 0, unchanged: 0, rejected: 1 });
    expect(preview.sums).toMatchObject([
      { target: 'costPlanned', numeric: 1, withheld: 1, sum: '1250.5', currency: 'DKK' },
    ]);
    const rejected = await api.call('GET', `/imports/${id}/rows?outcome=rejected`, { as: importing.office });
    expect(rejected.body.items).toMatchObject([
      { line: 5, issues: [{ place: 'B5', code: 'missing_title', column: 'Titel' }] },
    ]);
    const issues = await api.call('GET', `/imports/${id}/rows?issues=true`, { as: importing.office });
    expect(issues.body.items.flatMap((row: any) => row.issues.map((issue: any) => issue.place))).toEqual(
      expect.arrayContaining(['D4', 'E4', 'B5']),
    );
  });

  it('writes everything in one transaction, and remembers the mapping', async () => {
    const { id } = await importing.preview('portefølje.csv', small);
    expect(await importing.commit(id)).toMatchObject({ created: 2, units: 2 });
    const list = await api.call('GET', '/imports', { as: importing.office });
    expect(list.body.items[0]).toMatchObject({ id, state: 'committed' });
    const { rows } = await api.owner.query(
      `select i.code, i.title, u.name as unit, c.plan_minor, c.year, i.go_live_planned, i.absences from initiative i join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id
        left join cost_line c on c.organisation_id = i.organisation_id and c.initiative_id = i.id where i.organisation_id = $1 order by i.code`,
      [organisation.organisationId],
    );
    expect(rows).toMatchObject([
      {
        code: '2026-A',
        title: 'Digital byggesag',
        unit: 'Teknik',
        plan_minor: '125050000',
        year: null,
        go_live_planned: '2026-12-31',
      },
      { code: '2026-B', unit: 'Borgerservice', plan_minor: null, go_live_planned: null },
    ]);
    expect(rows[1].absences).toMatchObject({ costPlanned: { kind: 'withheld' } });
    const again = await importing.upload('igen.csv', small);
    expect(again.body.columns.map((column: { chosenBy: string }) => column.chosenBy)).toContain('remembered');
    const second = await importing.preview('igen.csv', small);
    expect(second.preview.counts).toMatchObject({ create: 0, update: 0, unchanged: 2, rejected: 1 });
  });

  it('leaves nothing behind when it is cancelled on the way, and can be committed again', async () => {
    const before = await importing.checksums();
    const { id } = await importing.preview('portefølje.csv', small);
    const reply = await api.call('POST', `/imports/${id}/commit`, { as: importing.office });
    for (const failAt of [5, 35, 50, 65, 80, 95]) {
      await expect(importing.runJob(new CommitImportRunner(), id, reply.body.jobId, failAt)).rejects.toThrow(
        'cancelled',
      );
      expect(await importing.checksums()).toEqual(before);
    }
    expect(await importing.runJob(new CommitImportRunner(), id, reply.body.jobId)).toMatchObject({ created: 2 });
    expect(await importing.runJob(new CommitImportRunner(), id, reply.body.jobId)).toMatchObject({
      created: 2,
      updated: 0,
    });
  });

  it('is undone to the former content; an edited row and what somebody built on stay and are listed', async () => {
    const before = await importing.checksums();
    const first = await importing.preview('portefølje.csv', small);
    await importing.commit(first.id);
    await importing.undo(first.id);
    expect(await importing.checksums()).toEqual(before);

    const second = await importing.preview('portefølje.csv', small);
    await importing.commit(second.id);
    await api.owner.query(
      `update initiative set title = 'Digital byggesag 2.0' where organisation_id = $1 and code = '2026-A'`,
      [organisation.organisationId],
    );
    await importing.undo(second.id);
    const after = await api.call('GET', `/imports/${second.id}`, { as: importing.office });
    expect(after.body.state).toBe('undone');
    expect(after.body.keptOnUndo.map((kept: any) => [kept.kind, kept.title])).toEqual([
      ['initiative', 'Digital byggesag 2.0'],
      ['unit', 'Teknik'],
    ]);
    const left = await api.owner.query(`select code from initiative where organisation_id = $1`, [
      organisation.organisationId,
    ]);
    expect(left.rows).toEqual([{ code: '2026-A' }]);
    const costs = await api.owner.query(`select count(*)::int as count from cost_line where organisation_id = $1`, [
      organisation.organisationId,
    ]);
    expect(costs.rows[0].count).toBe(1);
  });

  it('refuses what is no portfolio, naming the file and what to do', async () => {
    const exe = await importing.upload('portefølje.xlsx', 'MZ this is no workbook');
    expect(exe.body).toMatchObject({ status: 422, errors: [{ pointer: '/file' }] });
    const empty = await importing.upload('tom.csv', '');
    expect(empty.body.errors[0].code).toBe('empty_file');
    const big = await importing.upload('stor.csv', Buffer.alloc(21 * 1024 * 1024, 'a'));
    expect(big.status).toBe(413);
  });

  it('asks for the dry run first and cannot be committed twice', async () => {
    const uploaded = await importing.upload('portefølje.csv', small);
    const early = await api.call('POST', `/imports/${uploaded.body.id}/commit`, { as: importing.office });
    expect(early.status).toBe(422);
    const { id } = await importing.preview('portefølje.csv', small);
    await importing.commit(id);
    expect((await api.call('POST', `/imports/${id}/commit`, { as: importing.office })).status).toBe(422);
    expect(
      (await api.call('PUT', `/imports/${id}/mapping`, { as: importing.office, body: { createUnits: false } })).status,
    ).toBe(422);
  });

  it('is the office’s; others see it, another organisation does not', async () => {
    const { id } = await importing.preview('portefølje.csv', small);
    const manager = await organisation.session('project_manager');
    expect((await importing.upload('x.csv', small, manager)).status).toBe(403);
    expect((await api.call('POST', `/imports/${id}/commit`, { as: manager })).status).toBe(403);
    expect((await api.call('GET', `/imports/${id}`, { as: manager })).status).toBe(200);
    const stranger = await (await api.organisation('Nabo')).session('portfolio_office');
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/rows'],
      ['POST', '/preview'],
      ['POST', '/commit'],
      ['POST', '/undo'],
    ] as const) {
      expect((await api.call(method, `/imports/${id}${path}`, { as: stranger })).status).toBe(404);
    }
  });
});

describeWithData('published portfolios', () => {
  it('reads GMPP 2023 in both forms to the same 244 initiatives, exact to the penny', async () => {
    const contents = [];
    for (const file of ['gmpp-2023-rows-utf8-comma.csv', 'gmpp-2023-transposed-cp1252-semicolon.csv']) {
      const home = await api.organisation();
      const own = await Importing.start(api, home);
      const { id, preview } = await own.preview(file, sharedFile('gmpp-2023', file));
      expect(preview.counts).toMatchObject({ create: 244, update: 0, rejected: 0 });
      const sum = (target: string) => preview.sums.find((one: { target: string }) => one.target === target);
      expect(sum('costPlanned')).toMatchObject({
        numeric: 193,
        withheld: 46,
        text: 3,
        blank: 2,
        sum: '471818',
        currency: 'GBP',
      });
      expect(sum('benefitTotal')).toMatchObject({ numeric: 110, sum: '729446.31' });
      await own.commit(id);
      const { rows } = await api.owner.query(
        `select i.external_key, i.title, u.name as unit, i.start_planned, i.go_live_planned, i.status_rag, i.category, i.absences,
            (select jsonb_agg(jsonb_build_array(c.plan_minor, c.currency, c.year)) from cost_line c where c.organisation_id = i.organisation_id and c.initiative_id = i.id) as costs,
            (select jsonb_agg(jsonb_build_array(b.whole_life_value_minor, b.polarity, b.currency)) from benefit b where b.organisation_id = i.organisation_id and b.initiative_id = i.id) as benefits
          from initiative i join unit u on u.organisation_id = i.organisation_id and u.id = i.unit_id where i.organisation_id = $1 order by i.external_key`,
        [home.organisationId],
      );
      expect(rows).toHaveLength(244);
      expect(new Set(rows.map((row) => row.unit)).size).toBe(21);
      expect(rows.filter((row) => row.start_planned === null && row.absences.startPlanned)).toHaveLength(7);
      expect(rows.filter((row) => row.go_live_planned === null && row.absences.goLivePlanned)).toHaveLength(30);
      const { rows: totals } = await api.owner.query(
        `select (select sum(plan_minor) from cost_line where organisation_id = $1)::text as costs, (select bool_and(year is null) from cost_line where organisation_id = $1) as undated,
          (select sum(whole_life_value_minor * polarity) from benefit where organisation_id = $1)::text as benefits, (select count(*)::int from benefit where organisation_id = $1 and polarity = -1) as negative`,
        [home.organisationId],
      );
      expect(totals[0]).toEqual({ costs: '47181800000000', undated: true, benefits: '72944631000000', negative: 1 });
      contents.push(rows);
      await own.stop();
    }
    expect(contents[1]).toEqual(contents[0]);
  }, 120_000);

  it('updates 124 of the Canadian projects, keeps the old baseline, and undoes the second year whole', async () => {
    const cad = { currency: 'CAD' };
    const map = async (file: string) => {
      const uploaded = await importing.upload(file, sharedFile('gc-it-projects', file));
      const columns = uploaded.body.columns
        .filter((column: { target: string | null; unit: string | null }) => column.unit !== null)
        .map((column: { index: number; target: string }) => ({ index: column.index, target: column.target, ...cad }));
      return importing.preview(file, sharedFile('gc-it-projects', file), { ...cad, columns });
    };
    const first = await map('gc-it-projects-2019.csv');
    expect(first.preview.counts).toMatchObject({ create: 463, rejected: 0 });
    expect(first.preview.sums).toMatchObject([{ numeric: 456, sum: '7030871651', currency: 'CAD' }]);
    await importing.commit(first.id);
    const before = await importing.checksums();
    const plans = async () =>
      (
        await api.owner.query(
          `select c.plan_minor, c.external_key, i.external_key as key from cost_line c join initiative i on i.organisation_id = c.organisation_id and i.id = c.initiative_id where c.organisation_id = $1`,
          [organisation.organisationId],
        )
      ).rows;
    const plansBefore = new Map((await plans()).map((row) => [row.key, row.plan_minor]));

    const second = await map('gc-it-projects-2022.csv');
    expect(second.preview.counts).toMatchObject({ create: 371, update: 124, rejected: 0 });
    await importing.commit(second.id);
    const count = await api.owner.query(
      `select count(*)::int as all, count(distinct external_key)::int as keys from initiative where organisation_id = $1`,
      [organisation.organisationId],
    );
    expect(count.rows[0]).toEqual({ all: 834, keys: 834 });
    const kept = (await plans()).filter((row) => plansBefore.has(row.key));
    expect(kept.filter((row) => row.plan_minor !== plansBefore.get(row.key))).toEqual([]);

    await importing.undo(second.id);
    expect(await importing.checksums()).toEqual(before);
    const undone = await api.call('GET', `/imports/${second.id}`, { as: importing.office });
    expect(undone.body.keptOnUndo).toEqual([]);
  }, 120_000);

  it('reads the six proposals of København without the total line', async () => {
    const { id, preview } = await importing.preview(
      'kk.csv',
      sharedFile('kk-investeringsforslag-2020', 'kk-investeringsforslag-2020.csv'),
    );
    expect(preview.counts).toMatchObject({ create: 6, rejected: 0, skippedLines: 1 });
    expect(preview.sums.map((sum: { sum: string }) => sum.sum)).toEqual(['19.6', '38.9', '10.8', '7.9']);
    await importing.commit(id);
    const { rows } = await api.owner.query(`select count(*)::int as count from initiative where organisation_id = $1`, [
      organisation.organisationId,
    ]);
    expect(rows[0].count).toBe(6);
  });
});
