import type { Grid } from '../grid';
import { proposeMapping } from '../mapping/propose-mapping';
import { readRows } from '../rows/read-rows';
import { readTable } from '../table/read-table';
import type { ExistingInitiative, PlannedField } from './existing-initiative';
import { planImport } from './plan-import';
import { countPlan, type PlannedRow } from './planned-row';
import { type KnownNames, resolveNames } from './resolve-names';

const KNOWN: KnownNames = {
  units: [
    { id: 'unit-teknik', names: ['Teknik og Miljø', 'TM'] },
    { id: 'unit-a', names: ['Center', 'CA'] },
    { id: 'unit-b', names: ['Center', 'CB'] },
  ],
  people: [
    { id: 'ida', names: ['Ida Østergaard', 'ida@aastrup.example'] },
    { id: 'bo', names: ['Bo Holm', 'bo@aastrup.example'] },
  ],
  goals: [{ id: 'goal-1', names: ['Hurtigere svar', 'M1'] }],
};

function prepare(text: string, known = KNOWN) {
  const grid: Grid = text.split('\n').map((line) => line.split(';').map((cell) => cell.trim()));
  const table = readTable(grid);
  const { mapping } = proposeMapping(table, { currency: 'DKK' });
  return resolveNames(table, mapping, readRows(table, mapping).rows, known);
}
const plan = (text: string, existing: readonly ExistingInitiative[] = []) => planImport(prepare(text).rows, existing);

/** What a commit makes of a plan, as the next import finds it. */
function commit(planned: readonly PlannedRow[], before: readonly ExistingInitiative[] = []): ExistingInitiative[] {
  const after = new Map(before.map((initiative) => [initiative.id, initiative]));
  for (const row of planned) {
    if (row.outcome !== 'create' && row.outcome !== 'update') continue;
    const id = row.objectId ?? `new-${row.key}`;
    const old = after.get(id);
    const changed = Object.fromEntries(row.fields.map(({ field, after: value }) => [field, value]));
    const fields: ExistingInitiative['fields'] = { ...old?.fields, ...changed };
    const text = (field: PlannedField) => (fields[field] as string | undefined) ?? null;
    after.set(id, {
      id,
      externalKey: old?.externalKey ?? row.key,
      code: old?.code ?? `2026-${after.size}`,
      title: text('title') ?? old?.title ?? '',
      unitNames: row.newUnit ? [row.newUnit] : (old?.unitNames ?? []),
      goLivePlanned: text('goLivePlanned') ?? old?.goLivePlanned ?? null,
      goLiveFirstPlanned: text('goLiveFirstPlanned') ?? old?.goLiveFirstPlanned ?? null,
      fields,
      costs: [
        ...(old?.costs ?? []).map((line) => ({ ...line, ...row.costs.find((change) => change.id === line.id)?.after })),
        ...row.costs
          .filter((change) => change.id === null)
          .map(({ cost, after: amounts }) => ({
            id: `${id} ${cost.lineKey}`,
            lineKey: cost.lineKey,
            currency: cost.currency,
            ...amounts,
          })),
      ],
      benefits: [
        ...(old?.benefits ?? []).map((line) => ({
          ...line,
          ...row.benefits.find((change) => change.id === line.id)?.after,
        })),
        ...row.benefits
          .filter((change) => change.id === null)
          .map(({ benefit, after: values }) => ({
            id: `${id} ${benefit.lineKey}`,
            lineKey: benefit.lineKey,
            currency: benefit.currency,
            approved: false,
            ...values,
          })),
      ],
      absences: Object.fromEntries(
        Object.entries({ ...old?.absences, ...row.absences }).flatMap(([name, absence]) =>
          absence ? [[name, absence]] : [],
        ),
      ),
    });
  }
  return [...after.values()];
}

const FIRST = `Nr.;Titel;Projektleder;Fase;Idriftsættelse;Udgift (kr.);Årlig gevinst (kr.)
A1;Ny app;Bo Holm;Idé;31-12-2026;1.000,00;300,00
A2;Chatbot;Bo Holm;Idé;TBD;Fortroligt;
A3;Robot;;Idé;01-06-2026;500,00;-50,00`;
const existing = commit(plan(FIRST));
const only = (rows: readonly PlannedRow[]) => rows[0] as PlannedRow;

describe('names in the rows', () => {
  it('become units, people and goals, also by code and e-mail, and new units once', () => {
    const { rows, newUnits } = prepare(
      'Titel;Enhed;Projektejer;Projektleder;Mål\nA;tm;IDA ØSTERGAARD;bo@aastrup.example;M1\nB;Ny afdeling;;;\nC;ny  Afdeling;;;',
    );
    expect(rows[0]?.references).toEqual({
      unitId: 'unit-teknik',
      ownerId: 'ida',
      managerId: 'bo',
      primaryGoalId: 'goal-1',
    });
    expect(rows.map(({ references }) => references.newUnit)).toEqual([undefined, 'Ny afdeling', 'Ny afdeling']);
    expect(newUnits).toEqual(['Ny afdeling']);
  });

  it('leave the unit empty when no units may be created', () => {
    const table = readTable([
      ['Titel', 'Enhed'],
      ['A', 'Teknik og Miljo'],
      ['B', 'TM'],
    ]);
    const { mapping } = proposeMapping(table, { currency: 'DKK' });
    const { rows, newUnits } = resolveNames(table, mapping, readRows(table, mapping).rows, KNOWN, {
      createUnits: false,
    });
    expect(newUnits).toEqual([]);
    expect(rows.map(({ references }) => references)).toEqual([{}, { unitId: 'unit-teknik' }]);
    expect(rows[0]?.issues).toMatchObject([
      { place: 'B2', code: 'unknown_name', suggestion: { en: 'Did you mean “Teknik og Miljø”?' } },
    ]);
  });

  it('are named when nobody or several are called so', () => {
    const { rows } = prepare('Titel;Enhed;Projektleder\nA;Center;Bo Hlom\nB;TM;Per Nielsen');
    expect(
      rows.flatMap(({ issues }) => issues.map(({ place, code, suggestion }) => [place, code, suggestion?.da])),
    ).toEqual([
      ['B2', 'ambiguous_name', 'Skriv e-mail eller kode i stedet.'],
      ['C2', 'unknown_name', 'Mente du “Bo Holm”?'],
      ['C3', 'unknown_name', 'Opret først, eller ret stavemåden.'],
    ]);
  });
});

describe('the first import', () => {
  it('creates every initiative with its plan, first go-live date and absences', () => {
    const planned = plan(FIRST);
    expect(countPlan(planned)).toEqual({ create: 3, update: 0, unchanged: 0, rejected: 0, emptyCells: 2 });
    const first = only(planned);
    expect(first.fields).toContainEqual({ field: 'goLiveFirstPlanned', before: null, after: '2026-12-31' });
    expect(first.costs).toMatchObject([
      { id: null, before: null, after: { planMinor: '100000', forecastMinor: null } },
    ]);
    expect(first.benefits).toMatchObject([
      { after: { polarity: 1, fullYearValueMinor: '30000', wholeLifeValueMinor: null } },
    ]);
    expect(planned[1]?.absences).toEqual({
      goLivePlanned: { kind: 'text', text: 'TBD' },
      costPlanned: { kind: 'withheld', text: 'Fortroligt' },
    });
    expect(planned[2]?.benefits).toMatchObject([{ after: { polarity: -1, fullYearValueMinor: '5000' } }]);
  });
});

describe('the same file again', () => {
  it('changes nothing', () => {
    expect(countPlan(plan(FIRST, existing))).toMatchObject({ create: 0, update: 0, unchanged: 3 });
  });
});

describe('a newer file', () => {
  it('updates by key and keeps the old baseline: plan and first date stay, forecast and date move', () => {
    const row = only(
      plan('Nr.;Titel;Idriftsættelse;Udgift (kr.)\na1;Ny app til alle;30-06-2027;1.400,00\nA4;Ny;;2,00', existing),
    );
    expect(row).toMatchObject({ outcome: 'update', objectId: 'new-A1', newUnit: null, absences: {} });
    expect(row.fields).toEqual([
      { field: 'title', before: 'Ny app', after: 'Ny app til alle' },
      { field: 'goLivePlanned', before: '2026-12-31', after: '2027-06-30' },
    ]);
    expect(row.costs).toMatchObject([
      { before: { planMinor: '100000', forecastMinor: null }, after: { planMinor: '100000', forecastMinor: '140000' } },
    ]);
    const [after] = commit([row], existing);
    expect(after).toMatchObject({ goLiveFirstPlanned: '2026-12-31', goLivePlanned: '2027-06-30' });
    const back = only(plan('Nr.;Titel;Udgift (kr.)\nA1;Ny app til alle;1.000,00\nA9;Ny;2,00', commit([row], existing)));
    expect(back.costs).toMatchObject([{ after: { planMinor: '100000', forecastMinor: '100000' } }]);
  });

  it('never erases a value by a cell that says nothing, and drops an absence when a value comes', () => {
    const rows = plan(
      'Nr.;Titel;Projektleder;Idriftsættelse;Udgift (kr.)\nA1;Ny app;;TBD;Fortroligt\nA2;Chatbot;;01-02-2027;70,00',
      existing,
    );
    expect(rows[0]).toMatchObject({ outcome: 'unchanged', fields: [], costs: [], absences: {} });
    expect(rows[0]?.issues.map(({ code }) => code)).toEqual(['not_planned', 'withheld']);
    expect(rows[1]?.absences).toEqual({ goLivePlanned: null, costPlanned: null });
    expect(rows[1]?.costs).toMatchObject([{ after: { planMinor: '7000' } }]);
  });

  it('leaves alone what an import may not change, and says so', () => {
    const approved = existing.map((initiative) => ({
      ...initiative,
      benefits: initiative.benefits.map((benefit) => ({ ...benefit, approved: true })),
      costs: initiative.costs.map((line) => ({ ...line, currency: 'EUR' })),
    }));
    const row = only(
      plan(
        'Nr.;Titel;Fase;Udgift (kr.);Årlig gevinst (kr.)\nA1;Ny app;Gennemførelse;9,00;9,00\nA8;B;Idé;1,00;1,00',
        approved,
      ),
    );
    expect(row).toMatchObject({ outcome: 'unchanged', fields: [], costs: [], benefits: [] });
    expect(row.notes.map(({ code, about }) => [code, about])).toEqual([
      ['phase_kept', 'phase'],
      ['currency_kept', 'costPlanned'],
      ['benefit_kept', 'benefitFullYear'],
    ]);
  });
});

describe('an initiative that a person registered', () => {
  const registered: ExistingInitiative = {
    id: 'by-hand',
    externalKey: null,
    code: '2026-014',
    title: 'Ny App',
    unitNames: ['Teknik og Miljø', 'TM'],
    goLivePlanned: '2026-05-01',
    goLiveFirstPlanned: null,
    fields: { unitId: 'unit-teknik' },
    costs: [{ id: 'c', lineKey: null, currency: 'DKK', planMinor: '1', forecastMinor: null }],
    benefits: [],
    absences: {},
  };

  it('is found by its code, or by title and unit when the file has no key', () => {
    expect(only(plan('Nr.;Titel\n2026-014;Ny App\nx;y', [registered]))).toMatchObject({
      outcome: 'unchanged',
      objectId: 'by-hand',
    });
    expect(only(plan('Titel;Enhed\nny app;TM\ny;TM', [registered]))).toMatchObject({
      objectId: 'by-hand',
      outcome: 'update',
    });
    expect(only(plan('Nr.;Titel;Enhed\n7;Ny App;TM\n8;y;TM', [registered]))).toMatchObject({ outcome: 'create' });
  });

  it('keeps its first go-live date when the first import moves it, and its own cost lines', () => {
    const row = only(
      plan('Nr.;Titel;Idriftsættelse;Udgift (kr.)\n2026-014;Ny App;01-09-2026;5,00\nx;y;;1,00', [registered]),
    );
    expect(row.fields).toEqual([
      { field: 'goLivePlanned', before: '2026-05-01', after: '2026-09-01' },
      { field: 'goLiveFirstPlanned', before: null, after: '2026-05-01' },
    ]);
    expect(row.costs).toMatchObject([{ id: null, after: { planMinor: '500' } }]);
  });
});

it('does not touch what rejected rows say', () => {
  const row = only(plan('Nr.;Titel;Enhed\n;Uden nøgle;Ny enhed\nA1;Ny app;', existing));
  expect(row).toMatchObject({ outcome: 'rejected', objectId: null, fields: [], costs: [], newUnit: null });
  expect(prepare('Nr.;Titel;Enhed\n;Uden nøgle;Ny enhed\nA1;Ny app;').newUnits).toEqual([]);
});
