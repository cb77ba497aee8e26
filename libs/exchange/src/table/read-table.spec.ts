import { readTable, type TableOptions } from './read-table';
import { samplesOf } from './table';

const grid = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .map((line) => (line === '' ? [] : line.split(';').map((cell) => cell.trim())));
const read = (text: string, options?: TableOptions) => readTable(grid(text), options);
const turn = (cells: string[][]) => {
  const width = Math.max(...cells.map((line) => line.length));
  return Array.from({ length: width }, (_, column) => cells.map((line) => line[column] ?? ''));
};

const SHEET = `Porteføljeoversigt 2026

  Alle beløb i t.kr. i 2026 p/l
  Nr.;Titel;Forvaltning;Udgift;Gevinst
  1;Ny app;Teknik;1.200,5;300
  2;Chatbot;Borgerservice;800;

  3;Skriv med robot;Teknik;99,5;20
  I alt;;;2.100;320

  * Foreløbige tal
  Kilde: Økonomi og Analyse`;

describe('a sheet with a title, notes and a total', () => {
  it('is read from the line of its headings to its last initiative', () => {
    const table = read(SHEET);
    expect(table.orientation).toBe('rows');
    expect(table.headingLine).toBe(4);
    expect(table.columns.map((column) => column.heading)).toEqual(['Nr.', 'Titel', 'Forvaltning', 'Udgift', 'Gevinst']);
    expect(table.lines.map(({ line, cells }) => [line, cells[1]])).toEqual([
      [5, 'Ny app'],
      [6, 'Chatbot'],
      [8, 'Skriv med robot'],
    ]);
    expect(table.preamble).toEqual(['Porteføljeoversigt 2026', 'Alle beløb i t.kr. i 2026 p/l']);
  });

  it('lists every line left out with its reason and place', () => {
    expect(read(SHEET).skipped).toEqual([
      { line: 1, place: 'A1', reason: 'above_headings', text: 'Porteføljeoversigt 2026' },
      { line: 3, place: 'A3', reason: 'above_headings', text: 'Alle beløb i t.kr. i 2026 p/l' },
      { line: 9, place: 'A9', reason: 'total', text: 'I alt · 2.100 · 320' },
      { line: 11, place: 'A11', reason: 'footnote', text: '* Foreløbige tal' },
      { line: 12, place: 'A12', reason: 'footnote', text: 'Kilde: Økonomi og Analyse' },
    ]);
  });

  it('obeys a person who knows better', () => {
    const table = read(SHEET, { keepLines: [9], skipLines: [6] });
    expect(table.lines.map(({ line }) => line)).toEqual([5, 8, 9]);
    expect(table.skipped.find(({ line }) => line === 6)?.reason).toBe('chosen');
    expect(read(SHEET, { headingLine: 5 }).columns[1]?.heading).toBe('Ny app');
    expect(read(SHEET, { orientation: 'columns' }).orientation).toBe('columns');
  });

  it('is the same table when it is turned on its side', () => {
    const table = read(SHEET);
    const turned = readTable(turn(grid(SHEET)));
    expect(turned.orientation).toBe('columns');
    expect(turned.lines).toEqual(table.lines);
    expect(turned.columns).toEqual(table.columns);
    expect(turned.skipped.find(({ reason }) => reason === 'total')?.place).toBe('I1');
  });
});

describe('total lines', () => {
  const totals = (text: string) =>
    read(`Titel;Enhed;Udgift;Gevinst\n${text}`)
      .skipped.filter(({ reason }) => reason === 'total')
      .map(({ line }) => line);

  it('are known by name, also as subtotals, and by their figures alone', () => {
    expect(totals('A;X;1;2\nB;X;3;4\nSubtotal;;4;6\nC;Y;10;1\nDelsum:;;10;1\nTotal;;14;7')).toEqual([4, 6, 7]);
    expect(totals('A;X;1,5;2\nB;X;3;4,25\n;;4,5;6,25')).toEqual([4]);
    expect(totals('A;X;1,04;2\nB;X;3,04;4\nI alt 2026;;4,1;6')).toEqual([4]);
  });

  it('are known by name where every figure can be read in two ways', () => {
    expect(totals('A;X;1.250;\nB;X;2.100;\nI alt;;3.350;')).toEqual([4]);
    expect(totals('A;X;1.250;\nB;X;2.100;\nSamlet drift i skoler;;3.350;')).toEqual([]);
  });

  it('are totals, not notes, where no heading is known to be the title', () => {
    const table = read('Sagsnr.;Betegnelse;Forvaltning;Udgift\n1;A;X;1,5\n2;B;X;2,5\nI alt;;;4\n\nKilde: ESDH');
    expect(table.skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'total'],
      [6, 'footnote'],
    ]);
  });

  it('are not made of initiatives that resemble them', () => {
    expect(totals('A;X;1;2\nB;X;3;4\nTotal fornyelse af it;Y;4;9')).toEqual([]);
    expect(totals('A;X;1;2\nB;X;3;4\nC;X;4;6')).toEqual([]);
    expect(totals('A;X;1;2\n;;1;2')).toEqual([]);
    expect(totals('A;X;0;0\nB;X;0;0\n;;0;0')).toEqual([]);
  });
});

describe('headings', () => {
  it('get the name of the group above them where they alone say too little', () => {
    const table = read(`;;;Investeringer;;Effektivisering;;
      Udvalg;Nr.;Forslag;Service;Anlæg;Service;Overførsler;Tilbagebetalingstid
      ØU;BC01;Affaldssensorer;1,2;0,0;0,3;;6`);
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      'Udvalg',
      'Nr.',
      'Forslag',
      'Investeringer - Service',
      'Anlæg',
      'Effektivisering - Service',
      'Effektivisering - Overførsler',
      'Effektivisering - Tilbagebetalingstid',
    ]);
  });

  it('are made distinct, given a name when missing, and dropped with their column when both are blank', () => {
    const table = read('Titel;Beløb;;beløb;\nA;1;x;2;\nB;3;;4;');
    expect(table.columns).toEqual([
      { index: 0, heading: 'Titel', position: 1 },
      { index: 1, heading: 'Beløb', position: 2 },
      { index: 2, heading: '[3]', position: 3 },
      { index: 3, heading: 'beløb (2)', position: 4 },
    ]);
  });

  it('may be years, and repeat at the top of every page', () => {
    const table = read('Titel;Enhed;2026;2027\nA;X;5;6\nTitel;Enhed;2026;2027\nB;Y;7;8');
    expect(table.headingLine).toBe(1);
    expect(table.lines.map(({ cells }) => cells[0])).toEqual(['A', 'B']);
    expect(table.skipped).toMatchObject([{ line: 3, reason: 'repeated_headings' }]);
  });
});

describe('footnotes', () => {
  it('are not made of a last initiative that has only a title', () => {
    const table = read('Nr.;Titel;Enhed;Udgift\n1;A;X;5\n2;B;X;6\n;Uden tal;;');
    expect(table.lines.map(({ cells }) => cells[1])).toEqual(['A', 'B', 'Uden tal']);
  });

  it('may fill two cells below a wide table', () => {
    const table = read(
      'Nr.;Titel;Enhed;Udgift;Fase;Status\n1;A;X;5;Idé;Grøn\n2;B;X;6;Idé;Grøn\n\nUdskrevet;31.12.2026',
    );
    expect(table.lines).toHaveLength(2);
    expect(table.skipped).toMatchObject([{ line: 5, reason: 'footnote', text: 'Udskrevet · 31.12.2026' }]);
  });
});

it('shows a few different cells of a column', () => {
  expect(samplesOf(read('Titel;Fase\nA;Idé\nB;Idé\nC;\nD;Analyse'), 1)).toEqual(['Idé', 'Analyse']);
});
