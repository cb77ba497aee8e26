import { LEAKAGE_STEPS } from '@hoest/finance';
import readExcelFile from 'read-excel-file/node';
import { toJson } from '../http/answer-body';
import { evaluate, rawSheet } from './evaluate-workbook.fixture';
import { ledgerWorkbook } from './ledger-workbook';
import type { LedgerAnswer, WorkbookEntry } from './workbook-cells';
import { columnLetters, safeText, workbookFile } from './workbook-file';

const FIGURE_KEYS = [
  'planned',
  'realised',
  'qualityAssured',
  'budgeted',
  'takenOut',
  'confirmed',
  'variance',
  'plannedYear',
  'forecast',
] as const;
type Figure = (typeof FIGURE_KEYS)[number];

/** A line whose figures are different in every column, with øre. */
function line(number: number, group: string, title: string) {
  const planned = BigInt(number) * 100_000_033n;
  const realised = planned / 2n;
  const leakage = {
    promised: planned,
    delayed: planned - realised - 20n,
    notMeasured: 10n,
    disputed: 5n,
    shortfall: 5n,
    realised,
    budgeted: realised - 1n,
    takenOut: realised - 2n,
    confirmed: realised - 3n,
    surplus: 7n,
  };
  return {
    benefitId: `${number}`,
    title,
    class: 'cash_releasing',
    state: 'in_realisation',
    polarity: 1,
    initiativeId: 'i',
    initiativeCode: '2026-001',
    initiativeTitle: 'Nøgler',
    groupId: group,
    groupName: group,
    unitId: 'u',
    unitName: 'Hjemmeplejen',
    ownerName: null,
    year: 2026,
    account: '5.32.26',
    costCentre: null,
    scopeReduction: false,
    plannedYear: planned * 2n,
    planned,
    forecast: realised * 2n + 1n,
    realised,
    surplus: 7n,
    disputed: 5n,
    qualityAssured: realised + 4n,
    budgeted: realised - 1n,
    takenOut: realised - 2n,
    confirmed: realised - 3n,
    variance: realised - planned,
    qualityAssuredYear: realised,
    budgetedYear: realised,
    takenOutYear: realised,
    confirmedYear: realised,
    leakage,
    status: { code: 'confirmed', amount: null, month: '2026-06-01' },
    waitingCount: 0,
  };
}

const items = toJson([
  line(1, 'Social', '=HYPERLINK("http://ondt.example")'),
  line(7, 'Teknik', 'Færre tømningsture'),
  line(3, 'Social', '+45 flere besøg'),
  line(2, 'Teknik', '@sum'),
]) as LedgerAnswer['items'];
const sumOf = (key: Figure) => items.reduce((sum, item) => sum + BigInt(item[key]), 0n);
const kroner = (minor: bigint | string) => Number(BigInt(minor)) / 100;

const ledger = {
  year: 2026,
  currency: 'DKK',
  priceLevel: 'fixed',
  priceYear: 2026,
  unknownPriceYears: [],
  asOf: '2026-11-25',
  through: '2026-10-01',
  closedThrough: null,
  closed: null,
  items,
  totals: {} as LedgerAnswer['totals'],
  otherCurrencies: [],
  recalculating: false,
} satisfies LedgerAnswer;

const entry: WorkbookEntry = {
  title: 'Færre tømningsture',
  initiativeCode: '2026-001',
  polarity: -1,
  year: 2026,
  monthFrom: '2026-01-01',
  monthTo: '2026-06-01',
  bookedMonth: '2026-10-01',
  rung: 'taken_out',
  amountMinor: '-12345678',
  currency: 'DKK',
  priceYear: 2026,
  account: '5.32.26',
  costCentre: '40210',
  budgetVersionName: null,
  postingRef: '=cmd',
  accountsRef: null,
  reversesId: 'x',
  reversedById: null,
  assurance: null,
  reason: 'Omplacering\u0007',
  enteredByName: 'Lene Østergaard',
  validatedByName: 'Anne-Mette Thorup',
  // Half an hour past midnight in Copenhagen.
  recordedAt: '2026-11-19T23:30:00.000Z',
};

describe('the workbook of the ledger', () => {
  let file: Buffer;
  let sheets: Awaited<ReturnType<typeof readExcelFile>>;
  beforeAll(async () => {
    file = await workbookFile(
      ledgerWorkbook({
        ledger,
        entries: [entry],
        organisationName: 'Åstrup Kommune',
        timeZone: 'Europe/Copenhagen',
        language: 'da',
      }),
    );
    sheets = await readExcelFile(file);
  });
  const rowsOf = (index: number) => sheets[index]?.data ?? [];
  const rowNamed = (index: number, name: string) => rowsOf(index).find((row) => String(row[0]).startsWith(name)) ?? [];

  it('has the ledger, its entries and where the money is', () => {
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Gevinstregnskab', 'Poster', 'Fra lovet til bekræftet']);
    expect(rowsOf(0)[1]?.[1]).toEqual(new Date('2026-11-25T00:00:00Z'));
    expect(rowsOf(0)[2]?.slice(0, 2)).toEqual(['Beløb i kr.', '2026-priser']);
  });

  it('holds real numbers, to the øre, in the order of the screen', () => {
    expect(
      rowsOf(0)
        .slice(5)
        .map((row) => String(row[0])),
    ).toEqual([
      'Teknik (2 gevinster)',
      'Færre tømningsture',
      "'@sum",
      'Social (2 gevinster)',
      '+45 flere besøg',
      `'=HYPERLINK("http://ondt.example")`,
      'I alt, 4 gevinster',
    ]);
    FIGURE_KEYS.forEach((key, index) =>
      expect([key, rowNamed(0, 'Færre tømningsture')[7 + index]]).toEqual([key, kroner(String(items[1]?.[key]))]),
    );
  });

  it('adds up by formulas that give the same sums at every level when they are calculated anew', async () => {
    const sheet = await rawSheet(file, 1);
    const lastRow = rowsOf(0).length;
    FIGURE_KEYS.forEach((key, index) => {
      const total = `${columnLetters(7 + index)}${lastRow}`;
      expect(sheet.formulas.get(total)).toMatch(/^SUBTOTAL\(9,/);
      expect([key, evaluate(sheet, total)]).toEqual([key, expect.closeTo(kroner(sumOf(key)), 4)]);
    });
    for (const [address, formula] of sheet.formulas)
      expect([address, formula, evaluate(sheet, address)]).toEqual([
        address,
        formula,
        expect.closeTo(sheet.numbers.get(address) ?? Number.NaN, 4),
      ]);
    expect(sheet.formulas.size).toBe(FIGURE_KEYS.length * 3 + items.length);
  });

  it('shows the figures of formulas to readers that do not calculate', () => {
    FIGURE_KEYS.forEach((key, index) =>
      expect([key, rowNamed(0, 'I alt')[7 + index]]).toEqual([key, kroner(sumOf(key))]),
    );
  });

  it('lists entries with real dates, signed by polarity', () => {
    const [head, row] = rowsOf(1).slice(-2);
    expect(head?.[0]).toBe('Registreret');
    expect(row?.slice(0, 8)).toEqual([
      new Date('2026-11-20T00:00:00Z'),
      new Date('2026-10-01T00:00:00Z'),
      'Færre tømningsture',
      '2026-001',
      'Udmøntet',
      new Date('2026-01-01T00:00:00Z'),
      new Date('2026-06-01T00:00:00Z'),
      123456.78,
    ]);
    expect(row?.[13]).toBe("'=cmd");
    expect(row?.[17]).toBe('Tilbageførsel');
    expect(row?.[18]).toBe('Omplacering');
  });

  it('proves that no krone is lost on the way from promised to confirmed', async () => {
    const sheet = await rawSheet(file, 3);
    const totalRow = rowsOf(2).findIndex((row) => String(row[0]).startsWith('I alt')) + 1;
    LEAKAGE_STEPS.forEach((step, index) => {
      const sum = items.reduce((total, { leakage }) => total + BigInt(leakage[step]), 0n);
      expect([step, evaluate(sheet, `${columnLetters(2 + index)}${totalRow}`)]).toEqual([
        step,
        expect.closeTo(kroner(sum), 4),
      ]);
    });
    for (let row = totalRow; row <= totalRow + items.length; row += 1)
      expect(evaluate(sheet, `M${row}`)).toBeCloseTo(0, 4);
  });

  it('is a workbook without any line, too', async () => {
    const empty = await workbookFile(
      ledgerWorkbook({
        ledger: { ...ledger, items: [] },
        entries: [],
        organisationName: 'Å',
        timeZone: 'UTC',
        language: 'en',
      }),
    );
    const read = await readExcelFile(empty);
    expect(read.map(({ sheet }) => sheet)).toEqual(['Benefit ledger', 'Entries', 'From promised to confirmed']);
    expect(read[0]?.data.at(-1)?.[7]).toBe(0);
  });
});

describe('a text in a workbook', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
    ['-- ikke', "'-- ikke"],
    ['+ mere', "'+ mere"],
    ['-5', '-5'],
    ['+45 flere', '+45 flere'],
    ['Færre', 'Færre'],
    ['a\u0000b', 'ab'],
  ])('%j is written %j', (text, written) => expect(safeText(text)).toBe(written));
});
