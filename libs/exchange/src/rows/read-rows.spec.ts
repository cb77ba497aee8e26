import fc from 'fast-check';
import type { Cell, Grid } from '../grid';
import type { ImportMapping } from '../mapping/import-mapping';
import { proposeMapping } from '../mapping/propose-mapping';
import { readTable } from '../table/read-table';
import { readRows } from './read-rows';

const cells = (text: string): Grid => text.split('\n').map((line) => line.split(';').map((cell) => cell.trim()));

function read(grid: Grid | string, change: (mapping: ImportMapping) => ImportMapping = (mapping) => mapping) {
  const table = readTable(typeof grid === 'string' ? cells(grid) : grid);
  const mapping = change(proposeMapping(table, { currency: 'DKK' }).mapping);
  return { table, mapping, ...readRows(table, mapping) };
}

describe('a Danish portfolio', () => {
  const SHEET = `Sagsnr.;Titel;Forvaltning;Projektleder;Fase;Status;Lovpligtig;Start;Idriftsættelse;Udgift 2026 (t.kr.);Driftsudgift (t.kr.);Årlig gevinst (mio. kr.)
    S-1;Ny app;Teknik;Bo Holm;3. Gennemførelse;Grøn;Nej;01-02-2026;31.12.2026;1.250,5;40;0,35
    S-2;Chatbot;Borgerservice;Ida Ø.;Idé;Gul;Ja;1. marts 2026;december 2026;800;;-0,1
    S-3;Robot;Teknik;;Analyse;Rød;x;2026-04-01;TBD;Fortroligt;-;Ikke fastlagt`;

  it('is read cell by cell in its own forms', () => {
    const [app, bot, robot] = read(SHEET).rows;
    expect(app).toMatchObject({ line: 2, place: 'A2', key: 'S-1', keySource: 'key', outcome: 'read' });
    expect(app?.initiative.fields).toEqual({
      title: 'Ny app',
      unit: 'Teknik',
      managerName: 'Bo Holm',
      phase: 'executing',
      statusRag: 'on_track',
      mandatory: false,
      startPlanned: '2026-02-01',
      goLivePlanned: '2026-12-31',
    });
    expect(app?.initiative.costs).toEqual([
      {
        lineKey: 'costPlanned:2026',
        name: 'Udgift 2026',
        kind: 'one_off',
        year: 2026,
        amountMinor: '125050000',
        currency: 'DKK',
        priceYear: null,
      },
      {
        lineKey: 'costOperation',
        name: 'Driftsudgift',
        kind: 'operation',
        year: null,
        amountMinor: '4000000',
        currency: 'DKK',
        priceYear: null,
      },
    ]);
    expect(app?.initiative.benefits).toEqual([
      {
        lineKey: 'benefitFullYear',
        name: 'Årlig gevinst',
        basis: 'full_year',
        polarity: 1,
        amountMinor: '35000000',
        currency: 'DKK',
        priceYear: null,
        description: null,
      },
    ]);
    expect(bot?.initiative.fields).toMatchObject({
      mandatory: true,
      startPlanned: '2026-03-01',
      goLivePlanned: '2026-12-31',
    });
    expect(bot?.initiative.benefits).toMatchObject([{ polarity: -1, amountMinor: '10000000' }]);
    expect(robot?.initiative.absences).toEqual({
      goLivePlanned: { kind: 'text', text: 'TBD' },
      'costPlanned:2026': { kind: 'withheld', text: 'Fortroligt' },
      costOperation: { kind: 'not_stated', text: '-' },
      benefitFullYear: { kind: 'text', text: 'Ikke fastlagt' },
    });
  });

  it('names every cell that is not taken over as it stands, with its place and reason', () => {
    const issues = read(SHEET).rows.flatMap((row) => row.issues);
    expect(issues.map(({ place, code, effect, value }) => [place, code, effect, value])).toEqual([
      ['I3', 'month_only', 'adjusted', 'december 2026'],
      ['L3', 'negative_benefit', 'adjusted', '-0,1'],
      ['I4', 'not_planned', 'field_empty', 'TBD'],
      ['J4', 'withheld', 'field_empty', 'Fortroligt'],
      ['K4', 'not_stated', 'field_empty', '-'],
      ['L4', 'not_planned', 'field_empty', 'Ikke fastlagt'],
    ]);
    expect(issues[0]).toMatchObject({ row: 3, column: 9, heading: 'Idriftsættelse', target: 'goLivePlanned' });
    expect(issues[0]?.reason.da).toBe('Der står kun en måned; 2026-12-31 er brugt.');
  });

  it('adds up withheld, blank and zero apart', () => {
    expect(read(SHEET).sums).toEqual([
      {
        target: 'costPlanned',
        currency: 'DKK',
        numeric: 2,
        negative: 0,
        withheld: 1,
        text: 0,
        notStated: 0,
        blank: 0,
        sumMinor: '205050000',
      },
      {
        target: 'costOperation',
        currency: 'DKK',
        numeric: 1,
        negative: 0,
        withheld: 0,
        text: 0,
        notStated: 1,
        blank: 1,
        sumMinor: '4000000',
      },
      {
        target: 'benefitFullYear',
        currency: 'DKK',
        numeric: 2,
        negative: 1,
        withheld: 0,
        text: 1,
        notStated: 0,
        blank: 0,
        sumMinor: '25000000',
      },
    ]);
  });
});

describe('a bad cell', () => {
  const codes = (text: string) =>
    read(text).rows.flatMap(({ issues }) => issues.map(({ place, code }) => `${place} ${code}`));

  it('leaves its field empty and the row in place, with something to write instead', () => {
    const { rows } = read(
      'Nr.;Titel;Udgift (kr.);Start;Fase\n1;A;1.2o0,00;31-13-2026;Idé\n2;B;5,5;01-01-2026;Ukurant\n3;C;7,5;2026-02-02;Idé',
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['read', 'read', 'read']);
    expect(rows[0]?.initiative.fields).toEqual({ title: 'A', phase: 'idea' });
    expect(rows[0]?.issues.map(({ place, code, suggestion }) => [place, code, suggestion?.da])).toEqual([
      ['D2', 'not_a_date', 'Skriv for eksempel 31-12-2026.'],
      ['C2', 'not_a_number', 'Mente du “1.200,00”?'],
    ]);
    expect(rows[0]?.initiative.absences.costPlanned).toEqual({ kind: 'text', text: '1.2o0,00' });
    expect(rows[1]?.issues[0]).toMatchObject({
      code: 'not_in_list',
      suggestion: { en: expect.stringContaining('idea') },
    });
  });

  it('is a number that can be read in two ways, another currency, a negative cost, half a person', () => {
    expect(codes('Nr.;Titel;Udgift\n1;A;1.250\n2;B;2.500')).toEqual(['C2 ambiguous_number', 'C3 ambiguous_number']);
    expect(codes('Nr.;Titel;Udgift (kr.)\n1;A;€ 5,5\n2;B;6,5')).toEqual(['C2 currency_differs']);
    expect(codes('Nr.;Titel;Udgift (kr.)\n1;A;-5,5\n2;B;6,5')).toEqual(['C2 negative_cost']);
    expect(codes('Nr.;Titel;Berørte medarbejdere\n1;A;2,5\n2;B;10')).toEqual(['C2 not_a_whole_number']);
    expect(codes('Nr.;Titel;Udgift (mia. kr.)\n1;A;99999999\n2;B;0,5')).toEqual(['C2 amount_too_large']);
    expect(codes('Nr.;Titel;Udgift (kr.)\n1;A;5,555\n2;B;6,5')).toEqual(['C2 rounded']);
  });

  it('is a fiscal year, quarter or day number where a date belongs', () => {
    const { rows } = read([
      ['Titel', 'Slutdato'],
      ['A', '2023-24'],
      ['B', 'Q4 2024/25'],
      ['C', { number: '46112' }],
      ['D', '2026-01-01'],
      ['E', '2026-01-02'],
      ['F', '2026-01-03'],
    ]);
    expect(
      rows.flatMap(({ issues }) => issues.map(({ value, code, suggestion }) => [value, code, suggestion?.en])),
    ).toEqual([
      ['2023-24', 'not_a_date', 'Write for example 31-12-2026.'],
      ['Q4 2024/25', 'not_a_date', 'Write for example 31-12-2026.'],
      ['46112', 'not_a_date', 'Did you mean “2026-03-31”?'],
    ]);
  });
});

describe('the key of a row', () => {
  it('is the key column; a row without key or title, or with a key used before, is rejected', () => {
    const { rows, sums } = read('Nr.;Titel;Udgift (kr.)\nA1;Et;1,5\n;To;2,5\nA2;-;4,5\na1 ;Fire;8,5\nA3;Fem;16,5');
    expect(
      rows.map(({ outcome, issues }) => [outcome, ...issues.map(({ place, code }) => `${place} ${code}`)]),
    ).toEqual([
      ['read'],
      ['rejected', 'A3 missing_key'],
      ['rejected', 'B4 missing_title', 'B4 not_stated'],
      ['rejected', 'A5 duplicate_key'],
      ['read'],
    ]);
    expect(rows[3]?.issues[0]?.reason.en).toContain('(2)');
    // What is not imported is not in the sums either.
    expect(sums).toMatchObject([{ numeric: 2, sumMinor: '1800' }]);
  });

  it('is the code without a key column, else title and unit together', () => {
    expect(read('Kode;Titel\nK1;Et\nK2;To').rows.map(({ key, keySource }) => [key, keySource])).toEqual([
      ['K1', 'code'],
      ['K2', 'code'],
    ]);
    const { rows } = read('Titel;Enhed\nNy app;Teknik\nNy  App;Borgerservice\nny app;teknik');
    expect(rows.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['title:ny app|teknik', 'read'],
      ['title:ny app|borgerservice', 'read'],
      ['title:ny app|teknik', 'rejected'],
    ]);
  });
});

describe('several columns for one field', () => {
  it('give the first that has a value, texts below each other, and a line each for amounts', () => {
    const { rows } = read(
      'Nr.;Titel;IPA rating;SRO rating;Beskrivelse;Formål;Investering - Service (kr.);Investering - Anlæg (kr.)\n1;A;;Amber;Først;Så;1,5;2,5\n2;B;Exempt under Section 43;Red;;Kun;3,5;0\n3;C;Green;Red;;;;',
      (mapping) => ({
        ...mapping,
        columns: [
          ...mapping.columns.filter(({ index }) => ![2, 3, 4, 5].includes(index)),
          { index: 2, heading: 'IPA rating', target: 'statusRag' },
          { index: 3, heading: 'SRO rating', target: 'statusRag' },
          { index: 4, heading: 'Beskrivelse', target: 'description' },
          { index: 5, heading: 'Formål', target: 'description' },
        ],
      }),
    );
    expect(rows.map(({ initiative }) => initiative.fields.statusRag)).toEqual(['watch', 'deviation', 'on_track']);
    expect(rows.map(({ initiative }) => initiative.fields.description)).toEqual(['Først\n\nSå', 'Kun', undefined]);
    expect(rows[0]?.initiative.costs.map(({ lineKey, amountMinor }) => [lineKey, amountMinor])).toEqual([
      ['costPlanned:investering-service', '150'],
      ['costPlanned:investering-anlæg', '250'],
    ]);
    // A rating withheld by one and given by the other is given; the withheld cell is still named.
    expect(rows[1]?.initiative.absences).toEqual({});
    expect(rows[1]?.issues).toMatchObject([{ place: 'C3', code: 'withheld' }]);
    expect(rows[1]?.initiative.costs.map(({ amountMinor }) => amountMinor)).toEqual(['350', '0']);
  });
});

it('takes a number stored in a workbook as it is, whatever the decimal sign of the texts', () => {
  const { rows } = read([
    ['Nr.', 'Titel', 'Udgift (kr.)'],
    ['1', 'A', { number: '1.25' }],
    ['2', 'B', '1.250,50'],
    ['3', 'C', { number: '1250' }],
  ]);
  expect(rows.map(({ initiative }) => initiative.costs[0]?.amountMinor)).toEqual(['125', '125050', '125000']);
});

it('shortens texts that are too long for their field, and says so', () => {
  const { rows } = read([
    ['Titel', 'Beskrivelse'],
    ['A'.repeat(201), 'b'.repeat(5001)],
    ['B', 'c'],
  ]);
  expect(rows[0]?.initiative.fields.title).toHaveLength(200);
  expect(rows[0]?.initiative.fields.description).toHaveLength(5000);
  expect(rows[0]?.issues.map(({ code }) => code)).toEqual(['shortened', 'shortened']);
});

describe('whatever stands in the cells', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      '',
      '0',
      '-1',
      '1.250,50',
      '12 %',
      'TBD',
      '-',
      'I alt',
      'Titel',
      '2026',
      '31-12-2026',
      'Exempt under Section 43',
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((number) => ({
      number: new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 6 }).format(number),
    })),
  );
  const grid = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });

  it('is read to an answer, and every line is either an initiative, left out with a reason, or blank', () => {
    fc.assert(
      fc.property(grid, (sheet) => {
        const { table, rows } = read(sheet);
        const places = [...table.lines, ...table.skipped].map(({ line }) => line);
        expect(new Set(places).size).toBe(places.length);
        expect(rows).toHaveLength(table.lines.length);
        for (const row of rows) expect(row.outcome === 'rejected' || row.initiative.fields.title !== '').toBe(true);
      }),
    );
  });

  it('adds up: the sum of a target is the sum of the amounts that are imported, and every cell is counted once', () => {
    const amount = fc.oneof(
      fc.constantFrom('', '-', 'TBD', 'Fortroligt', 'nonsens'),
      fc.integer({ min: -10_000, max: 10_000 }).map((minor) => `${minor},00`),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 20 }), (pairs) => {
        const table = readTable(
          [
            ['Nr.', 'Titel', 'Gevinst A', 'Gevinst B'],
            ...pairs.map(([a, b], index) => [`N${index}`, `T${index}`, a, b]),
          ],
          { headingLine: 1, orientation: 'rows' },
        );
        const money = { scale: 'one', currency: 'DKK', year: null, priceYear: null } as const;
        const mapping: ImportMapping = {
          decimal: 'comma',
          dateOrder: 'dmy',
          columns: [
            { index: 0, heading: 'Nr.', target: 'key' },
            { index: 1, heading: 'Titel', target: 'title' },
            { index: 2, heading: 'Gevinst A', target: 'benefitTotal', money },
            { index: 3, heading: 'Gevinst B', target: 'benefitTotal', money },
          ],
        };
        const { rows, sums } = readRows(table, mapping);
        const net = rows
          .flatMap(({ initiative }) => initiative.benefits)
          .reduce((sum, { amountMinor, polarity }) => sum + BigInt(polarity) * BigInt(amountMinor), 0n);
        const [sum] = sums;
        expect(sum?.sumMinor).toBe(net.toString());
        const counted = sum && sum.numeric + sum.withheld + sum.text + sum.notStated + sum.blank;
        expect(counted).toBe(2 * rows.length);
      }),
    );
  });
});
