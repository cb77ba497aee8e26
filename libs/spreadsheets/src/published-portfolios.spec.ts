import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  countPlan,
  type ExistingInitiative,
  type ImportMapping,
  type MoneySum,
  planImport,
  proposeMapping,
  readRows,
  type ReadRow,
  readTable,
  resolveNames,
  type Table,
} from '@hoest/exchange';
import { guardUpload } from './guard-upload';
import { readWorkbook } from './read-workbook';

// Published portfolios, read from the file's bytes to rows of initiatives. Their figures are printed by the publishers or
// counted independently (SOURCE.md beside each file).
const shared = process.env['HOEST_SHARED_DATA'] ?? join(__dirname, '..', '..', '..', '..', 'shared', 'data');
const here = existsSync(shared);
if (!here) console.log(`Skipped: the published portfolios are not at ${shared} (set HOEST_SHARED_DATA).`);
const withData = here ? describe : describe.skip;

async function open(path: string): Promise<Table> {
  const bytes = readFileSync(join(shared, path));
  const check = await guardUpload(bytes, basename(path));
  if (check.kind === 'refused') throw new Error(check.fault.code);
  const workbook = await readWorkbook(bytes, { format: check.format });
  if (workbook.kind === 'refused') throw new Error(workbook.fault.code);
  return readTable(workbook.grid);
}

const propose = (table: Table, currency = 'DKK') => proposeMapping(table, { currency });
const targets = (mapping: ImportMapping) => mapping.columns.map(({ target, index }) => [index, target]);
const issues = (rows: readonly ReadRow[], target: string) =>
  rows.flatMap((row) => row.issues.filter((issue) => issue.target === target));
const sumOf = (sums: readonly MoneySum[], target: string) => sums.find((sum) => sum.target === target);

withData('the UK major projects portfolio of 2023', () => {
  const files = ['gmpp-2023/gmpp-2023-rows-utf8-comma.csv', 'gmpp-2023/gmpp-2023-transposed-cp1252-semicolon.csv'];
  const read = async (path: string) => {
    const table = await open(path);
    const { mapping, assumptions } = propose(table);
    return { table, mapping, assumptions, ...readRows(table, mapping) };
  };

  it('is understood without help: every column that has a place, units and currency from the headings', async () => {
    const { table, mapping, assumptions } = await read(files[0] ?? '');
    expect(table.orientation).toBe('rows');
    expect(table.skipped).toEqual([]);
    expect(targets(mapping)).toEqual([
      [0, 'key'],
      [1, 'title'],
      [2, 'unit'],
      [3, 'category'],
      [4, 'description'],
      [5, 'statusRag'],
      [6, 'statusRag'],
      [7, 'statusNote'],
      [8, 'startPlanned'],
      [9, 'goLivePlanned'],
      [15, 'costPlanned'],
      [17, 'benefitTotal'],
      [18, 'benefitText'],
    ]);
    const pounds = { scale: 'million', currency: 'GBP', year: null, priceYear: null };
    expect(mapping.columns.flatMap(({ money }) => money ?? [])).toEqual([pounds, pounds]);
    expect(assumptions).toEqual([]);
  });

  it('gives the same 244 initiatives from one per row in UTF-8 and one per column in Windows-1252', async () => {
    const [rows, columns] = await Promise.all(files.map(read));
    expect(columns?.table.orientation).toBe('columns');
    expect(rows?.rows).toHaveLength(244);
    expect(rows?.rows.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
    // Place, row and column differ with the way the sheet is turned; nothing else may.
    const turnless = (list: readonly ReadRow[] = []) =>
      list.map(({ place: _place, issues: all, ...row }) => ({
        ...row,
        issues: all.map(({ place: _p, row: _r, column: _c, ...issue }) => issue),
      }));
    expect(turnless(columns?.rows)).toEqual(turnless(rows?.rows));
    expect(columns?.sums).toEqual(rows?.sums);
  });

  it('adds up to the penny, with withheld, not yet planned and blank amounts told apart', async () => {
    const { sums, columnSums } = await read(files[1] ?? '');
    expect(columnSums.map(({ scale, sumInUnit }) => [scale, sumInUnit])).toEqual([
      ['million', '471818'],
      ['million', '729446.31'],
    ]);
    expect(sumOf(sums, 'costPlanned')).toEqual({
      target: 'costPlanned',
      currency: 'GBP',
      numeric: 193,
      negative: 0,
      withheld: 46,
      text: 3,
      notStated: 0,
      blank: 2,
      sumMinor: '47181800000000',
    });
    expect(sumOf(sums, 'benefitTotal')).toEqual({
      target: 'benefitTotal',
      currency: 'GBP',
      numeric: 110,
      negative: 1,
      withheld: 11,
      text: 1,
      notStated: 0,
      blank: 122,
      sumMinor: '72944631000000',
    });
  });

  it('keeps the one negative benefit as a disbenefit with a positive amount', async () => {
    const { rows } = await read(files[0] ?? '');
    const negative = rows.flatMap(({ line, initiative }) =>
      initiative.benefits.filter(({ polarity }) => polarity === -1).map((benefit) => ({ line, ...benefit })),
    );
    expect(negative).toMatchObject([{ line: 12, amountMinor: '3069000000', currency: 'GBP', basis: 'whole_life' }]);
    expect(issues(rows, 'benefitTotal').filter(({ code }) => code === 'negative_benefit')).toMatchObject([
      { place: 'R12', value: '-30.69', effect: 'adjusted' },
    ]);
  });

  it('names the 7 start and 30 end dates that are texts and leaves them empty', async () => {
    const { rows } = await read(files[0] ?? '');
    for (const [target, count] of [
      ['startPlanned', 7],
      ['goLivePlanned', 30],
    ] as const) {
      const named = issues(rows, target);
      expect(named).toHaveLength(count);
      expect(named.every(({ effect, code }) => effect === 'field_empty' && /withheld|not_planned/.test(code))).toBe(
        true,
      );
      const empty = rows.filter(({ initiative }) => initiative.fields[target] === undefined);
      expect(empty).toHaveLength(count);
      expect(empty.every(({ initiative }) => initiative.absences[target]?.text !== '')).toBe(true);
    }
    expect(rows.find(({ key }) => key === 'CO_0024_2021-Q2')?.initiative.fields).toMatchObject({
      startPlanned: '2020-05-20',
      goLivePlanned: '2024-09-30',
    });
  });

  it('takes the rating of the IPA, else of the responsible owner, and departments as units', async () => {
    const { rows } = await read(files[0] ?? '');
    expect(new Set(rows.map(({ initiative }) => initiative.fields.unit)).size).toBe(21);
    const rated = rows.filter(({ initiative }) => initiative.fields.statusRag !== undefined);
    // 88 + 18 + 5 ratings by the IPA, 95 + 21 + 5 by the owner; a row never has both.
    expect(rated).toHaveLength(232);
    const count = (rag: string) => rated.filter(({ initiative }) => initiative.fields.statusRag === rag).length;
    expect([count('on_track'), count('watch'), count('deviation')]).toEqual([26, 183, 23]);
  });

  it('makes one undated cost of each total', async () => {
    const { rows } = await read(files[0] ?? '');
    const costs = rows.flatMap(({ initiative }) => initiative.costs);
    expect(costs).toHaveLength(193);
    expect(new Set(costs.map(({ year, kind, lineKey }) => `${year} ${kind} ${lineKey}`))).toEqual(
      new Set(['null one_off costPlanned']),
    );
  });
});

withData('the IT projects of the Government of Canada', () => {
  const read = async (year: number) => {
    const table = await open(`gc-it-projects/gc-it-projects-${year}.csv`);
    const proposed = propose(table, 'CAD');
    return { table, proposed, ...readRows(table, proposed.mapping) };
  };

  it('have keys, titles, units, budgets and completion dates', async () => {
    const { table, proposed } = await read(2019);
    expect(targets(proposed.mapping)).toEqual([
      [2, 'key'],
      [3, 'unit'],
      [4, 'title'],
      [5, 'description'],
      [6, 'costPlanned'],
      [7, 'goLivePlanned'],
    ]);
    expect(proposed.mapping.decimal).toBe('point');
    // Elsewhere "$" is a question the wizard asks.
    const asked = propose(table, 'DKK').columns.find(({ target }) => target === 'costPlanned');
    expect(asked?.assumptions).toEqual(['currency']);
  });

  it.each([
    [2019, 463, 456, '703087165100', 37, 44],
    [2022, 495, 481, '702333694800', 47, 14],
  ])('of %i are %i, with %i budgets', async (year, count, budgets, sumMinor, units, undated) => {
    const { table, rows, sums } = await read(year);
    expect(rows.filter(({ outcome }) => outcome === 'rejected').map((row) => row.issues)).toEqual([]);
    expect(table.skipped).toEqual([]);
    expect(rows.length).toBe(count);
    expect(sumOf(sums, 'costPlanned')).toMatchObject({
      currency: 'CAD',
      numeric: budgets,
      blank: count - budgets,
      withheld: 0,
      text: 0,
      sumMinor,
    });
    expect(new Set(rows.map(({ initiative }) => initiative.fields.unit)).size).toBe(units);
    expect(rows.filter(({ initiative }) => initiative.fields.goLivePlanned === undefined)).toHaveLength(undated);
    expect(rows.flatMap((row) => row.issues)).toEqual([]);
  });

  it('of 2022 update the 124 of 2019 they share and keep their old budgets as the plan', async () => {
    const nobody = { units: [], people: [], goals: [] };
    const [before, after] = await Promise.all(
      [2019, 2022].map(async (year) => {
        const { table, proposed, rows } = await read(year);
        return resolveNames(table, proposed.mapping, rows, nobody);
      }),
    );
    if (!before || !after) throw new Error('two files are expected');
    const first = planImport(before.rows, []);
    expect(countPlan(first)).toEqual({ create: 463, update: 0, unchanged: 0, rejected: 0, emptyCells: 0 });
    expect(before.newUnits).toHaveLength(37);

    const existing = first.map((row): ExistingInitiative => {
      const fields = Object.fromEntries(row.fields.map(({ field, after: value }) => [field, value]));
      const text = (name: string) => (fields[name] as string | undefined) ?? null;
      const costs = row.costs.map(({ cost, after: amounts }) => ({
        id: 'c',
        lineKey: cost.lineKey,
        currency: cost.currency,
        ...amounts,
      }));
      return {
        id: `i-${row.key}`,
        externalKey: row.key,
        code: `2019-${row.line}`,
        title: text('title') ?? '',
        unitNames: row.newUnit === null ? [] : [row.newUnit],
        goLivePlanned: text('goLivePlanned'),
        goLiveFirstPlanned: text('goLiveFirstPlanned'),
        fields,
        costs,
        benefits: [],
        absences: {},
      };
    });
    expect(countPlan(planImport(before.rows, existing))).toMatchObject({ create: 0, rejected: 0 });

    const second = planImport(after.rows, existing);
    expect(countPlan(second)).toEqual({ create: 371, update: 124, unchanged: 0, rejected: 0, emptyCells: 0 });
    expect(new Set(second.flatMap(({ objectId }) => objectId ?? [])).size).toBe(124);
    // Of the shared projects, 109 state another budget, 2 a first one, and 114 another date.
    const changed = second.filter(({ outcome }) => outcome === 'update').flatMap(({ costs }) => costs);
    const reforecast = changed.filter(({ before: old }) => old !== null);
    expect(reforecast.every(({ before: old, after: now }) => old?.planMinor === now.planMinor)).toBe(true);
    expect(reforecast.every(({ cost, after: now }) => now.forecastMinor === cost.amountMinor)).toBe(true);
    const moved = second.filter(({ fields }) =>
      fields.some(({ field, before: old }) => field === 'goLivePlanned' && old !== null),
    );
    expect(moved.every(({ fields }) => !fields.some(({ field }) => field === 'goLiveFirstPlanned'))).toBe(true);
    expect([reforecast.length, changed.length - reforecast.length, moved.length]).toEqual([109, 2, 114]);
  });
});

withData('the investment proposals of Copenhagen in 2020', () => {
  it('are six, without the total line, with two costs and two yearly benefits each, decimal comma', async () => {
    const table = await open('kk-investeringsforslag-2020/kk-investeringsforslag-2020.csv');
    const { mapping } = propose(table);
    const { rows, columnSums, sums } = readRows(table, mapping);
    expect(mapping.decimal).toBe('comma');
    expect(targets(mapping)).toEqual([
      [0, 'unit'],
      [1, 'key'],
      [2, 'title'],
      [3, 'costPlanned'],
      [4, 'costPlanned'],
      [5, 'benefitFullYear'],
      [6, 'benefitFullYear'],
    ]);
    expect(rows.map(({ key }) => key)).toEqual(['BC01', 'BC02', 'BC03', 'BC04', 'BC05', 'BC06']);
    expect(table.skipped).toEqual([
      { line: 8, place: 'C8', reason: 'total', text: 'I alt · 19,6 · 38,9 · 10,8 · 7,9' },
    ]);
    // The printed total line: 19,6 / 38,9 / 10,8 / 7,9 mio. kr.
    expect(columnSums.map(({ sumMinor }) => sumMinor)).toEqual(['1960000000', '3890000000', '1080000000', '790000000']);
    expect(sums.map(({ target, sumMinor }) => [target, sumMinor])).toEqual([
      ['costPlanned', '5850000000'],
      ['benefitFullYear', '1870000000'],
    ]);
    const [first, , , , , last] = rows;
    expect(first?.initiative.costs.map(({ name, amountMinor, lineKey }) => [name, amountMinor, lineKey])).toEqual([
      ['Investeringer - Service', '120000000', 'costPlanned:investeringer-service'],
      ['Investeringer - Anlæg', '0', 'costPlanned:investeringer-anlæg'],
    ]);
    expect(last?.initiative.costs).toEqual([]);
    expect(last?.initiative.benefits).toMatchObject([{ amountMinor: '30000000', basis: 'full_year', currency: 'DKK' }]);
  });
});
