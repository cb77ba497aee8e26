import fc from 'fast-check';
import { ledgerItemForSpecs } from '../rows/ledger-item.fixture';
import { type BenefitRow, groupLedger } from '../rows/ledger-rows';
import { MonthTable } from '../rows/month-table';
import { cellLock } from './cell-lock';
import { contains, moved, rangeOf } from './cell-range';
import { redo, startHistory, step, undo } from './edit-history';
import { cellKey, differenceOf, NO_EDITS, type PendingEdit, standing, withEdits, withoutEdits } from './pending-edits';
import { placeBlock } from './place-block';
import { type AmountTerms, decimalSignOf, readAmount } from './read-amount';

const rowOf = (fields: Parameters<typeof ledgerItemForSpecs>[0]) =>
  groupLedger([ledgerItemForSpecs(fields)])[0]?.benefits[0] as BenefitRow;

describe('amounts typed into the ledger', () => {
  const thousands: AmountTerms = { decimal: 'comma', currency: 'DKK', unit: 'thousand' };

  it.each([
    ['1.250,50', 125_050_000n],
    ['1250', 125_000_000n],
    ['1,2 mio.', 120_000_000n],
    ['1200 t.kr.', 120_000_000n],
    ['1.250 kr.', 125_000n],
    ['(300)', -30_000_000n],
    ['−300', -30_000_000n],
    ['0', 0n],
  ])('reads %s in thousands of kroner', (text, minor) => {
    expect(readAmount(text, thousands)).toEqual({ kind: 'amount', minor });
  });

  it('tells a blank from zero, words from numbers, and other currencies', () => {
    expect(readAmount('  ', thousands)).toEqual({ kind: 'empty' });
    expect(readAmount('ca. 300', thousands)).toEqual({ kind: 'fault', code: 'not_an_amount' });
    expect(readAmount('300 EUR', thousands)).toEqual({ kind: 'fault', code: 'other_currency' });
  });

  it('takes the decimal sign a block itself shows, else the reader’s', () => {
    expect(decimalSignOf(['1.250,50', '300'], 'en')).toBe('comma');
    expect(decimalSignOf(['1.250', '300'], 'da')).toBe('comma');
    expect(decimalSignOf(['1.250', '300'], 'en')).toBe('point');
  });
});

describe('steps of editing', () => {
  it('go back and forth, and a new step forgets what was undone', () => {
    const second = step(step(startHistory('a'), 'b'), 'c');
    expect(undo(undo(second)).present).toBe('a');
    expect(undo(undo(undo(second))).present).toBe('a');
    expect(redo(undo(second)).present).toBe('c');
    expect(redo(second)).toBe(second);
    expect(redo(step(undo(second), 'd')).present).toBe('d');
  });

  it('undone as often as made lead back to the start, redone to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 150 }), (values) => {
        let history = startHistory(-1.5);
        for (const value of values) history = step(history, value);
        const end = history.present;
        while (history.past.length > 0) history = undo(history);
        expect(history.present).toBe(-1.5);
        while (history.future.length > 0) history = redo(history);
        expect(history.present).toBe(end);
      }),
    );
  });
});

describe('a block laid over the grid', () => {
  const size = { rows: 3, columns: 3 };
  const free = () => null;
  const at = (row: number, column: number) => rangeOf({ row, column }, { row, column });

  it('starts at the chosen cell and counts what has no place', () => {
    const placed = placeBlock(
      [
        ['1', '2'],
        ['3', ''],
        ['5', '6'],
      ],
      at(1, 2),
      size,
      free,
    );
    expect(placed.entries).toEqual([
      { row: 1, column: 2, text: '1' },
      { row: 2, column: 2, text: '3' },
    ]);
    expect(placed.outside).toBe(3);
  });

  it('fills a whole range with a single text', () => {
    const range = rangeOf({ row: 0, column: 0 }, { row: 1, column: 1 });
    expect(placeBlock([['7']], range, size, free).entries).toHaveLength(4);
  });

  it('names why cells were passed over, and moves nothing', () => {
    const placed = placeBlock([['1'], ['2'], ['3']], at(0, 0), size, (row) => (row === 1 ? 'sum' : null));
    expect(placed.entries.map(({ row, text }) => [row, text])).toEqual([
      [0, '1'],
      [2, '3'],
    ]);
    expect([...placed.locked]).toEqual([['sum', 1]]);
  });
});

describe('a range of cells', () => {
  it('holds both corners, whichever way it was drawn', () => {
    const range = rangeOf({ row: 3, column: 1 }, { row: 1, column: 2 });
    expect(range).toEqual({ top: 1, bottom: 3, left: 1, right: 2 });
    expect(contains(range, { row: 2, column: 2 })).toBe(true);
    expect(contains(range, { row: 2, column: 3 })).toBe(false);
    expect(contains(undefined, { row: 0, column: 0 })).toBe(false);
  });

  it('does not leave the grid', () => {
    expect(moved({ row: 0, column: 0 }, 'ArrowUp', 5, 5)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 4, column: 3 }, 'ArrowRight', 5, 5)).toEqual({ row: 4, column: 4 });
  });
});

describe('what can be entered where', () => {
  const facts = { mayReport: true, closing: false, through: '2026-10-01' };
  const cash = rowOf({ class: 'cash_releasing' });

  it('is the rungs of a benefit that can reach a budget', () => {
    expect(['realised', 'budgeted', 'takenOut', 'confirmed'].map((figure) => cellLock(cash, figure, facts))).toEqual(
      Array(4).fill(null),
    );
  });

  it('is never the plan, what is computed, a sum, or a closing', () => {
    expect(cellLock(cash, 'planned', facts)).toBe('frozen_plan');
    expect(cellLock(cash, 'variance', facts)).toBe('computed');
    expect(cellLock(cash, 'realised', facts, 'measured')).toBe('computed');
    expect(cellLock(groupLedger([cash.item])[0], 'budgeted', facts)).toBe('sum');
    expect(cellLock(cash, 'budgeted', { ...facts, closing: true })).toBe('closing');
    expect(cellLock(cash, 'budgeted', { ...facts, mayReport: false })).toBe('not_allowed');
  });

  it('is no budget for hours or quality', () => {
    const hours = rowOf({ class: 'capacity' });
    expect(cellLock(hours, 'budgeted', facts)).toBe('stays_below_budget');
    expect(cellLock(hours, 'realised', facts)).toBeNull();
  });

  it('is nothing measured before anything has come due', () => {
    expect(cellLock(cash, 'realised', { ...facts, through: null })).toBe('not_due');
    expect(cellLock(cash, 'qualityAssured', facts, 'not_due')).toBe('not_due');
    expect(cellLock(cash, 'qualityAssured', facts, 'none')).toBe('no_month');
    expect(cellLock(cash, 'budgeted', facts, 'not_due')).toBeNull();
  });
});

describe('the report of an edit', () => {
  const edit = (fields: Partial<PendingEdit>): PendingEdit => ({
    benefitId: 'b',
    figure: 'budgeted',
    month: null,
    text: '500',
    minor: 500n,
    accepted: 0n,
    ...fields,
  });
  const report = (row: BenefitRow, pending: PendingEdit, months?: MonthTable) =>
    differenceOf(pending, standing(row, pending, months), 2026, '2026-10-01');

  it('is the difference to what finance has accepted for the whole year', () => {
    const row = rowOf({ budgeted: '250', budgetedYear: '300' });
    expect(report(row, edit({}))).toEqual({ benefitId: 'b', rung: 'budgeted', year: 2026, amountMinor: 200n });
    expect(report(row, edit({ minor: 300n }))).toBeNull();
    expect(report(row, edit({ minor: 0n }))?.amountMinor).toBe(-300n);
    expect(report(row, edit({ minor: null }))).toBeNull();
  });

  it('is what is not assured yet of a realised amount, up to the last month that counts', () => {
    const row = rowOf({ realised: '900', qualityAssured: '600' });
    expect(report(row, edit({ figure: 'realised', minor: 900n }))).toEqual({
      benefitId: 'b',
      rung: 'quality_assured',
      year: 2026,
      monthFrom: '2026-01-01',
      monthTo: '2026-10-01',
      amountMinor: 300n,
    });
  });

  it('is a magnitude: more of a disbenefit is a positive amount', () => {
    const row = rowOf({ polarity: -1, takenOutYear: '-100' });
    expect(report(row, edit({ figure: 'takenOut', minor: -150n }))?.amountMinor).toBe(50n);
  });

  it('is about the month alone in the months', () => {
    const row = rowOf({});
    const months = new MonthTable(
      ['2027-01-01'],
      [{ benefitId: row.id, values: ['40'], statuses: 'd' }],
      ['40'],
      'budgeted',
    );
    expect(report(row, edit({ benefitId: row.id, month: '2027-01-01', minor: 100n }), months)).toEqual({
      benefitId: row.id,
      rung: 'budgeted',
      year: 2027,
      monthFrom: '2027-01-01',
      monthTo: '2027-01-01',
      amountMinor: 60n,
    });
  });

  it('takes what was seen when the months of another figure are shown', () => {
    const row = rowOf({});
    const other = new MonthTable(
      ['2026-02-01'],
      [{ benefitId: row.id, values: ['9'], statuses: 'm' }],
      ['9'],
      'realised',
    );
    const pending = edit({ benefitId: row.id, month: '2026-02-01', minor: 100n, accepted: 30n });
    expect(report(row, pending, other)?.amountMinor).toBe(70n);
    expect(report(row, pending)?.amountMinor).toBe(70n);
  });

  it('approved leaves exactly what was entered, whatever the amounts and the polarity', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.constantFrom<1 | -1>(1, -1),
        (before, entered, polarity) => {
          const row = rowOf({ polarity, confirmedYear: before.toString() });
          const reported = report(row, edit({ figure: 'confirmed', minor: entered }))?.amountMinor ?? 0n;
          expect(before + BigInt(polarity) * reported).toBe(entered);
        },
      ),
    );
  });

  it('is kept by cell: entering again replaces, removing gives the former state', () => {
    const once = withEdits(NO_EDITS, [edit({}), edit({ figure: 'takenOut' })]);
    expect(withEdits(once, [edit({ minor: 1n })]).size).toBe(2);
    expect(withoutEdits(once, [cellKey(edit({}))]).size).toBe(1);
    expect(withoutEdits(once, ['gone'])).toBe(once);
    expect(withEdits(once, [])).toBe(once);
  });
});
