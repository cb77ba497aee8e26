import { ruleRefused, storeProblem } from '@hoest/platform';
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
  importing = await Importing.start(api, organisation);
});
afterEach(() => importing.stop());

const file = [
  'Porteføljeliste 2026;;;',
  'Titel;Enhed;Udgift;Start',
  'Digital byggesag;Teknik;1.250;03/04/2026',
  'Chatassistent;Borgerservice;ukendt tal;05/06/2026',
  ';Teknik;100;07/08/2026',
  'I alt;;1.350;',
].join('\n');

describe('choosing how a file is read', () => {
  let id: string;
  beforeEach(async () => {
    id = (await importing.upload('portefølje.csv', file)).body.id;
  });
  const choose = (body: object, headers: Record<string, string> = {}) =>
    api.call('PUT', `/imports/${id}/mapping`, { as: importing.office, body, headers });
  const read = async () => (await api.call('GET', `/imports/${id}`, { as: importing.office })).body;
  const lines = async () =>
    (await api.call('GET', `/imports/${id}/lines`, { as: importing.office })).body.items as {
      name: string;
      skipped: string | null;
      cells: string[];
    }[];

  it('asks about what the file does not say, until a person answers', async () => {
    const asked = await read();
    expect(asked.assumptions).toEqual(['decimal', 'date_order']);
    expect(asked.columns[2].assumptions).toEqual(['currency', 'scale']);
    const answered = await choose({
      decimal: 'point',
      dateOrder: 'dmy',
      currency: 'DKK',
      columns: [{ index: 2, target: 'costPlanned', unit: 'thousand' }],
    });
    expect(answered.body).toMatchObject({ assumptions: [], options: { decimal: 'point' } });
    expect(answered.body.columns[2]).toMatchObject({ assumptions: [], unit: 'thousand', chosenBy: 'person' });
  });

  it('takes a line in or out without losing the mapping', async () => {
    expect((await lines()).map(({ name, skipped }) => [name, skipped])).toEqual([
      ['1', 'above_headings'],
      ['3', null],
      ['4', null],
      ['5', null],
      ['6', 'total'],
    ]);
    await choose({ columns: [{ index: 1, target: null }] });
    const changed = await choose({
      lines: [
        { line: 4, as: 'left_out' },
        { line: 6, as: 'initiative' },
      ],
    });
    expect(changed.body).toMatchObject({ rowCount: 3, skippedCount: 2, headerLine: 2 });
    expect(changed.body.skipped.map((line: any) => [line.line, line.code])).toEqual([
      [1, 'above_headings'],
      [4, 'chosen'],
    ]);
    expect(changed.body.columns[1]).toMatchObject({ target: null, chosenBy: 'person' });
    expect((await choose({ lines: [{ line: 4, as: 'recognised' }] })).body).toMatchObject({ rowCount: 4 });
  });

  it('reads the headings from another line and proposes anew', async () => {
    const moved = await choose({ headerLine: 3 });
    expect(moved.body).toMatchObject({ headerLine: 3, rowCount: 2, skippedCount: 3 });
    expect(moved.body.columns[0].heading).toBe('Digital byggesag');
    expect((await choose({ headerLine: 2 })).body.columns[0]).toMatchObject({ heading: 'Titel', target: 'title' });
  });

  it('lets the title be missing on the way, and asks for it in the dry run', async () => {
    expect((await choose({ columns: [{ index: 0, target: null }] })).status).toBe(200);
    const refused = await api.call('POST', `/imports/${id}/preview`, { as: importing.office });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ code: 'no_title' }] });
  });

  it('names the column of the call that takes a target twice', async () => {
    const refused = await choose({
      columns: [
        { index: 3, target: 'startPlanned' },
        { index: 1, target: 'title' },
      ],
    });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ code: 'target_twice', pointer: '/columns/1' }] });
  });

  it('with If-Match refuses what somebody changed meanwhile, and shows it', async () => {
    const { version } = await read();
    expect((await choose({ dateOrder: 'mdy' }, { 'if-match': `"${version}"` })).status).toBe(200);
    const late = await choose({ dateOrder: 'dmy' }, { 'if-match': `"${version}"` });
    expect(late.status).toBe(412);
    expect(late.body.current).toMatchObject({ id, options: { dateOrder: 'mdy' } });
    await api.call('POST', `/imports/${id}/preview`, { as: importing.office });
    const commit = await api.call('POST', `/imports/${id}/commit`, {
      as: importing.office,
      headers: { 'if-match': `"${version}"` },
    });
    expect(commit.status).toBe(412);
  });

  it('hands out the rows with issues as a file, and names the units it would create', async () => {
    await api.call('POST', `/imports/${id}/preview`, { as: importing.office });
    expect(await read()).toMatchObject({ newUnits: ['Teknik', 'Borgerservice'] });
    const reply = await api.call('GET', `/imports/${id}/issues.csv?language=en`, { as: importing.office });
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.headers['content-disposition']).toContain("filename*=UTF-8''portef%C3%B8lje-remarks.csv");
    const [head, ...rows] = reply.text.trim().split('\r\n');
    expect(head).toBe('Row;Titel;Enhed;Udgift;Start;Problem');
    expect(rows.map((row) => row.split(';')[0])).toEqual(['3', '4', '5']);
    expect(rows[1]).toContain('C4: The text cannot be read as a number.');
  });

  it('leads from a committed import to the initiatives it made and changed', async () => {
    const titles = async (importId: string) => {
      const reply = await api.call('GET', `/initiatives?filter[importId]=${importId}&sort=title`, {
        as: importing.office,
      });
      return reply.body.items.map(({ title }: { title: string }) => title);
    };
    await api.call('POST', `/imports/${id}/preview`, { as: importing.office });
    expect(await titles(id)).toEqual([]);
    await importing.commit(id);
    expect(await titles(id)).toEqual(['Chatassistent', 'Digital byggesag']);
    const second = await importing.preview('igen.csv', file.replace('1.250', '1.300'), { decimal: 'comma' });
    await importing.commit(second.id);
    expect(await titles(second.id)).toEqual(['Digital byggesag']);
    await importing.undo(second.id);
    await importing.undo(id);
    expect(await titles(id)).toEqual([]);
  });

  it('says in the reader’s language why a job failed', async () => {
    await api.call('POST', `/imports/${id}/preview`, { as: importing.office });
    const { jobId } = (await api.call('POST', `/imports/${id}/commit`, { as: importing.office })).body;
    const problem = storeProblem(ruleRefused({ da: 'Enheden er nedlagt.', en: 'The unit is closed.' }));
    await api.owner.query(`update job set state = 'failed', problem = $2 where id = $1`, [jobId, problem]);
    const job = async (language: string) =>
      (await api.call('GET', `/jobs/${jobId}`, { as: importing.office, headers: { 'accept-language': language } }))
        .body;
    expect((await job('da')).problem).toMatchObject({ code: 'rule_refused', detail: 'Enheden er nedlagt.' });
    expect((await job('en')).problem).toMatchObject({ title: 'A rule says no', detail: 'The unit is closed.' });
    expect(await read()).toMatchObject({ state: 'previewed', problem: { en: 'A rule says no' } });
  });
});
