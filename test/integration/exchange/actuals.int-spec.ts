import { CommitImportRunner } from '../../../apps/worker/src/exchange/commit-import.runner';
import { UndoImportRunner } from '../../../apps/worker/src/exchange/undo-import.runner';
import { ApiUnderTest, type TestOrganisation } from '../api/api-under-test';
import { Importing } from './importing';

let api: ApiUnderTest;
let organisation: TestOrganisation;
let importing: Importing;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api.stop());

beforeEach(async () => {
  organisation = await api.organisation();
  importing = await Importing.start(api, organisation, 'actuals');
});
afterEach(() => importing.stop());

const march = `Udtræk fra økonomisystemet;;;;;;
Konto;Omk.sted;Periode;Beløb;Korrigeret budget;Posteringstekst;Bilagsnr.
5.32.30.1;2100;2026P03;1.250,50;1.500,00;Vikarer;100-1
5.32.30.1;2100;2026P03;-250,50;;Refusion;100-2
6.45.51.3;;marts 2026;0,00;;Licenser;
6.45.51.3;;2026P13;10,00;;Supplement;
;2100;202604;12,00;;;
6.45.51.3;;april 2026;ti;;;
I alt;;;1.012,00;;;
`;

async function stored(): Promise<unknown[]> {
  const { rows } = await api.owner.query(
    `select a.account, a.cost_centre, a.month, a.amount_minor, a.budget_minor, a.text, a.posting_ref, a.occurrence from finance_actual a
      where a.organisation_id = $1 order by a.month, a.source_key, a.occurrence`,
    [organisation.organisationId],
  );
  return rows.map((row) => Object.values(row));
}

async function closePeriod(month: string): Promise<void> {
  await api.owner.query(`insert into finance_period (organisation_id, month, closed_by) values ($1, $2, $3)`, [
    organisation.organisationId,
    month,
    organisation.personIds.finance,
  ]);
}

const MARCH = [
  ['5.32.30.1', '2100', '2026-03-01', '125050', '150000', 'Vikarer', '100-1', 1],
  ['5.32.30.1', '2100', '2026-03-01', '-25050', null, 'Refusion', '100-2', 1],
  ['6.45.51.3', null, '2026-03-01', '0', null, 'Licenser', null, 1],
];

describe('an import of actuals', () => {
  it('names the cell of every line it cannot use, and stores nothing in the dry run', async () => {
    const { id, preview } = await importing.preview('marts.csv', march);
    expect(preview.import).toMatchObject({ kind: 'actuals', headerLine: 2, rowCount: 6 });
    expect(preview.counts).toMatchObject({ create: 3, update: 0, unchanged: 0, rejected: 3, skippedLines: 2 });
    expect(preview.sums).toMatchObject([
      { target: 'actualAmount', numeric: 3, sum: '1000', currency: 'DKK' },
      { target: 'budgetAmount', numeric: 1, sum: '1500', currency: 'DKK' },
    ]);
    const rejected = await api.call('GET', `/imports/${id}/rows?outcome=rejected`, { as: importing.office });
    expect(rejected.body.items).toMatchObject([
      { line: 6, issues: [{ place: 'C6', column: 'Periode', value: '2026P13', code: 'not_a_month' }] },
      { line: 7, issues: [{ place: 'A7', column: 'Konto', value: '', code: 'missing_account' }] },
      { line: 8, issues: [{ place: 'D8', column: 'Beløb', value: 'ti', code: 'not_a_number' }] },
    ]);
    expect(await stored()).toEqual([]);
  });

  it('is written in one transaction; the same file again changes nothing, in any order of its lines', async () => {
    const first = await importing.preview('marts.csv', march);
    expect(await importing.commit(first.id)).toMatchObject({ created: 3, updated: 0, rejected: 3 });
    expect(await stored()).toEqual(MARCH);
    const before = await importing.checksums();
    const [title = '', head = '', ...lines] = march.trimEnd().split('\n');
    const turned = [title, head, ...lines.slice(0, -1).reverse(), lines.at(-1)].join('\n');
    const again = await importing.preview('igen.csv', turned);
    expect(again.preview.import.columns.map((column: { chosenBy: string }) => column.chosenBy)).toContain('remembered');
    expect(again.preview.counts).toMatchObject({ create: 0, update: 0, unchanged: 3, rejected: 3 });
    await importing.commit(again.id);
    expect(await importing.checksums()).toEqual(before);
  });

  it('is replaced by a corrected file, key by key, and undone to what was there before', async () => {
    await importing.commit((await importing.preview('marts.csv', march)).id);
    const before = await importing.checksums();
    const corrected = await importing.preview(
      'rettet.csv',
      `Konto;Omk.sted;Periode;Beløb;Tekst;Bilagsnr.
5.32.30.1;2100;03/2026;1.300,00;Vikarer;100-1
5.32.30.1;2100;03/2026;75,00;Vikarer;100-1
7.1;;03/2026;1,00;;
`,
    );
    expect(corrected.preview.counts).toMatchObject({ create: 2, update: 1, unchanged: 0, rejected: 0 });
    const updates = await api.call('GET', `/imports/${corrected.id}/rows?outcome=update`, { as: importing.office });
    expect(updates.body.items).toMatchObject([
      {
        title: '5.32.30.1 · 2100 · 2026-03',
        changes: {
          actualAmount: { from: { amountMinor: '125050' }, to: { amountMinor: '130000' } },
          budgetAmount: { from: { amountMinor: '150000' }, to: null },
        },
      },
    ]);
    await importing.commit(corrected.id);
    expect(await stored()).toHaveLength(5);

    const fewer = await importing.preview(
      'færre.csv',
      `Konto;Omk.sted;Periode;Beløb;Tekst;Bilagsnr.
5.32.30.1;2100;03/2026;1.300,00;Vikarer;100-1
`,
    );
    expect(fewer.preview.counts).toMatchObject({ update: 1 });
    await importing.commit(fewer.id);
    expect(await stored()).toHaveLength(4);
    await importing.undo(fewer.id);
    expect(await stored()).toHaveLength(5);
    await importing.undo(corrected.id);
    expect(await importing.checksums()).toEqual(before);
  });

  it('leaves what a later import changed, and says which lines', async () => {
    const first = await importing.preview('marts.csv', march);
    await importing.commit(first.id);
    const later = await importing.preview('april.csv', march.replace('1.250,50', '1.251,50'));
    await importing.commit(later.id);
    await importing.undo(first.id);
    const undone = await api.call('GET', `/imports/${first.id}`, { as: importing.office });
    expect(undone.body.keptOnUndo).toMatchObject([{ kind: 'finance_actual', title: '5.32.30.1 · 2100 · 2026-03' }]);
    expect(await stored()).toHaveLength(1);
  });

  it('leaves nothing behind when it is cancelled on the way, and can be committed again', async () => {
    const before = await importing.checksums();
    const { id } = await importing.preview('marts.csv', march);
    const reply = await api.call('POST', `/imports/${id}/commit`, { as: importing.office });
    for (const failAt of [5, 20, 50, 80, 95]) {
      await expect(importing.runJob(new CommitImportRunner(), id, reply.body.jobId, failAt)).rejects.toThrow(
        'cancelled',
      );
      expect(await importing.checksums()).toEqual(before);
    }
    expect(await importing.runJob(new CommitImportRunner(), id, reply.body.jobId)).toMatchObject({ created: 3 });
    expect(await importing.runJob(new CommitImportRunner(), id, reply.body.jobId)).toMatchObject({ created: 3 });
  });

  it('changes no closed period: lines are rejected at their period, and an import it was reported from stays', async () => {
    const first = await importing.preview('marts.csv', march);
    await importing.commit(first.id);
    await closePeriod('2026-03-01');
    const late = await importing.preview('sen.csv', march.replace('1.250,50', '9.999,00'));
    expect(late.preview.counts).toMatchObject({ create: 0, update: 0, unchanged: 2, rejected: 4 });
    const rejected = await api.call('GET', `/imports/${late.id}/rows?outcome=rejected`, { as: importing.office });
    expect(rejected.body.items[0].issues).toMatchObject([{ place: 'C3', code: 'period_closed' }]);

    const undo = await api.call('POST', `/imports/${first.id}/undo`, { as: importing.office });
    expect([undo.status, undo.body.code]).toEqual([422, 'rule_refused']);
    expect(undo.text).toContain('2026-03');
    await expect(importing.runJob(new UndoImportRunner(), first.id, '')).rejects.toMatchObject({
      code: 'rule_refused',
    });
    await expect(
      api.owner.query(`update finance_actual set amount_minor = 1 where organisation_id = $1`, [
        organisation.organisationId,
      ]),
    ).rejects.toMatchObject({ code: 'HA002' });
    expect(await stored()).toEqual(MARCH);
    const next = await importing.preview('april.csv', march.replaceAll('2026P03', '2026P04').replace('marts', 'april'));
    expect(await importing.commit(next.id)).toMatchObject({ created: 3 });
  });

  it('is finance’s and the office’s; a portfolio is only the office’s; a kind nobody knows is named', async () => {
    const finance = await organisation.session('finance');
    const own = await importing.upload('marts.csv', march, finance);
    expect(own.status).toBe(201);
    const preview = await api.call('POST', `/imports/${own.body.id}/preview`, { as: finance });
    expect(preview.status).toBe(200);
    expect((await api.call('POST', `/imports/${own.body.id}/commit`, { as: finance })).status).toBe(202);
    expect((await importing.upload('p.csv', 'Titel\nChat\n', finance, 'initiatives')).status).toBe(403);
    const portfolio = await importing.upload('p.csv', 'Titel\nChat\n', importing.office, 'initiatives');
    for (const [method, path, body] of [
      ['PUT', 'mapping', {}],
      ['POST', 'preview', undefined],
      ['POST', 'commit', undefined],
      ['POST', 'undo', undefined],
    ] as const) {
      const reply = await api.call(method, `/imports/${portfolio.body.id}/${path}`, { as: finance, body });
      expect([path, reply.status]).toEqual([path, 403]);
    }
    const manager = await organisation.session('project_manager');
    expect((await importing.upload('marts.csv', march, manager)).status).toBe(403);
    const unknown = await importing.upload('marts.csv', march, finance, 'invoices');
    expect(unknown.body).toMatchObject({ status: 400, errors: [{ pointer: '/kind' }] });
    const listed = await api.call('GET', '/imports?filter[kind]=actuals', { as: finance });
    expect(listed.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['actuals']);
  });

  it('asks for the columns it cannot do without', async () => {
    const uploaded = await importing.upload('uden.csv', 'Konto;Navn\n1;a\n2;b\n');
    const reply = await api.call('POST', `/imports/${uploaded.body.id}/preview`, { as: importing.office });
    expect(reply.body.errors.map(({ code }: { code: string }) => code)).toEqual(['no_period', 'no_amount']);
    const other = await api.call('PUT', `/imports/${uploaded.body.id}/mapping`, {
      as: importing.office,
      body: { columns: [{ index: 1, target: 'title' }] },
    });
    expect(other.body.errors).toMatchObject([{ pointer: '/columns/0', code: 'other_kind' }]);
  });
});
