import { proposeMapping, readTable } from '@hoest/exchange';
import type { ImportReading } from '@hoest/persistence';
import { withChoices } from './mapping-choices';

const table = readTable([
  ['Titel', 'Udgift', 'Budget 2027 (mio. kr.)', 'Diverse'],
  ['Digital byggesag', '1250', '1', 'x'],
  ['Chatassistent', '100', '2', 'y'],
]);
const { mapping, columns, assumptions } = proposeMapping(table, { currency: 'DKK' });
const reading: ImportReading = {
  format: 'csv',
  table,
  chosenBy: { 0: 'proposal', 1: 'proposal', 2: 'proposal', 3: 'proposal' },
  assumptions: { file: assumptions, columns: Object.fromEntries(columns.map((one) => [one.index, one.assumptions])) },
  lineChoices: {},
};
const choose = (body: Parameters<typeof withChoices>[2]) => withChoices(mapping, reading, body, body.currency ?? 'DKK');
const moneyOf = (result: ReturnType<typeof choose>, index: number) =>
  result.mapping.columns.find((column) => column.index === index)?.money;

describe('choices about a mapping', () => {
  it('begin with what was proposed and what had to be assumed', () => {
    expect(mapping.columns.map(({ index, target }) => [index, target])).toEqual([
      [0, 'title'],
      [1, 'costPlanned'],
      [2, 'costPlanned'],
    ]);
    expect(reading.assumptions.columns[1]).toEqual(['currency', 'scale']);
  });

  it('answer an assumption by stating it, even when the value stays', () => {
    const result = choose({ columns: [{ index: 1, target: 'costPlanned', unit: 'one' }] });
    expect(result.reading.assumptions.columns[1]).toEqual(['currency']);
    expect(result.reading.chosenBy[1]).toBe('person');
    expect(moneyOf(result, 1)).toMatchObject({ scale: 'one', currency: 'DKK' });
  });

  it('carry the currency of the file to columns where it was only assumed', () => {
    const result = choose({ currency: 'GBP' });
    expect([moneyOf(result, 1)?.currency, moneyOf(result, 2)?.currency]).toEqual(['GBP', 'DKK']);
    expect(result.reading.assumptions.columns[1]).toEqual(['scale']);
    expect(result.reading.chosenBy[1]).toBe('proposal');
  });

  it('read a column that becomes money as its heading says', () => {
    const away = choose({ columns: [{ index: 2, target: null }] });
    expect(moneyOf(away, 2)).toBeUndefined();
    const back = withChoices(away.mapping, away.reading, { columns: [{ index: 2, target: 'benefitTotal' }] }, 'DKK');
    expect(moneyOf(back, 2)).toEqual({ scale: 'million', currency: 'DKK', year: 2027, priceYear: null });
  });

  it('leave what they do not name alone', () => {
    const result = choose({ decimal: 'comma', dateOrder: 'mdy' });
    expect(result.mapping).toEqual({ ...mapping, decimal: 'comma', dateOrder: 'mdy' });
    expect(result.reading.chosenBy).toEqual(reading.chosenBy);
  });
});
