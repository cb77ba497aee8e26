import fc from 'fast-check';
import { checkMapping } from '../mapping/check-mapping';
import { proposeMapping } from '../mapping/propose-mapping';
import { countPlan } from '../plan/planned-row';
import { tellActual } from '../plan/told-row';
import { readTable } from '../table/read-table';
import { actualKey, type ExistingActual, type ImportedActual } from './imported-actual';
import { planActuals, type PlannedActual } from './plan-actuals';
import { readActuals } from './read-actuals';

const SHEET = [
  ['Udtræk fra økonomisystemet', '', '', '', '', ''],
  ['Konto', 'Omk.sted', 'Periode', 'Beløb', 'Korrigeret budget', 'Posteringstekst', 'Bilagsnr.'],
  ['5.32.30.1', '2100', '2026P03', '1.250,50', '1.500,00', 'Vikarer', '100-1'],
  ['5.32.30.1', '2100', '2026P03', '-250,50', '', 'Refusion', '100-2'],
  ['6.45.51.3', '', 'marts 2026', '0,00', '', 'Licenser', ''],
  ['6.45.51.3', '', '2026P13', '10,00', '', '', ''],
  ['', '2100', '202604', '12,00', '', '', ''],
  ['6.45.51.3', '2100', '', '12,00', '', '', ''],
  ['6.45.51.3', '2100', '04/2026', 'ukendt', '', '', ''],
  ['6.45.51.3', '2100', '04/2026', '', '', '', ''],
  ['6.45.51.3', '2100', '05/2026', '', '900,00', '', ''],
  ['I alt', '', '', '1.034,00', '', '', ''],
];

const table = readTable(SHEET, { kind: 'actuals' });
const { mapping } = proposeMapping(table, { currency: 'DKK', kind: 'actuals' });
const reading = readActuals(table, mapping);

describe('reading actuals', () => {
  it('finds the table, leaves the total out and proposes what the columns fill', () => {
    expect(table.headingLine).toBe(2);
    expect(table.skipped.map(({ reason }) => reason)).toEqual(['above_headings', 'total']);
    expect(mapping.columns.map(({ target }) => target)).toEqual([
      'account',
      'costCentre',
      'period',
      'actualAmount',
      'budgetAmount',
      'postingText',
      'postingRef',
    ]);
    expect(checkMapping(table, mapping, 'actuals')).toEqual([]);
  });

  it('reads amounts as they were booked, and keeps blank and zero apart', () => {
    expect(reading.rows.map(({ actual }) => actual && [actual.month, actual.amountMinor, actual.budgetMinor])).toEqual([
      ['2026-03-01', '125050', '150000'],
      ['2026-03-01', '-25050', null],
      ['2026-03-01', '0', null],
      null,
      null,
      null,
      null,
      null,
      ['2026-05-01', null, '90000'],
    ]);
    expect(reading.columnSums.map(({ target, sumInUnit }) => [target, sumInUnit])).toEqual([
      ['actualAmount', '1000'],
      ['budgetAmount', '2400'],
    ]);
  });

  it('rejects a line by the cell that is to blame', () => {
    const issues = reading.rows.flatMap((row) => row.issues);
    expect(issues.filter(({ effect }) => effect === 'row_rejected').map(({ place, code }) => [place, code])).toEqual([
      ['C6', 'not_a_month'],
      ['A7', 'missing_account'],
      ['C8', 'missing_period'],
      ['D9', 'not_stated'],
      ['D10', 'missing_amount'],
    ]);
  });

  it('names everything that is wrong with a line', () => {
    const one = readTable([SHEET[1] ?? [], ['', '', '2026', 'x', '', '', ''], ['1', '', '2026-01', '1', '', '', '']], {
      kind: 'actuals',
    });
    const [row] = readActuals(one, proposeMapping(one, { currency: 'DKK', kind: 'actuals' }).mapping).rows;
    expect(row?.issues.map(({ place, code }) => [place, code])).toEqual([
      ['A2', 'missing_account'],
      ['C2', 'not_a_month'],
      ['D2', 'not_a_number'],
    ]);
  });

  it('wants account, period and amount, takes no field of a portfolio, and no two currencies in a row', () => {
    const codes = (columns: typeof mapping.columns) =>
      checkMapping(table, { ...mapping, columns }, 'actuals').map(({ code }) => code);
    expect(codes([])).toEqual(['no_account', 'no_period', 'no_amount']);
    expect(
      codes(mapping.columns.map((one) => (one.target === 'postingText' ? { ...one, target: 'title' } : one))),
    ).toEqual(['other_kind']);
    expect(
      codes(
        mapping.columns.map((one) =>
          one.target === 'budgetAmount' && one.money ? { ...one, money: { ...one.money, currency: 'EUR' } } : one,
        ),
      ),
    ).toEqual(['currencies_differ']);
    expect(checkMapping(table, mapping).map(({ code }) => code)).toContain('other_kind');
  });
});

let ids = 0;
/** What is stored after a plan was carried out. */
function carriedOut(existing: readonly ExistingActual[], plan: readonly PlannedActual[]): ExistingActual[] {
  const stored = new Map(existing.map((line) => [line.id, line]));
  for (const { outcome, actual, before, occurrence, removes } of plan) {
    for (const { id } of removes) stored.delete(id);
    if (outcome === 'rejected' || !actual || occurrence === null) continue;
    const id = before?.id ?? String((ids += 1));
    stored.set(id, { ...actual, id, occurrence });
  }
  return [...stored.values()];
}

const line = (overrides: Partial<ImportedActual> = {}): ImportedActual => ({
  account: '4301',
  costCentre: '2100',
  month: '2026-03-01',
  amountMinor: '100',
  budgetMinor: null,
  currency: 'DKK',
  text: null,
  postingRef: null,
  ...overrides,
});
const rowsOf = (lines: readonly ImportedActual[]) =>
  lines.map((actual, at) => ({
    ...{ line: at + 2, place: `A${at + 2}`, actual, issues: [] },
    periodCell: {
      place: `C${at + 2}`,
      row: at + 2,
      column: 3,
      heading: 'Periode',
      target: 'period' as const,
      value: '',
    },
  }));
const plan = (lines: readonly ImportedActual[], existing: readonly ExistingActual[], closed: string | null = null) =>
  planActuals(rowsOf(lines), existing, closed);
const contents = (lines: readonly ImportedActual[]) =>
  lines.map((one) => JSON.stringify([actualKey(one), one.amountMinor, one.budgetMinor, one.text])).sort();

describe('planning an import of actuals', () => {
  it('replaces amount and text by key, and says what was before', () => {
    const stored = carriedOut([], plan([line({ postingRef: 'B1', text: 'Vikar' })], []));
    const [row] = plan([line({ postingRef: 'b1', text: 'Vikarer', amountMinor: '120' })], stored);
    expect(row).toMatchObject({ outcome: 'update', occurrence: 1 });
    expect(row && tellActual(row).changes).toEqual({
      actualAmount: { from: { amountMinor: '100', currency: 'DKK' }, to: { amountMinor: '120', currency: 'DKK' } },
      postingText: { from: 'Vikar', to: 'Vikarer' },
    });
  });

  it('keeps two postings that look alike, and takes one away when the corrected file has only one', () => {
    const stored = carriedOut([], plan([line(), line()], []));
    expect(stored.map(({ occurrence }) => occurrence)).toEqual([1, 2]);
    const [row] = plan([line()], stored);
    expect(row).toMatchObject({ outcome: 'update', removes: [{ occurrence: 2 }], notes: [{ code: 'lines_removed' }] });
    expect(carriedOut(stored, plan([line()], stored))).toHaveLength(1);
  });

  it('leaves lines of other keys alone: a file may be an extract of some accounts', () => {
    const stored = carriedOut([], plan([line(), line({ account: '4302' })], []));
    expect(carriedOut(stored, plan([line()], stored))).toHaveLength(2);
  });

  it('changes nothing in a closed period, and says so at the period', () => {
    const stored = carriedOut([], plan([line(), line({ account: '4302' })], []));
    const planned = plan(
      [line(), line({ account: '4302', amountMinor: '1' }), line({ account: '9' })],
      stored,
      '2026-03-01',
    );
    expect(planned.map(({ outcome }) => outcome)).toEqual(['unchanged', 'rejected', 'rejected']);
    expect(planned[1]?.issues).toMatchObject([{ code: 'period_closed', place: 'C3' }]);
    expect(plan([line({ month: '2026-04-01' })], stored, '2026-03-01')[0]?.outcome).toBe('create');
  });

  const lines = fc.array(
    fc.record({
      account: fc.constantFrom('4301', '4302', 'Fælles'),
      costCentre: fc.constantFrom(null, '2100'),
      month: fc.constantFrom('2026-03-01', '2026-04-01'),
      amountMinor: fc.constantFrom(null, '0', '100', '-100'),
      budgetMinor: fc.constantFrom('0', '50'),
      currency: fc.constantFrom('DKK', 'EUR'),
      text: fc.constantFrom(null, 'Vikar'),
      postingRef: fc.constantFrom(null, 'B1'),
    }),
    { maxLength: 12 },
  );

  it('has stored exactly what the file says, in any order, and the same file changes nothing', () => {
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.nat()), (file, order) => {
        const stored = carriedOut([], plan(file, []));
        expect(contents(stored)).toEqual(contents(file));
        const shuffled = file
          .map((one) => ({ one, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const again = plan(shuffled, stored);
        expect(countPlan(again)).toMatchObject({ create: 0, update: 0, unchanged: file.length, rejected: 0 });
      }),
    );
  });

  it('has stored what the corrected file says for every key it names, whatever was there', () => {
    fc.assert(
      fc.property(lines, lines, (first, second) => {
        const stored = carriedOut([], plan(first, []));
        const after = carriedOut(stored, plan(second, stored));
        const named = new Set(second.map(actualKey));
        expect(contents(after)).toEqual(contents([...second, ...first.filter((one) => !named.has(actualKey(one)))]));
        expect(new Set(after.map((one) => `${actualKey(one)} ${one.occurrence}`)).size).toBe(after.length);
      }),
    );
  });
});
