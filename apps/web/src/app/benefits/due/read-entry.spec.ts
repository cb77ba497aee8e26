import type { DueMeasurement } from '@hoest/contracts';
import { readDate, readNumber } from '@hoest/quantities';
import { isTyped, pasteBlock } from './paste-entries';
import {
  BLANK_ENTRY,
  CELLS,
  type Entry,
  type EntryReaders,
  evidenceKindOf,
  faultsByRow,
  readEntry,
} from './read-entry';

const TODAY = '2026-04-10';
const DUE: DueMeasurement = {
  obligationId: 'o1',
  measureId: 'm1',
  measureName: 'Køreture',
  measureUnit: 'ture/uge',
  needsVolume: false,
  benefitId: 'b1',
  benefitTitle: 'Færre køreture',
  initiativeId: 'i1',
  initiativeTitle: 'Elektroniske låse',
  measurerId: null,
  measurerName: null,
  periodStart: '2026-01-01',
  periodEnd: '2026-03-31',
  dueOn: '2026-04-07',
  graceUntil: '2026-04-30',
  status: 'late',
  plannedValue: '300',
  previousValue: '412',
  previousOn: '2025-12-31',
};

const READERS: EntryReaders = {
  number: {
    write: String,
    read: (text) => {
      const reading = readNumber(text, { decimal: 'comma' });
      if (reading.kind === 'empty') return { kind: 'value', value: null };
      if (reading.kind === 'number') return { kind: 'value', value: reading.value };
      const repair = reading.kind === 'not-a-number' ? reading.suggestion : undefined;
      return { kind: 'fault', text: 'intet tal', suggestions: repair ? [repair] : [] };
    },
  },
  date: {
    write: (date) => date,
    read: (text) => {
      const reading = readDate(text, 'dmy');
      return reading.kind === 'date' ? { kind: 'value', value: reading.date } : { kind: 'fault', text: 'ingen dato' };
    },
  },
  fault: (key) => key,
};

const read = (entry: Partial<Entry>, due: Partial<DueMeasurement> = {}) =>
  readEntry({ ...DUE, ...due }, { ...BLANK_ENTRY, ...entry }, TODAY, READERS);
const faults = (entry: Partial<Entry>, due: Partial<DueMeasurement> = {}) => {
  const reading = read(entry, due);
  return reading.kind === 'faulty' ? reading.faults.map(({ cell, text }) => `${cell}: ${text}`) : reading.kind;
};

describe('reading a row of due measurements', () => {
  it('leaves a row alone while nothing is typed in it', () => expect(read({}).kind).toBe('blank'));

  it('reads what people copy from Danish sheets, and takes the period’s last day as the day', () => {
    expect(read({ value: '1.250,50', evidenceKind: 'Systemudtræk' })).toEqual({
      kind: 'ready',
      body: {
        measureId: 'm1',
        obligationId: 'o1',
        date: '2026-03-31',
        value: '1250.5',
        volume: null,
        evidenceKind: 'system_extract',
      },
    });
  });

  it('takes zero as a value', () => {
    expect(read({ value: '0', evidenceKind: 'count', comment: ' ingen ' })).toMatchObject({
      kind: 'ready',
      body: { value: '0', comment: 'ingen' },
    });
  });

  it('takes today while the period runs', () => {
    const running = { periodStart: '2026-04-01', periodEnd: '2026-06-30' };
    expect(read({ value: '1', evidenceKind: 'survey' }, running)).toMatchObject({ body: { date: TODAY } });
  });

  it('names every fault of a row at once, each in its cell', () => {
    expect(faults({ value: '34o', date: '31.02.2026' }, { needsVolume: true })).toEqual([
      'value: intet tal',
      'volume: volumeMissing',
      'date: ingen dato',
      'evidenceKind: evidenceMissing',
    ]);
  });

  it('offers the repair of the reader', () => {
    expect(read({ value: '34o', evidenceKind: 'count' })).toMatchObject({ faults: [{ cell: 'value', repair: '340' }] });
  });

  it('wants a value where only something else is typed', () => {
    expect(faults({ comment: 'kommer i morgen' })).toEqual(['value: valueMissing', 'evidenceKind: evidenceMissing']);
  });

  it('takes a day after the period: the row says which deadline the value answers', () => {
    expect(read({ value: '1', evidenceKind: 'count', date: '05.04.2026' })).toMatchObject({
      kind: 'ready',
      body: { date: '2026-04-05', obligationId: expect.any(String) },
    });
  });

  it('refuses a day ahead, and one before the period the row stands for', () => {
    expect(faults({ value: '1', evidenceKind: 'count', date: '11.04.2026' })).toEqual(['date: dateAhead']);
    expect(faults({ value: '1', evidenceKind: 'count', date: '31.12.2025' })).toEqual(['date: dateBefore']);
  });

  it('knows evidence in both languages, and says so when it does not', () => {
    expect(['optælling', 'Count', 'sample', 'gæt'].map(evidenceKindOf)).toEqual([
      'count',
      'count',
      'sample',
      undefined,
    ]);
    expect(faults({ value: '1', evidenceKind: 'gæt' })).toEqual(['evidenceKind: evidenceUnknown']);
  });
});

describe('faults of the server', () => {
  it('go back to the cells they are about', () => {
    const { faults: found, rest } = faultsByRow(
      [
        { pointer: '/items/1/volume', detail: 'mangler' },
        { pointer: '/items/1/measureId', detail: 'lukket' },
        { pointer: '/items', detail: 'for mange' },
        { pointer: '/items/7/value', detail: 'fremmed' },
      ],
      ['o1', 'o2'],
    );
    expect([...found]).toEqual([
      [
        'o2',
        [
          { cell: 'volume', text: 'mangler' },
          { cell: 'value', text: 'lukket' },
        ],
      ],
    ]);
    expect(rest).toEqual(['for mange', 'fremmed']);
  });
});

describe('pasting a block', () => {
  const rows = [
    { id: 'o1', takes: () => true },
    { id: 'o2', takes: (cell: string) => cell !== 'volume' },
    { id: 'o3', takes: () => true },
  ];
  const paste = (at: { row: string; cell: (typeof CELLS)[number] }, block: string[][]) =>
    pasteBlock(new Map([['o1', { ...BLANK_ENTRY, comment: 'før' }]]), rows, CELLS, at, block);

  it('fills down and right from the cell, and leaves the rest of a row as it was', () => {
    const { entries, rows: count, dropped } = paste({ row: 'o1', cell: 'value' }, [['1.250,50 '], ['0']]);
    expect([entries.get('o1'), entries.get('o2'), count, dropped]).toEqual([
      { ...BLANK_ENTRY, value: '1.250,50', comment: 'før' },
      { ...BLANK_ENTRY, value: '0' },
      2,
      0,
    ]);
  });

  it('counts what finds no place instead of moving it', () => {
    const block = [
      ['1', '10'],
      ['2', '20'],
      ['3', '30'],
      ['4', '40'],
    ];
    const { entries, rows: count, dropped } = paste({ row: 'o1', cell: 'value' }, block);
    expect([entries.get('o2')?.volume, count, dropped]).toEqual(['', 3, 3]);
    expect(paste({ row: 'o3', cell: 'comment' }, [['a', 'b']])).toMatchObject({ rows: 1, dropped: 1 });
  });

  it('knows whether a row holds anything', () => {
    expect([isTyped(undefined), isTyped(BLANK_ENTRY), isTyped({ ...BLANK_ENTRY, value: '0' })]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
