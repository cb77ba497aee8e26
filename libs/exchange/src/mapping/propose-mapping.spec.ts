import { readTable } from '../table/read-table';
import { headingFingerprint } from './heading-fingerprint';
import { checkMapping } from './check-mapping';
import { proposeMapping } from './propose-mapping';
import type { ImportMapping } from './import-mapping';

const table = (text: string) => readTable(text.split('\n').map((line) => line.split(';').map((cell) => cell.trim())));
const propose = (text: string, remembered?: ImportMapping) =>
  proposeMapping(table(text), { currency: 'DKK', ...(remembered && { remembered }) });

describe('a proposed mapping', () => {
  it('takes unit, price level and currency from the line above the table', () => {
    const { mapping, assumptions, columns } = propose(
      'Projekter 2026;;\nAlle beløb i mio. kr., 2025-priser;;\nTitel;Enhed;Udgift\nA;X;1,5\nB;Y;0,25',
    );
    expect(mapping.columns.at(-1)?.money).toEqual({ scale: 'million', currency: 'DKK', year: null, priceYear: 2025 });
    expect(columns.at(-1)?.assumptions).toEqual([]);
    expect(mapping.decimal).toBe('comma');
    expect(assumptions).toEqual([]);
  });

  it('says what it had to assume', () => {
    const unsaid = propose('Titel;Udgift;Start\nA;1.250;03/04/2026\nB;2.500;05/06/2026');
    expect(unsaid.columns[1]?.assumptions).toEqual(['currency', 'scale']);
    expect(unsaid.mapping.decimal).toBe('auto');
    expect(unsaid.assumptions).toEqual(['decimal', 'date_order']);
    const dollars = propose('Titel;Cost\nA;$1,250.00\nB;$2,500.00');
    expect(dollars.columns[1]?.assumptions).toEqual(['currency']);
    expect(dollars.mapping.columns[1]?.money?.currency).toBe('USD');
  });

  it('reads columns named by years as costs of the year, one-off or operation', () => {
    const { mapping } = propose('Titel;2026;2027;Drift 2027 (t.kr.);Gevinst 2027\nA;5;6;7;8\nB;1;2;3;4');
    expect(mapping.columns.map(({ target, money }) => [target, money?.year, money?.scale])).toEqual([
      ['title', undefined, undefined],
      ['costPlanned', 2026, 'one'],
      ['costPlanned', 2027, 'one'],
      ['costOperation', 2027, 'thousand'],
    ]);
  });

  it('looks at the cells: an expected gain in words is a text, in figures an amount', () => {
    const words = propose('Titel;Forventet gevinst\nA;Hurtigere svar\nB;Færre fejl');
    const figures = propose('Titel;Forventet gevinst\nA;1.200.000\nB;300.000');
    expect(words.columns[1]?.target).toBe('expectedGain');
    expect(figures.columns[1]?.target).toBe('benefitTotal');
  });

  it('gives each single target to the surest column and leaves the rest out', () => {
    const { columns } = propose(
      'Nr.;Projektets navn;Projekt;Status;Budget;Noter om budget\n1;A;B;Grøn;5;x\n2;C;D;Rød;6;y',
    );
    expect(columns.map(({ target }) => target)).toEqual(['key', 'title', null, 'statusRag', 'costPlanned', null]);
  });
});

describe('a remembered mapping', () => {
  const first = 'Nr.;Titel;Udgift (t.kr.)\n1;A;5\n2;B;6';

  it('is found again by the headings, whatever their order, case and punctuation', () => {
    const print = headingFingerprint(table(first).columns.map(({ heading }) => heading));
    expect(print).toMatch(/^3-[0-9a-f]{16}$/);
    expect(headingFingerprint(['udgift  (T.KR)', 'TITEL', 'Nr'])).toBe(print);
    expect(headingFingerprint(['Titel', 'Nr.', 'Udgift'])).not.toBe(print);
  });

  it('is used instead of a guess, with its columns where they stand now', () => {
    const { mapping } = propose(first);
    const edited = { ...mapping, columns: mapping.columns.map((column) => ({ ...column, name: 'Mit navn' })) };
    const again = propose('Udgift (t.kr.);Titel;Nr.\n5;A;1\n6;B;2', edited);
    expect(again.remembered).toBe(true);
    expect(again.mapping.columns.map(({ index, target, name }) => [index, target, name])).toEqual([
      [2, 'key', 'Mit navn'],
      [1, 'title', 'Mit navn'],
      [0, 'costPlanned', 'Mit navn'],
    ]);
    expect(propose('Titel;Udgift\nA;5\nB;6', edited).remembered).toBe(false);
  });
});

describe('an edited mapping', () => {
  it('is checked: a title, no column twice, single targets once, complete amounts', () => {
    const sheet = table('Nr.;Titel;Udgift\n1;A;5\n2;B;6');
    const good = proposeMapping(sheet, { currency: 'DKK' }).mapping;
    expect(checkMapping(sheet, good)).toEqual([]);
    const money = { scale: 'one', currency: 'kr', year: 1066, priceYear: null } as const;
    const bad: ImportMapping = {
      decimal: 'auto',
      dateOrder: 'dmy',
      columns: [
        { index: 0, heading: 'Nr.', target: 'key' },
        { index: 0, heading: 'Nr.', target: 'key' },
        { index: 7, heading: 'Væk', target: 'unit' },
        { index: 1, heading: 'Titel', target: 'costPlanned' },
        { index: 2, heading: 'Udgift', target: 'costPlanned', money },
      ],
    };
    expect(checkMapping(sheet, bad).map(({ code, at }) => [code, at])).toEqual([
      ['column_twice', 1],
      ['target_twice', 1],
      ['no_such_column', 2],
      ['money_missing', 3],
      ['currency_invalid', 4],
      ['year_invalid', 4],
      ['no_title', null],
    ]);
    expect(checkMapping(sheet, bad)[1]?.text.en).toContain('Key');
  });
});
